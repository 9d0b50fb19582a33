"""Nothing that is published could name a person: no small group, no whole comment, no name."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.satisfaction.commenting import masked_comments, subjects_at_desk
from selaras.satisfaction.measuring import figures_of
from selaras.satisfaction.profiling import _shown
from tests.satisfaction.room import form, survey, typed

LEAST = 5


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30), min_size=1))
def test_no_count_below_the_least_is_told_nor_can_be_reckoned(counts: dict[str, int]) -> None:
    shown = _shown(counts, LEAST)
    covered = [key for key, count in shown.items() if count is None]
    assert not [count for count in shown.values() if count is not None and 0 < count < LEAST]
    others = [key for key, count in counts.items() if count]
    assert len(covered) != 1 or len(others) == 1, "the sum of all would tell it"
    assert all(shown[key] in {counts[key], None} for key in counts)


@pytest.mark.django_db
def test_a_small_group_is_not_told_and_a_large_one_is() -> None:
    one = survey()
    typed(one, [form(3, sex="female", age="25-39")] * 12 + [form(3, sex="male", age="60-up")] * 2)
    profile = figures_of(one)["profile"]
    assert {each["key"]: each["count"] for each in profile["sex"]} == {"female": None, "male": None, "untold": 0}
    assert {each["key"]: each["count"] for each in profile["work"] if each["count"] != 0} == {"untold": 14}


@pytest.mark.django_db
def test_only_subjects_that_enough_people_share_are_told_and_only_by_their_words() -> None:
    one = survey()
    comments = [
        "Antrean terlalu lama sekali",
        "antrean lama",
        "Lama antrenya",
        "Antrean lama di loket",
        "antrean sangat lama",
    ]
    comments += ["Parkir sempit", "parkirnya sempit", "Pak Budi Santoso kasar, hubungi 081234567890"]
    typed(one, [form(3, comment=text) for text in comments] + [form(3)] * 5)
    told = figures_of(one)["comments"]
    assert (told["count"], [each["count"] for each in told["subjects"]]) == (8, [5])
    assert "lama" in told["subjects"][0]["words"]
    text = json.dumps(told)
    assert not [private for private in ("Budi", "budi", "0812", "sempit", "Parkir") if private in text]


@pytest.mark.django_db
def test_the_desk_reads_comments_masked_by_subject_and_in_no_order_of_time() -> None:
    one = survey()
    texts = ["Zaman sudah daring", "Pak Budi Santoso kasar, hubungi 081234567890", "Antrean lama", "antrean lama"]
    typed(one, [form(2, comment=text) for text in texts])
    assert masked_comments(one) == sorted(masked_comments(one))
    assert "081234567890" not in " ".join(masked_comments(one))
    first, last = subjects_at_desk(one)
    assert sorted(first["comments"]) == ["Antrean lama", "antrean lama"]
    assert (last["words"], len(last["comments"])) == ((), 2)


@pytest.mark.django_db
def test_a_word_that_one_or_two_repeat_is_not_told() -> None:
    """Five write of the queue; one of them names somebody again and again, another agrees."""
    one = survey()
    comments = ["Antrean lama", "antrean lama", "Antrean sangat lama", "antrean lama zulkarnain"]
    comments += ["Antrean lama zulkarnain, zulkarnain lagi, zulkarnain terus zulkarnain zulkarnain"]
    typed(one, [form(3, comment=text) for text in comments] + [form(3)] * 5)
    [subject] = figures_of(one)["comments"]["subjects"]
    assert set(subject["words"]) == {"antrean", "lama"}


@pytest.mark.django_db
def test_a_comment_of_common_words_alone_reaches_the_desk() -> None:
    one = survey()
    typed(one, [form(1, comment="Masih kurang sekali"), form(3)])
    assert [each["comments"] for each in subjects_at_desk(one)] == [["Masih kurang sekali"]]
