"""An answer is kept once, whole, and without a trace of who gave it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from selaras.audit.models import Entry
from selaras.satisfaction.actions.answering import answer
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.errors import Incomplete, NotOpen
from selaras.satisfaction.filled import Filled
from selaras.satisfaction.models import Answer, Survey
from tests.satisfaction.room import ELEMENTS, form, keeper, sent, survey

pytestmark = pytest.mark.django_db
KEY = UUID("00000000-0000-4000-8000-000000000001")


def by(to: Survey, said: Filled, key: UUID = KEY, device: str = "gawai A", network: str = "jaringan") -> Answer:
    return answer(to, key, said, channel=Answer.Channel.QR, device=device, network=network)


def test_what_was_filled_in_is_kept() -> None:
    said = form(1, 2, 3, 4, 1, 2, 3, 4, 1, comment=" Antrean lama ", age="25-39", sex="female")
    kept = by(survey(), said)
    kept.refresh_from_db()
    assert [kept.marks[key] for key in ELEMENTS] == [1, 2, 3, 4, 1, 2, 3, 4, 1]
    assert (kept.comment, kept.age, kept.sex, kept.work, kept.channel) == (
        "Antrean lama", "25-39", "female", "", "qr",
    )  # fmt: skip


def test_the_same_key_twice_is_one_answer_even_when_it_says_something_else() -> None:
    one = survey()
    first, again = by(one, form(3)), by(one, form(1))
    assert first.pk == again.pk
    assert Answer.objects.get().marks == form(3).marks


def test_a_key_that_came_before_the_survey_closed_is_answered_for_after_it() -> None:
    """A telephone that never heard of it asks again."""
    one = survey()
    by(one, form(3))
    close(one, actor=keeper())
    assert by(one, form(3)).key == KEY
    assert one.answers.count() == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Filled({key: 3 for key in ELEMENTS if key != "cost"}), "cost"),
        (Filled(dict.fromkeys(ELEMENTS, 3) | {"time": 5}), "time"),
        (Filled(dict.fromkeys(ELEMENTS, 3) | {"time": 0}), "time"),
        (replace(form(3), comment="a" * 1001), "comment"),
        (form(3, age="ninety"), "age"),
        (form(3, desk="tidak-ada"), "desk"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_not_kept(said: Filled, field: str) -> None:
    with pytest.raises(Incomplete) as wrong:
        by(survey(), said)
    assert set(wrong.value.fields) == {field}
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2021, 3, 31), "belum dibuka"),
        (date(2021, 4, 1), ""),
        (date(2021, 5, 1), ""),
        (date(2021, 5, 2), "ditutup"),
    ],
)
def test_answers_are_taken_from_the_first_day_to_the_last(day: date, told: str, today: Callable[[date], None]) -> None:
    today(date(2021, 3, 1))
    one = survey(first=date(2021, 4, 1), days=30)
    today(day)
    if not told:
        assert by(one, form(4)).day == day
        return
    with pytest.raises(NotOpen, match=told):
        by(one, form(4))


def test_a_closed_survey_takes_none() -> None:
    one = survey()
    close(one, actor=keeper())
    with pytest.raises(NotOpen, match="ditutup"):
        by(one, form(4))


def test_a_device_is_known_for_one_day_of_one_survey_only(today: Callable[[date], None]) -> None:
    today(date(2021, 4, 1))
    one = survey(first=date(2021, 4, 1))
    first, second = (by(one, form(4), uuid4()) for _ in range(2))
    today(date(2021, 4, 2))
    next_day = by(one, form(4), uuid4())
    close(one, actor=keeper())
    other = by(survey(one.service, "Semester II (contoh)", date(2021, 4, 2)), form(4), uuid4())
    assert first.device == second.device
    assert len({first.device, next_day.device, other.device}) == 3
    assert len({first.network, next_day.network, other.network}) == 3
    assert "gawai" not in first.device


def test_closing_erases_what_tokens_are_made_with() -> None:
    one = survey()
    assert len(one.salt) == 64
    close(one, actor=keeper())
    one.refresh_from_db()
    assert one.salt == ""


def test_the_log_has_no_entry_for_an_answer_and_tells_their_number_at_the_closing() -> None:
    one = survey()
    before = Entry.objects.count()
    for _ in range(3):
        sent(one, form(2, comment="Antrean lama"))
    assert Entry.objects.count() == before
    close(one, actor=keeper())
    entry = Entry.objects.get(action="satisfaction.survey_closed")
    assert (entry.subject, entry.detail) == (one.key, {"answers": 3})


def test_after_the_closing_neither_key_nor_place_tells_who_came_before_whom() -> None:
    """Thirty forms written in one order: that the lot draws the same again is one chance in 30!."""
    one = survey()
    came = [sent(one, form(3, comment=f"Saran {at}")) for at in range(30)]
    close(one, actor=keeper())
    kept = list(one.answers.all())
    assert {row.pk for row in kept}.isdisjoint({row.pk for row in came})
    assert sorted(row.comment for row in kept) == sorted(row.comment for row in came)
    as_it_lies = list(one.answers.order_by().values_list("comment", flat=True))
    assert as_it_lies != [row.comment for row in came]
    assert [row.comment for row in kept] != [row.comment for row in came]
