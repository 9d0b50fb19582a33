"""A survey that lacks answers is kept open longer, one that has enough ends earlier; its first day stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.satisfaction.actions.periods import close, move_last_day
from selaras.satisfaction.errors import Incomplete, NotAllowed, NotNow
from selaras.satisfaction.models import Survey
from tests.people.persons import browser_of
from tests.satisfaction.room import form, keeper, sent, stranger, survey, typist

pytestmark = pytest.mark.django_db
FIRST, LAST, LATER = date(2021, 4, 1), date(2021, 4, 11), date(2021, 5, 31)


@pytest.fixture
def one(today: Callable[[date], None]) -> Survey:
    today(FIRST)
    made = survey(first=FIRST, days=10)
    assert made.closes_on == LAST
    return made


def test_after_its_last_day_it_takes_answers_again(one: Survey, today: Callable[[date], None]) -> None:
    today(date(2021, 4, 20))
    longer = move_last_day(one, LATER, actor=keeper())
    sent(longer, form(4))
    assert Survey.objects.get().closes_on == LATER
    assert Entry.objects.get(action="satisfaction.last_day_moved").detail == {"from": "2021-04-11", "to": "2021-05-31"}


def test_the_same_day_again_is_nothing_new(one: Survey) -> None:
    move_last_day(one, LAST, actor=keeper())
    assert not Entry.objects.filter(action="satisfaction.last_day_moved").exists()


@pytest.mark.parametrize("day", [None, date(2021, 3, 31)])
def test_a_day_that_cannot_be_is_told(one: Survey, day: date | None) -> None:
    with pytest.raises(Incomplete) as wrong:
        move_last_day(one, day, actor=keeper())
    assert set(wrong.value.fields) == {"closes_on"}


def test_a_day_gone_by_is_none_and_a_closed_survey_stays_closed(one: Survey, today: Callable[[date], None]) -> None:
    today(date(2021, 4, 20))
    with pytest.raises(Incomplete, match="sudah lewat"):
        move_last_day(one, date(2021, 4, 19), actor=keeper())
    close(one, actor=keeper())
    with pytest.raises(NotNow, match="ditutup"):
        move_last_day(one, LATER, actor=keeper())


@pytest.mark.parametrize("who", [stranger, typist])
def test_others_do_not_move_it(one: Survey, who: Any) -> None:
    with pytest.raises(NotAllowed):
        move_last_day(one, LATER, actor=who())


def test_the_page_moves_it_and_asks_twice_before_it_closes_early(one: Survey) -> None:
    client, page = browser_of(keeper()), reverse("survey-period", args=[one.key])
    address = reverse("survey-act", args=[one.key])
    text = client.get(page).content.decode()
    assert ("Tutup sebelum hari terakhir" in text, "Ya, tutup sekarang" in text) == (True, True)
    for day, told in (("2021-05-31", "Hari terakhirnya dipindahkan"), ("", "Isi hari terakhirnya.")):
        assert told in client.post(address, {"deed": "move", "closes_on": day}, follow=True).content.decode()
    assert "Senin, 31 Mei 2021" in client.get(page).content.decode()
