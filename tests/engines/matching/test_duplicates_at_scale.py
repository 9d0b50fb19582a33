"""One village with thousands of proposals, and the labelled set."""

from __future__ import annotations

import pytest
from bench.duplicates import agreement
from bench.duplicates_sample import Parameters, sample

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
