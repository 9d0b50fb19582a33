"""A score explains itself in plain Indonesian, the answer first."""

from __future__ import annotations

from selaras.engines.scoring import Criterion, Mark, explain, score

CRITERIA = (Criterion("urgency", "Kemendesakan", 3), Criterion("usefulness", "Kemanfaatan", 1))
MARKS = [
    Mark("A", "u1", "urgency", 5),
    Mark("A", "u1", "usefulness", 2),
    Mark("B", "u1", "urgency", 4),
    Mark("B", "u1", "usefulness", 2),
]


def test_the_whole_explanation() -> None:
    assert explain(score(["u1"], CRITERIA, MARKS, normalise="none"), "u1") == (
        "Nilai usulan ini 71,88 dari 100, dari 2 penilai.",
        "Kemendesakan: 4,5 pada skala 1–5, bobot 75 persen, menyumbang 65,63.",
        "Kemanfaatan: 2 pada skala 1–5, bobot 25 persen, menyumbang 6,25.",
    )


def test_levelled_marks_say_so() -> None:
    assert explain(score(["u1"], CRITERIA, MARKS), "u1")[-1].startswith("Nilai sudah disetarakan")
