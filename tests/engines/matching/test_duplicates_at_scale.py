"""One village with thousands of proposals, and the labelled set."""

from __future__ import annotations

import pytest

from bench.duplicates import agreement
from bench.duplicates_sample import Parameters, sample
from selaras.engines.matching import duplicates_rows
from selaras.engines.matching.duplicates import Proposal, duplicates

VILLAGE = "33.05.01.2001"


def test_thousands_of_equal_rows_are_one_group() -> None:
    (group,) = duplicates(Proposal(f"{number:05}", "Pembangunan talud Krajan", VILLAGE) for number in range(5_000))
    assert len(group.members) == 5_000


@pytest.mark.parametrize("rows", [5_000, 20_000])
def test_a_giant_village_keeps_its_wishes_apart_and_its_twins_together(rows: int) -> None:
    proposals = [
        Proposal(
            f"{number:05}{door}", f"Pembangunan talud jalan RT {number % 97} RW {number // 97}", VILLAGE, source=door
        )
        for number in range(rows // 2)
        for door in ("village", "dprd")
    ]
    found = duplicates(proposals)
    assert len(found) == rows // 2
    assert all(len({one[:5] for one in group.ids}) == 1 for group in found)


def test_a_labelled_set_is_told_apart() -> None:
    labelled = sample(Parameters(villages=40), seed=7)
    found = [group.ids for group in duplicates(labelled.proposals, names=labelled.names)]
    precision, recall, _ = agreement(found, labelled.truth)
    assert precision > 0.95
    assert recall > 0.92


def test_how_many_districts_are_laid_out_at_a_time_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    labelled = sample(Parameters(villages=60, per_village=30, villages_per_district=5), seed=3)
    at_once = duplicates(labelled.proposals, names=labelled.names)
    monkeypatch.setattr(duplicates_rows, "_ROWS_AT_ONCE", 1)
    assert duplicates(labelled.proposals, names=labelled.names) == at_once


@pytest.mark.parametrize("at_once", [1, 20_000])
def test_a_code_that_sorts_between_a_district_and_its_villages_parts_neither(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(duplicates_rows, "_ROWS_AT_ONCE", at_once)
    text = "Pembangunan talud Krajan"
    found = duplicates(
        [
            Proposal("A", text, VILLAGE),
            Proposal("B", text, "33.05.01", source="dprd"),
            Proposal("C", text, "33.05.01-X"),
        ]
    )
    assert [group.ids for group in found] == [("A", "B")]
