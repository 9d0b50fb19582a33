"""A survey is asked, judged and counted by the regulation of its first day, though another comes into force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from selaras.government.models import RegulationParameter
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.filled import Filled
from selaras.satisfaction.measuring import figures_of
from selaras.satisfaction.models import Survey
from selaras.satisfaction.showing import shown
from tests.people.persons import browser_of
from tests.satisfaction.room import form, keeper, sent, service, survey, typed

pytestmark = pytest.mark.django_db
FIRST, CHANGED, LATER = date(2021, 4, 1), date(2021, 4, 10), date(2021, 10, 1)


def in_force(key: str, change: Callable[[Any], Any]) -> None:
    """A row of another value from a day on which the survey runs."""
    row = RegulationParameter.objects.get(key=f"satisfaction.{key}")
    row.pk, row.value, row.valid_from = None, change(row.value), CHANGED
    row.legal_basis = "Peraturan contoh"
    row.save(force_insert=True)


def eight_elements() -> None:
    in_force("elements", lambda value: [one for one in value if one["key"] != "cost"])


@pytest.fixture
def running(today: Callable[[date], None]) -> Survey:
    today(FIRST)
    one = survey(first=FIRST)
    typed(one, [form(3)] * 12)
    today(CHANGED)
    return one


def test_the_form_it_shows_is_the_form_it_takes(running: Survey) -> None:
    eight_elements()
    in_force("profile", lambda value: value | {"age": [{"key": "all", "name": "semua umur"}]})
    page = Client().get(reverse("survey", args=[running.key])).content.decode()
    assert 'name="u-cost"' in page
    assert 'value="25-39"' in page
    kept = sent(running, form(3, age="25-39"))
    assert (kept.marks, kept.age) == (form(3).marks, "25-39")


def test_nine_judged_elements_are_counted_as_nine(running: Survey) -> None:
    before = figures_of(running)
    eight_elements()
    in_force("bands", lambda value: [one | {"least": "25"} for one in value if one["key"] == "A"])
    assert figures_of(running) == before
    close(running, actor=keeper())
    assert publish(running, actor=keeper()).figures["band"]["key"] == "C"


def test_an_earlier_period_of_other_elements_is_shown_and_not_compared(
    running: Survey, today: Callable[[date], None]
) -> None:
    close(running, actor=keeper())
    publish(running, actor=keeper())
    eight_elements()
    today(LATER)
    later = survey(running.service, "Semester II (contoh)", LATER)
    eight = {key: mark for key, mark in form(4).marks.items() if key != "cost"}
    typed(later, [Filled(eight)] * 12)
    found = figures_of(later)
    assert [(one["index"], one["change"], one["real"]) for one in found["trend"]] == [
        ("75.00", None, False), ("100.00", None, False),
    ]  # fmt: skip
    assert [change for *_bar, change in shown(found)["trend"]] == ["awal", "unsurnya lain, tidak dibandingkan"]


def test_what_was_published_stays_as_it_was(running: Survey) -> None:
    close(running, actor=keeper())
    result = publish(running, actor=keeper())
    RegulationParameter.objects.filter(key="satisfaction.bands").update(value=[{"key": "X", "name": "X", "least": "1"}])
    again = publish(running, actor=keeper())
    assert (again.pk, again.band, again.figures) == (result.pk, "C", result.figures)


def test_how_it_is_counted_tells_the_elements_and_weights_of_its_first_day(
    today: Callable[[date], None],
) -> None:
    today(FIRST)
    of = service()
    eight_elements()
    today(LATER)
    one = survey(of, first=LATER)
    typed(one, [Filled({key: 3 for key in form(3).marks if key != "cost"})] * 12)
    close(one, actor=keeper())
    desk = browser_of(keeper()).get(reverse("survey-period", args=[one.key])).content.decode()
    result = publish(one, actor=keeper())
    public = Client().get(reverse("survey-results", args=[one.key])).content.decode()
    for page in (desk, public):
        told = page.partition("Cara menghitung")[2]
        assert told.count(": 1/8</li>") == 8
        assert "Biaya/Tarif" not in told
        assert "<h2>8 unsur</h2>" in page
        assert "1/9</li>" not in page
    assert {each["weight"] for each in result.figures["elements"]} == {"1/8"}


def test_what_went_out_before_weights_were_told_weighs_alike(running: Survey) -> None:
    figures = figures_of(running)
    for each in figures["elements"]:
        del each["weight"]
    assert {weight for _name, weight in shown(figures)["weights"]} == {"1/9"}
