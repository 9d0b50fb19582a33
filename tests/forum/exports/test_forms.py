"""The tables of the regulation have its columns, in its order, filled from the decision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from selaras.forum.actions import decide, write
from selaras.forum.models import Decision, Proposal
from selaras.government.models import RegulationParameter
from selaras.government.queries import parameter_value
from tests.forum.documents import sheets_of, text_of
from tests.forum.small_forum import SETTING, actor, ready

pytestmark = pytest.mark.django_db
TABLES = {"t_c_31": "tabel-t-c-31", "t_c_32": "tabel-t-c-32", "t_c_33": "tabel-t-c-33", "t_d_4": "tabel-t-d-4"}


@pytest.fixture
def decision() -> Decision:
    return decide(ready(), actor=actor())


def written(decision: Decision, folder: Path) -> dict[str, dict[str, list[list[Any]]]]:
    write(decision, folder, actor=actor())
    return {key: sheets_of((folder / f"{name}.xlsx").read_bytes()) for key, name in TABLES.items()}


def numbered_at(rows: list[list[Any]]) -> int:
    """The row (1) (2) (3) that ends the head."""
    return next(at for at, row in enumerate(rows) if row[0] == "(1)")


@pytest.mark.parametrize("key", TABLES)
def test_the_head_is_that_of_the_regulation(decision: Decision, tmp_path: Path, key: str) -> None:
    head = parameter_value(f"forum.table.{key}", SETTING.held_on)
    for rows in written(decision, tmp_path)[key].values():
        at = numbered_at(rows)
        assert rows[at] == [f"({place})" for place in range(1, len(head["columns"]) + 1)]
        above = rows[at - 2 : at] if head["groups"] else rows[at - 1 : at]
        labels = [next((row[place] for row in reversed(above) if row[place]), "") for place in range(len(rows[at]))]
        assert labels == head["columns"]
        assert head["title"] in rows[0][0]


def test_an_office_that_changes_the_columns_gets_its_own(decision: Decision, tmp_path: Path) -> None:
    row = RegulationParameter.objects.get(key="forum.table.t_c_32")
    row.value = row.value | {"title": "Usulan Masyarakat"}
    row.save()
    assert "Usulan Masyarakat" in written(decision, tmp_path)["t_c_32"]["T-C.32"][0][0]


def test_the_priorities_of_each_district_stand_on_its_own_sheet_in_their_order(
    decision: Decision, tmp_path: Path
) -> None:
    sheets = written(decision, tmp_path)["t_d_4"]
    assert list(sheets) == ["Ayah", "Buayan"]
    for name, rows in sheets.items():
        listed = [row[4] for row in rows[numbered_at(rows) + 1 :]]
        outcomes = decision.outcomes.filter(status="accepted", proposal__district__name=name).order_by("rank")
        assert listed == list(outcomes.values_list("proposal__title", flat=True)) != []
    first = sheets["Ayah"][numbered_at(sheets["Ayah"]) + 1]
    assert first[:4] == [1, "1. Jalan mantap", "Akses lancar", "Program Penyelenggaraan Jalan"]
    assert first[7:] == ["400 m", 120_000_000, "DPU"]


def test_every_proposal_of_the_public_stands_in_its_table_with_its_fate(decision: Decision, tmp_path: Path) -> None:
    rows = written(decision, tmp_path)["t_c_32"]["T-C.32"]
    fates = {row[1]: row[5] for row in rows[numbered_at(rows) + 1 :]}
    assert len(fates) == Proposal.objects.count()
    assert fates["Rehab balai pertemuan"].startswith("Ditolak. Belum dapat dinilai.")


def test_the_review_holds_plan_and_proposals_side_by_side(decision: Decision, tmp_path: Path) -> None:
    rows = written(decision, tmp_path)["t_c_31"]["T-C.31"]
    told = {row[1] or row[6]: row for row in rows[numbered_at(rows) + 1 :] if row[1] or row[6]}
    clinic = told["Pembangunan Posyandu"]
    assert (clinic[5], clinic[10]) == (100_000_000, 180_000_000)  # 100 of the plan and 80 of U-4
    assert "Menampung 1 usulan masyarakat." in clinic[11]
    assert told["Siaran keliling"][10] == 0
    assert told["Siaran keliling"][11].startswith("Ditunda: pagu tidak mencukupi.")
    assert "Belum ada dalam rancangan awal" in told["Pembangunan Jalan"][11]


def test_the_levels_of_the_code_head_their_lines_with_their_sums(decision: Decision, tmp_path: Path) -> None:
    rows = written(decision, tmp_path)["t_c_33"]["T-C.33"]
    sums = {row[0]: row[5] for row in rows[numbered_at(rows) + 1 :]}
    assert sums["1.03"] == sums["1.03.10"] == sums["1.03.10.2.01"] == 150_000_000 + 120_000_000 + 60_000_000
    forward = {row[0]: row[9] for row in rows[numbered_at(rows) + 1 :]}
    assert (forward["1.03"], forward["2.16"]) == (160_000_000, None)


def test_a_forum_that_funds_nothing_still_writes_its_documents(tmp_path: Path) -> None:
    forum = ready()
    Proposal.objects.filter(forum=forum).update(handler=None)
    sheets = written(decide(forum, actor=actor()), tmp_path)
    assert "Nihil" in {cell for row in sheets["t_d_4"]["T-D.4"] for cell in row}
    for name in ("berita-acara.pdf", "berita-acara.docx"):
        assert "Nihil" in text_of(tmp_path / name), name
    assert "0 dari 9 usulan didanai" in text_of(tmp_path / "ringkasan.html")


def test_a_forum_that_leaves_nothing_out_still_writes_its_documents(tmp_path: Path) -> None:
    forum = ready()
    Proposal.objects.filter(forum=forum).exclude(number__in=["U-1", "U-4"]).delete()
    decision = decide(forum, actor=actor())
    assert decision.summary["funded"] == decision.summary["proposals"] == 2
    written(decision, tmp_path)
    for name in ("berita-acara.pdf", "berita-acara.docx"):
        assert "Nihil" in text_of(tmp_path / name), name


def test_a_forum_without_a_plan_or_participants_still_writes_its_documents(tmp_path: Path) -> None:
    forum = ready()
    forum.participants.all().delete()
    forum.cycle.work_plan.all().delete()
    forum.cycle.priorities.all().delete()
    written(decide(forum, actor=actor()), tmp_path)
    assert "0 dari 0 peserta" in text_of(tmp_path / "berita-acara.pdf")
