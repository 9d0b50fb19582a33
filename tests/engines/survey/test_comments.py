"""Comments come together by what they are about."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.survey import group_comments

COMMENTS = [
    "Antrean lama, nomor antrean dipanggil lama",
    "Ruang tunggu panas",
    "mohon antrean jangan lama",
    "Ruang tunggunya panas dan sempit",
    "Petugas ramah",
    "ruang tunggu sempit, panas",
    "petugasnya ramah sekali",
    "Parkir motor becek",
    "...",
    "",
    "antrean terlalu lama!!",
]


def test_each_subject_has_its_comments_and_its_words() -> None:
    found = group_comments(COMMENTS)
    assert [subject.comments for subject in found.subjects] == [(0, 2, 10), (1, 3, 5), (4, 6)]
    assert [set(subject.words) for subject in found.subjects] == [
        {"antrean", "lama"},
        {"panas", "ruang", "tunggu"},
        {"petugas", "ramah"},
    ]
    assert (found.alone, found.empty) == ((7,), (8, 9))


def test_nothing_said_is_no_subject() -> None:
    assert group_comments(["", "-", "ya"]).subjects == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abk 1.-\n", max_size=12), max_size=12))
def test_any_text_lands_in_exactly_one_place(comments: list[str]) -> None:
    found = group_comments(comments)
    placed = [at for subject in found.subjects for at in subject.comments]
    assert sorted([*placed, *found.alone, *found.empty]) == list(range(len(comments)))
