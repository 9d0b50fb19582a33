"""A missing mark is filled in the open: by the proposal's other assessors, else by the mean of all, or left out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from selaras.engines.scoring import Criterion, Gap, Mark, explain, score

CRITERIA = (Criterion("urgency", "Kemendesakan"), Criterion("usefulness", "Kemanfaatan"))


def marks(*rows: tuple[str, str, str, int]) -> list[Mark]:
    return [Mark(*row) for row in rows]


SKIPPED_ONE = marks(
    ("A", "u1", "urgency", 5), ("A", "u1", "usefulness", 2), ("B", "u1", "urgency", 3), ("C", "u1", "usefulness", 4)
)
NOBODY = marks(
    ("A", "u1", "urgency", 5), ("A", "u2", "urgency", 5), ("A", "u2", "usefulness", 2), ("A", "u3", "usefulness", 4)
)


def test_an_assessor_who_skipped_a_criterion_counts_as_the_mean_of_the_others() -> None:
    sheet = score(["u1"], CRITERIA, SKIPPED_ONE, normalise="none")
    assert sheet.gaps == (Gap("u1", "urgency", "C"), Gap("u1", "usefulness", "B"))
    line = sheet.line("u1")
    assert [(part.mark, part.assessors) for part in line.parts] == [(Fraction(4), 2), (Fraction(3), 2)]
    assert "C belum menilai Kemendesakan; dipakai rata-rata penilai lain." in explain(sheet, "u1")
    imputed = [*SKIPPED_ONE, Mark("C", "u1", "urgency", 4), Mark("B", "u1", "usefulness", 3)]
    assert score(["u1"], CRITERIA, imputed, normalise="none").scores() == sheet.scores()


@pytest.mark.parametrize(
    ("missing", "mark", "units"),
    [
        ("neutral", Fraction(3), 750_000),  # the mean of the others' 2 and 4
        ("exclude", None, 1_000_000),  # the other criterion alone
    ],
)
def test_a_criterion_nobody_marked_is_neutral_or_left_out(missing, mark, units) -> None:
    sheet = score(["u1", "u2", "u3"], CRITERIA, NOBODY, normalise="none", missing=missing)
    assert Gap("u1", "usefulness", None) in sheet.gaps
    line = sheet.line("u1")
    assert (line.parts[1].mark, line.parts[1].assessors, line.units) == (mark, 0, units)
    assert sum(part.units for part in line.parts) == units


def test_a_proposal_nobody_marked_stands_at_the_mean_of_all() -> None:
    sheet = score(["u2", "u3", "u9"], CRITERIA, NOBODY[1:], normalise="none")
    assert sheet.line("u9").units == 750_000  # urgency 5 of u2 alone; usefulness 2 and 4
    assert sheet.line("u9").assessors == ()
    assert explain(sheet, "u9")[0] == "Usulan ini belum dinilai siapa pun; sementara dipakai nilai tengah 75 dari 100."
    assert Gap("u9", "urgency", None) in sheet.gaps


def test_a_proposal_nobody_marked_has_no_score_where_gaps_are_left_out() -> None:
    sheet = score(["u2", "u9"], CRITERIA, NOBODY[1:3], missing="exclude")
    assert list(sheet.scores()) == ["u2"]
    assert explain(sheet, "u9") == ("Usulan ini belum dinilai. Mintalah penilai mengisi nilainya.",)


def test_a_criterion_without_any_mark_is_the_middle_of_its_scale() -> None:
    sheet = score(["u1"], CRITERIA, marks(("A", "u1", "urgency", 5)))
    assert [part.mark for part in sheet.line("u1").parts] == [5, 3]


def test_every_mark_that_is_there_is_not_a_gap() -> None:
    full = [Mark(a, p, c.key, 3) for a in "AB" for p in ("u1", "u2") for c in CRITERIA]
    assert score(["u1", "u2"], CRITERIA, full).gaps == ()
