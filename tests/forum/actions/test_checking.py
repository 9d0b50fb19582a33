"""The draft work plan is checked: faults of its indicators, and lines of different agencies that overlap."""

from __future__ import annotations

import pytest

from selaras.audit.models import Entry
from selaras.forum.actions import check_plan
from selaras.forum.models import Finding, Overlap
from tests.forum.small_forum import WORK_PLAN, actor, opened, table_counts, take

pytestmark = pytest.mark.django_db
FAULTY = (
    WORK_PLAN
    + """R-5,1.03,1.03.10.2.01.0005,Pembangunan Jalan,,,,90.000.000,tidak,
R-6,1.02,1.03.10.2.01.0009,Pemeliharaan Rutin Jalan,Panjang jalan yang dipelihara,Km,9,50.000.000,tidak,
"""
)


def test_a_line_without_indicator_or_outside_its_duties_is_found() -> None:
    forum = opened()
    take(forum, "workplan", FAULTY)
    counts = check_plan(forum, actor=actor())
    assert counts == {"findings": Finding.objects.count(), "overlaps": Overlap.objects.count()}
    items = set(Finding.objects.values_list("item", flat=True))
    assert {"R-5", "R-6"} <= items
    assert all(finding.sentence.endswith((".", "?")) for finding in Finding.objects.all())
    suggested = Finding.objects.filter(item="R-5").exclude(suggestion="").first()
    assert suggested.suggestion == (
        "Pakai indikator resmi 1.03.10.2.01.0005: “Panjang jalan yang dibangun”, satuan Km."
    )


def test_two_agencies_that_plan_the_same_are_named() -> None:
    forum = opened()
    take(forum, "workplan", FAULTY)
    check_plan(forum, actor=actor())
    assert {(one.first, one.second) for one in Overlap.objects.all()} == {("R-1", "R-6")}
    assert Overlap.objects.get().reason


def test_checking_again_changes_nothing_but_the_log() -> None:
    forum = opened()
    take(forum, "workplan", FAULTY)
    check_plan(forum, actor=actor())
    before = table_counts()
    check_plan(forum, actor=actor())
    assert table_counts() == before | {"Entry": before["Entry"] + 1}
    assert Entry.objects.filter(action="forum.plan_checked").count() == 2


def test_a_mended_plan_has_no_faults_left_of_the_old() -> None:
    forum = opened()
    take(forum, "workplan", FAULTY)
    check_plan(forum, actor=actor())
    mended = FAULTY.replace("Pembangunan Jalan,,,,", "Pembangunan Jalan,Panjang jalan yang dibangun,Km,3,")
    take(forum, "workplan", mended)
    check_plan(forum, actor=actor())
    assert not Finding.objects.filter(item="R-5", suggestion__contains="indikator resmi").exists()


def test_an_empty_plan_has_nothing_to_find() -> None:
    forum = opened("regions", "agencies", "catalogue")
    assert check_plan(forum, actor=actor()) == {"findings": 0, "overlaps": 0}


def test_offices_of_two_districts_do_the_same_each_in_its_own() -> None:
    forum = opened("regions", "agencies", "catalogue")
    take(forum, "agencies", "kode,perangkat daerah\n7.01.01,Kecamatan Ayah\n7.01.02,Kecamatan Buayan\n")
    what = "1.03.10.2.01.0005,Pelayanan administrasi warga,1000000"
    lines = [f"R-1,7.01.01,{what}", f"R-2,7.01.02,{what}", f"R-3,2.16,{what}"]
    take(forum, "workplan", "\n".join(["nomor,kode opd,kode,sub kegiatan,pagu", *lines]))
    check_plan(forum, actor=actor())
    assert set(Overlap.objects.values_list("first", "second")) == {("R-1", "R-3"), ("R-2", "R-3")}
