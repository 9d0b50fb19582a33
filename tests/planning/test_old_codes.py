"""A code of an older catalogue is translated by the crosswalk where it has one successor, else the choices are told."""

from __future__ import annotations

import pytest

from selaras.forum.models import Forum
from selaras.intake.models import Row
from selaras.planning.models import Catalogue, Ceiling, RegionalPriority, StrategicTarget, WorkPlanItem
from tests.forum.small_forum import opened, take

pytestmark = pytest.mark.django_db

CROSSWALK = """versi lama,kode lama,versi baru,kode baru,hubungan
katalog lama,1.03.10.2.01.03,katalog contoh,1.03.10.2.01.0005,dipecah
katalog lama,1.03.10.2.01.03,katalog contoh,1.03.10.2.01.0009,dipecah
katalog lama,1.03.10.2.01.04,katalog contoh,,dihapus
katalog lama,1.03.10.2.01.0009,katalog contoh,1.03.10.2.01.0005,berganti nama
katalog lama,1.03.08,katalog contoh,1.03.10,berganti nama
katalog lama,1.02.01,katalog lain,1.02.02,berganti nama
"""
PLAN = "nomor,kode opd,kode,sub kegiatan,pagu\n"
WALKED = "Kode lama “{}” dibaca sebagai “{}” ({}) menurut padanan katalog."


@pytest.fixture
def forum() -> Forum:
    forum = opened()
    take(forum, "crosswalk", CROSSWALK, name="padanan-2.csv")
    return forum


def fate(forum: Forum, kind: str, text: str) -> Row:
    return take(forum, kind, text).rows.get()


@pytest.mark.parametrize(
    ("code", "current", "name"),
    [
        ("1.03.10.2.01.01", "1.03.10.2.01.0005", "Pembangunan Jalan"),  # renamed
        ("1.03.10.2.01.02", "1.03.10.2.01.0009", "Pemeliharaan Rutin Jalan"),  # merged
    ],
)
def test_a_code_with_one_successor_is_translated_with_a_note(forum: Forum, code: str, current: str, name: str) -> None:
    row = fate(forum, "workplan", f"{PLAN}B-1,1.03,{code},Jalan,100.000.000\n")
    assert (row.outcome, row.reasons, row.notes) == ("taken", [], [WALKED.format(code, current, name)])
    assert WorkPlanItem.objects.get(key="B-1").code == current
    assert row.raw["kode"] == code


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            "1.03.10.2.01.03",
            "Kode lama “1.03.10.2.01.03” dipecah menjadi 2 kode. Pilih salah satu: “1.03.10.2.01.0005” "
            "(Pembangunan Jalan); “1.03.10.2.01.0009” (Pemeliharaan Rutin Jalan).",
        ),
        (
            "1.03.10.2.01.04",
            "Kode lama “1.03.10.2.01.04” sudah dihapus dari katalog tanpa pengganti. Pilih kode yang berlaku.",
        ),
    ],
)
def test_a_code_that_was_split_or_dropped_keeps_the_row_with_its_choices(forum: Forum, code: str, told: str) -> None:
    row = fate(forum, "workplan", f"{PLAN}B-1,1.03,{code},Jalan,100.000.000\n")
    assert (row.outcome, row.reasons) == ("kept", [told])
    assert not WorkPlanItem.objects.filter(key="B-1").exists()


@pytest.mark.parametrize(
    "code",
    [
        "1.03.10.2.01.0009",  # in force, though an older catalogue used the same code for something else
        "1.02.01",  # known only on the way to another catalogue
        "9.99.99.2.01.0001",  # known to nobody
    ],
)
def test_every_other_code_stays_as_it_is(forum: Forum, code: str) -> None:
    row = fate(forum, "workplan", f"{PLAN}B-1,1.03,{code},Jalan,100.000.000\n")
    assert (row.outcome, row.notes) == ("taken", [])
    assert WorkPlanItem.objects.get(key="B-1").code == code


def test_codes_wait_for_the_catalogue(forum: Forum) -> None:
    Catalogue.objects.get(version="katalog contoh").entries.all().delete()
    row = fate(forum, "workplan", f"{PLAN}B-1,1.03,1.03.10.2.01.01,Jalan,100.000.000\n")
    assert (row.notes, WorkPlanItem.objects.get(key="B-1").code) == ([], "1.03.10.2.01.01")


def test_targets_priorities_and_ceilings_are_translated_too(forum: Forum) -> None:
    note = [WALKED.format("1.03.08", "1.03.10", "Program Penyelenggaraan Jalan")]
    target = "kode perangkat daerah,kode,indikator,satuan,target 2021\n1.03,1.03.08,Panjang trotoar,Km,4\n"
    assert fate(forum, "targets", target).notes == note
    assert StrategicTarget.objects.get(indicator="Panjang trotoar").code == "1.03.10"
    assert fate(forum, "priorities", "nomor,prioritas daerah,kode program\n3,Aman,1.02; 1.03.08\n").notes == note
    assert RegionalPriority.objects.get(number=3).codes == ["1.02", "1.03.10"]
    ceiling = "kode opd,kode program,pagu indikatif\n1.03,1.03.08,300.000.000\n"
    assert fate(forum, "ceilings", ceiling).notes == note
    assert Ceiling.objects.get(kind="programme").programme == "1.03.10"


def test_two_old_codes_that_became_one_bring_one_ceiling_and_one_target(forum: Forum) -> None:
    ceilings = "kode opd,kode program,pagu indikatif\n1.03,1.03.10,300.000.000\n1.03,1.03.08,200.000.000\n"
    assert [row.outcome for row in take(forum, "ceilings", ceilings).rows.order_by("number")] == ["taken", "kept"]
    targets = "kode opd,kode,indikator,satuan,target 2021\n1.03,1.03.10,Trotoar,Km,4\n1.03,1.03.08,Trotoar,Km,5\n"
    assert [row.outcome for row in take(forum, "targets", targets).rows.order_by("number")] == ["taken", "kept"]
    assert StrategicTarget.objects.get(indicator="Trotoar").target == 4
