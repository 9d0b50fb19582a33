"""A survey past its last day, and one whose result nobody published, stand on the first page of the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.waiting import waiting_for
from tests.counting import queries_of
from tests.people.persons import browser_of, secretary
from tests.satisfaction.room import form, keeper, steward, stranger, survey, typed, typist

pytestmark = pytest.mark.django_db


def test_it_is_told_to_who_keeps_the_survey_until_it_is_done(today: Callable[[date], None]) -> None:
    today(date(2021, 4, 1))
    one = survey(first=date(2021, 4, 1), days=10)
    typed(one, [form(3)] * 12)
    assert waiting_for(keeper()) == []
    today(date(2021, 4, 12))
    for who in (keeper(), steward()):
        assert [task.sentence for task in waiting_for(who)] == ["1 survei sudah lewat hari terakhirnya: tutup."]
    assert "1 survei sudah lewat" in browser_of(keeper()).get(reverse("desk")).content.decode()
    close(one, actor=keeper())
    assert [task.sentence for task in waiting_for(keeper())] == ["1 survei sudah ditutup: umumkan hasilnya."]
    publish(one, actor=keeper())
    assert waiting_for(keeper()) == []


def test_what_can_not_be_published_does_not_wait_for_ever(today: Callable[[date], None]) -> None:
    today(date(2021, 4, 1))
    one = survey(first=date(2021, 4, 1), days=10)
    typed(one, [form(3)] * 9)
    close(one, actor=keeper())
    assert waiting_for(keeper()) == []
    page = browser_of(keeper()).get(reverse("survey-period", args=[one.key])).content.decode()
    assert "Hasil ini tidak dapat diumumkan" in page
    assert reverse("survey-open", args=[one.service.code]) in page


def test_a_service_is_to_be_asked_about_again_when_a_year_has_gone(today: Callable[[date], None]) -> None:
    today(date(2021, 4, 1))
    one = survey(first=date(2021, 4, 1), days=10)
    close(one, actor=keeper())
    asks, say = "1 layanan sudah waktunya disurvei lagi: buka survei.", "sudah waktunya disurvei lagi"
    for day, due in ((date(2022, 4, 11), False), (date(2022, 4, 12), True)):
        today(day)
        assert [task.sentence for task in waiting_for(keeper())] == [asks] * due
        assert (say in browser_of(keeper()).get(reverse("survey-desk")).content.decode()) is due
    survey(one.service, "Semester II (contoh)")
    assert waiting_for(keeper()) == []


def test_others_are_not_bothered(today: Callable[[date], None]) -> None:
    today(date(2021, 4, 1))
    survey(first=date(2021, 4, 1), days=1)
    today(date(2021, 4, 12))
    assert [waiting_for(who) for who in (stranger(), typist(), secretary())] == [[], [], []]
    assert queries_of(waiting_for, secretary()) <= 1  # their roles alone
