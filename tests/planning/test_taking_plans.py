"""Catalogues, priorities, ceilings, targets and the draft plan as files bring them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.forum.models import Forum
from selaras.planning.models import CatalogueEntry, Ceiling, Crosswalk, RegionalPriority, StrategicTarget, WorkPlanItem
from tests.forum.small_forum import opened, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return opened()


def test_a_wide_catalogue_brings_the_levels_above_each_line(forum: Forum) -> None:
    take(
        forum,
        "catalogue",
        "kode sub kegiatan;nama sub kegiatan;kode program;nama program;kode kegiatan;nama kegiatan\n"
        "3.27.05.2.01.0001;Pengendalian OPT;3.27.05;Program Penanggulangan;3.27.05.2.01;Pengendalian Bencana\n",
    )
    levels = CatalogueEntry.objects.filter(code__startswith="3.27").values_list("code", "level", "name")
    assert list(levels) == [
        ("3.27.05", "programme", "Program Penanggulangan"),
        ("3.27.05.2.01", "activity", "Pengendalian Bencana"),
        ("3.27.05.2.01.0001", "subactivity", "Pengendalian OPT"),
    ]


def test_what_became_of_a_code(forum: Forum) -> None:
    found = Crosswalk.objects.get(old_code="1.03.10.2.01.01")
    assert (found.old.version, found.new.version, found.relation) == ("katalog lama", "katalog contoh", "renamed")


def test_a_priority_names_the_codes_that_serve_it(forum: Forum) -> None:
    assert dict(RegionalPriority.objects.values_list("number", "codes")) == {1: ["1.03.10"], 2: ["1.02"]}


def test_a_target_a_year(forum: Forum) -> None:
    assert dict(StrategicTarget.objects.values_list("year", "target")) == {2021: Decimal(110), 2022: Decimal(120)}


def test_a_newer_draft_plan_updates_its_lines_by_number(forum: Forum) -> None:
    take(forum, "workplan", "nomor,kode opd,kode,sub kegiatan,pagu\nR-1,1.03,1.03.10.2.01.0009,Jalan,175.000.000\n")
    changed = WorkPlanItem.objects.get(key="R-1")
    assert (changed.cost, changed.name, changed.must_fund) == (175_000_000, "Jalan", False)
    assert WorkPlanItem.objects.count() == 4


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (",,,,900000000", "total"),
        ("1.03,,,,900000000", "agency"),
        ("1.03,1.03.10,,,900000000", "programme"),
        (",,33.05.01,,900000000", "district"),
        (",,,DAU,900000000", "source"),
    ],
)
def test_what_a_ceiling_covers_is_read_from_what_its_row_names(forum: Forum, line: str, kind: str) -> None:
    take(forum, "ceilings", f"kode opd,kode program,kode kecamatan,sumber dana,pagu indikatif\n{line}\n")
    assert Ceiling.objects.get(amount=900_000_000).kind == kind
