"""A proposal that fails a gate is ineligible with a reason: it has no score, and it sways nobody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.scoring import AUTHORITY, COMPLETENESS, LOCATION, Gate, GateResult, explain, score
from tests.engines.scoring.panels import CRITERIA, marks_of, proposals_in, tables

VILLAGE = "jalan ini kewenangan desa"
TABLE = {("A", p, c.key): v for p, v in (("u1", 9), ("u2", 2)) for c in CRITERIA}


@pytest.mark.parametrize("gate", [AUTHORITY, COMPLETENESS, LOCATION, Gate("size", "Tidak terlalu besar")])
def test_a_failed_gate_gives_no_score_but_a_reason(gate: Gate) -> None:
    sheet = score(["u1", "u2"], CRITERIA, marks_of(TABLE), [GateResult("u1", gate, False, VILLAGE)])
    line = sheet.line("u1")
    assert (line.units, line.parts) == (None, ())
    assert line.ineligible == (GateResult("u1", gate, False, VILLAGE),)
    assert list(sheet.scores()) == ["u2"]
    assert explain(sheet, "u1") == (
        f"Usulan ini belum dapat dinilai karena belum memenuhi syarat {gate.label}: {VILLAGE}.",
    )


def test_every_failed_gate_is_named() -> None:
    results = [
        GateResult("u1", LOCATION, False, "desa tidak dikenal"),
        GateResult("u1", AUTHORITY, False, VILLAGE),
        GateResult("u1", COMPLETENESS, True),
    ]
    sheet = score(["u1"], CRITERIA, [], results)
    assert [result.gate for result in sheet.line("u1").ineligible] == [AUTHORITY, LOCATION]
    assert len(explain(sheet, "u1")) == 2


def test_the_lowest_marks_are_a_score_and_not_ineligible() -> None:
    lowest = {("A", "u1", c.key): 0 for c in CRITERIA}
    line = score(["u1"], CRITERIA, marks_of(lowest), [GateResult("u1", AUTHORITY, True)]).line("u1")
    assert (line.units, line.ineligible) == (0, ())


def test_a_gate_answered_for_some_is_reported_as_open_for_the_rest() -> None:
    sheet = score(["u1", "u2"], CRITERIA, marks_of(TABLE), [GateResult("u1", AUTHORITY, True)])
    assert sheet.unchecked == (("u2", AUTHORITY.label),)


@given(tables(), st.sampled_from(["bias", "zscore", "none"]), st.data())
def test_the_ineligible_never_score_and_never_sway_the_others(table, normalise, data) -> None:
    proposals = proposals_in(table)
    out = data.draw(st.sets(st.sampled_from(proposals)))
    gates = [GateResult(p, AUTHORITY, False, VILLAGE) for p in out]
    sheet = score(proposals, CRITERIA, marks_of(table), gates, normalise=normalise)
    kept = [p for p in proposals if p not in out]
    without = {cell: value for cell, value in table.items() if cell[1] not in out}
    assert sheet.scores() == score(kept, CRITERIA, marks_of(without), normalise=normalise).scores()
    assert all(sheet.line(p).units is None for p in out)
