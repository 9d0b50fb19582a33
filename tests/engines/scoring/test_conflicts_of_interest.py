"""The marks of an assessor with an interest in a proposal are set aside and listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.scoring import Conflict, Criterion, Mark, UnknownError, explain, score
from tests.engines.scoring.panels import CRITERIA, marks_of, proposals_in, tables

ONE = (Criterion("urgency", "Kemendesakan"),)
MARKS = [
    Mark("Camat", "u1", "urgency", 5),
    Mark("Camat", "u2", "urgency", 3),
    Mark("Bappeda", "u1", "urgency", 2),
    Mark("Bappeda", "u2", "urgency", 3),
]
INTEREST = Conflict("Camat", "u1", "usulan ini dari kecamatannya sendiri")


def test_the_mark_no_longer_counts_and_is_listed() -> None:
    sheet = score(["u1", "u2"], ONE, MARKS, conflicts=[INTEREST], normalise="none")
    assert sheet.set_aside == (INTEREST,)
    assert sheet.scores() == {"u1": 250_000, "u2": 500_000}
    assert sheet.line("u1").assessors == ("Bappeda",)
    assert sheet.line("u2").assessors == ("Bappeda", "Camat")
    assert "Nilai dari Camat tidak dihitung: usulan ini dari kecamatannya sendiri." in explain(sheet, "u1")


def test_a_conflict_without_a_mark_sets_nothing_aside() -> None:
    sheet = score(["u1", "u2"], ONE, MARKS, conflicts=[Conflict("Dinas", "u2", "pengusul")])
    assert sheet.set_aside == ()


def test_a_conflict_about_an_unknown_proposal_is_an_error() -> None:
    with pytest.raises(UnknownError, match="Benturan kepentingan menyebut usulan u7"):
        score(["u1", "u2"], ONE, MARKS, conflicts=[Conflict("Camat", "u7", "pengusul")])


@given(tables(), st.sampled_from(["bias", "zscore", "none"]), st.data())
def test_setting_aside_is_as_if_the_marks_were_never_given(table, normalise, data) -> None:
    proposals = proposals_in(table)
    pairs = sorted({(who, proposal) for who, proposal, _ in table})
    chosen = data.draw(st.sets(st.sampled_from(pairs)))
    conflicts = [Conflict(who, proposal, "keluarga") for who, proposal in chosen]
    sheet = score(proposals, CRITERIA, marks_of(table), conflicts=conflicts, normalise=normalise)
    rest = {cell: value for cell, value in table.items() if cell[:2] not in chosen}
    assert sheet.scores() == score(proposals, CRITERIA, marks_of(rest), normalise=normalise).scores()
    assert {(c.assessor, c.proposal) for c in sheet.set_aside} == chosen
