"""A score explains itself in plain Indonesian, the answer first."""

from __future__ import annotations

from selaras.engines.scoring import Conflict, Criterion, Mark, explain, score

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


def test_scores_drawn_together_say_so() -> None:
    one = (Criterion("urgency", "Kemendesakan"),)
    rows = {"A": {"u1": 5, "u2": 4}, "B": {"u1": 1, "u3": 5}}
    marks = [Mark(who, p, "urgency", value) for who, row in rows.items() for p, value in row.items()]
    sheet = score(["u1", "u2", "u3"], one, marks)
    assert explain(sheet, "u3") == (
        "Nilai usulan ini 100 dari 100, dari 1 penilai.",
        "Kemendesakan: 7 pada skala 1–5, bobot 100 persen, menyumbang 100.",
        "Nilai sudah disetarakan, agar penilai yang longgar atau ketat tidak menguntungkan siapa pun.",
        "Semua nilai lalu dirapatkan ke tengah (dikalikan 0,5) agar tetap antara 0 dan 100; urutannya tidak berubah.",
    )


def test_a_reason_that_ends_its_own_sentence_gets_no_second_full_stop() -> None:
    sheet = score(["u1"], CRITERIA, MARKS, conflicts=[Conflict("B", "u1", "Kerabat pengusul.")])
    assert "Nilai dari B tidak dihitung: Kerabat pengusul." in explain(sheet, "u1")
