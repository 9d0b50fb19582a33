"""Lenient and severe assessors are levelled, so that a proposal gains nothing from who happened to mark it."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from selaras.engines.scoring import Criterion, Mark, score
from tests.engines.scoring.panels import CRITERIA, MIDDLE, marks_of, proposals_in, tables

ONE = (Criterion("urgency", "Kemendesakan"),)


def worths(marks: list[Mark], **options) -> dict[str, float]:
    """The levelled mark of each proposal on the first criterion."""
    sheet = score(sorted({m.proposal for m in marks}), ONE, marks, **options)
    return {line.proposal: round(float(line.parts[0].mark), 6) for line in sheet}


def panel(**rows: dict[str, float]) -> list[Mark]:
    return [Mark(who, p, "urgency", value) for who, row in rows.items() for p, value in row.items()]


# u1 and u2 are marked by both; only the kind one saw u3, only the strict one saw u4
KIND_AND_STRICT = panel(kind={"u1": 5, "u2": 4, "u3": 4}, strict={"u1": 3, "u2": 2, "u4": 2})


@pytest.mark.parametrize(
    ("normalise", "expected"),
    [
        ("none", {"u1": 4, "u2": 3, "u3": 4, "u4": 2}),  # u3 looks better than u4 only for having met the kind one
        ("bias", {"u1": 4.0, "u2": 3.0, "u3": 3.0, "u4": 3.0}),
    ],
)
def test_the_kind_and_the_strict_assessor(normalise, expected) -> None:
    found = worths(KIND_AND_STRICT, normalise=normalise)
    shift = found["u1"] - expected["u1"]  # levelled worths are centred on the mean of all
    assert {p: round(value - shift, 6) for p, value in found.items()} == expected


def test_leniency_is_shown_per_assessor() -> None:
    sheet = score(["u1", "u2", "u3", "u4"], ONE, KIND_AND_STRICT)
    by = {leniency.assessor: leniency.points for leniency in sheet.leniencies}
    assert by["kind"] - by["strict"] == 2


def test_zscore_brings_a_narrow_and_a_wide_assessor_to_the_same_spread() -> None:
    found = worths(panel(wide={"u1": 1, "u2": 5}, narrow={"u3": 3, "u4": 4}), normalise="zscore")
    assert found["u1"] == found["u3"] < found["u2"] == found["u4"]


def test_zscore_takes_nothing_from_an_assessor_who_gives_all_the_same() -> None:
    found = worths(panel(flat={"u1": 5, "u2": 5}, other={"u1": 2, "u2": 4}), normalise="zscore")
    assert found["u1"] + found["u2"] == pytest.approx(8, abs=1e-6)
    assert found["u1"] < found["u2"]


def test_measured_criteria_are_never_levelled() -> None:
    criteria = (Criterion("distance", "Jarak", low=0, high=10, objective=True),)
    marks = [Mark("north", "u1", "distance", 9), Mark("south", "u2", "distance", 1)]
    assert score(["u1", "u2"], criteria, marks).scores() == {"u1": 900_000, "u2": 100_000}


def test_assessors_who_share_no_proposal_are_reported_and_their_proposals_centred_alike() -> None:
    marks = panel(north={"u1": 5, "u2": 4}, south={"u3": 2, "u4": 1})
    sheet = score(["u1", "u2", "u3", "u4"], ONE, marks)
    assert [(apart.criterion, apart.groups) for apart in sheet.apart] == [("urgency", (("north",), ("south",)))]
    found = worths(marks)
    assert (found["u1"], found["u2"]) == (found["u3"], found["u4"]) == (3.5, 2.5)


def test_shrinkage_leaves_part_of_the_leniency_in() -> None:
    full, shrunk, raw = (worths(KIND_AND_STRICT, **o) for o in ({}, {"shrinkage": 3}, {"normalise": "none"}))
    gap = {name: w["u3"] - w["u4"] for name, w in (("full", full), ("shrunk", shrunk), ("raw", raw))}
    assert gap["full"] == 0 < gap["shrunk"] < gap["raw"] == 2


@given(st.lists(st.lists(MIDDLE, min_size=4, max_size=4), min_size=3, max_size=5), st.data())
def test_bias_is_the_least_squares_fit_of_the_two_way_model(rows, data) -> None:
    cells = [(a, p) for a in range(len(rows)) for p in range(4)]
    drop = data.draw(st.sets(st.sampled_from([cell for cell in cells if cell[0] and cell[1]])))
    kept = [cell for cell in cells if cell not in drop]  # the first assessor saw all, so all are comparable
    design = np.zeros((len(kept), 4 + len(rows)))
    for row, (a, p) in enumerate(kept):
        design[row, p] = design[row, 4 + a] = 1
    fit = np.linalg.lstsq(design, np.array([rows[a][p] for a, p in kept], dtype=float), rcond=None)[0][:4]
    criterion = (Criterion("urgency", "Kemendesakan", low=0, high=10),)
    marks = [Mark(f"a{a}", f"u{p}", "urgency", rows[a][p]) for a, p in kept]
    found = [float(line.parts[0].mark) for line in score([f"u{p}" for p in range(4)], criterion, marks)]
    assert np.allclose(np.array(found) - np.mean(found), fit - np.mean(fit), atol=3e-6)


@given(tables(), st.integers(-3, 3), st.integers(0, 3))
def test_an_assessor_kinder_by_a_constant_moves_nobody(table, constant, who) -> None:
    proposals, assessor = proposals_in(table), f"penilai {who}"
    kinder = {cell: value + constant * (cell[0] == assessor) for cell, value in table.items()}
    before = score(proposals, CRITERIA, marks_of(table)).scores()
    after = score(proposals, CRITERIA, marks_of(kinder)).scores()
    for one, other in combinations(proposals, 2):
        gap, new = before[one] - before[other], after[one] - after[other]
        assert gap * new > 0 or min(abs(gap), abs(new)) <= 1, (one, other, gap, new)


@given(tables(), st.sampled_from(["bias", "none"]))
def test_the_same_marks_from_twice_as_many_assessors_change_no_score(table, normalise) -> None:
    twins = {(f"{who} (kembar)", p, c): value for (who, p, c), value in table.items()}
    proposals = proposals_in(table)
    single = score(proposals, CRITERIA, marks_of(table), normalise=normalise).scores()
    assert score(proposals, CRITERIA, marks_of(table | twins), normalise=normalise).scores() == single


@given(st.lists(MIDDLE, min_size=2, max_size=6), st.lists(st.tuples(st.integers(0, 5), st.integers(1, 9))))
def test_more_assessors_who_agree_do_not_raise_a_score(worth, extra) -> None:
    proposals = [f"u{p}" for p in range(len(worth))]
    chair = [Mark("ketua", p, "urgency", value) for p, value in zip(proposals, worth, strict=True)]
    pairs = {(place % len(worth), who) for place, who in extra}
    more = [Mark(f"anggota {who}", proposals[p], "urgency", worth[p]) for p, who in sorted(pairs)]
    criterion = (Criterion("urgency", "Kemendesakan", low=0, high=10),)
    assume(more)
    alone = score(proposals, criterion, chair).scores()
    assert alone == {p: 100_000 * value for p, value in zip(proposals, worth, strict=True)}
    assert score(proposals, criterion, chair + more).scores() == alone


def test_marks_levelled_past_the_scale_are_drawn_together_in_order() -> None:
    marks = panel(kind={"u1": 5, "u2": 5, "u3": 4}, strict={"u1": 1, "u2": 1, "u4": 5})
    sheet = score(["u1", "u2", "u3", "u4"], ONE, marks)
    assert 0 < sheet.squeeze < Fraction(1)
    scores = sheet.scores()
    assert scores["u3"] < scores["u1"] == scores["u2"] < scores["u4"]
    assert all(0 <= units <= 1_000_000 for units in scores.values())
