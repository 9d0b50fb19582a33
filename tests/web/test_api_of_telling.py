"""What the rooms of messages, surveys and indicators say to programs: what their public pages say, as JSON and CSV."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.evidence.actions.seeding import seed_indicators
from selaras.outreach.actions.sending import withdraw
from selaras.people.actions import system_account
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.models import Result
from tests.disclosure.conftest import today
from tests.outreach import room as telling
from tests.satisfaction import room as asking

__all__ = ["today"]
pytestmark = pytest.mark.django_db
API = "/api/v1"


def table(address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(Client().get(address).content.decode("utf-8-sig"))))


def a_published_survey() -> Result:
    seed_indicators(actor=system_account())
    survey = asking.survey(desks=["Loket satu (contoh)"])
    asking.typed(survey, [asking.form(3 + at % 2, desk="loket-satu-contoh") for at in range(12)])
    close(survey, actor=asking.keeper())
    return publish(survey, actor=asking.keeper())


def test_a_survey_is_told_once_it_was_published() -> None:
    assert Client().get(f"{API}/surveys").json() == {"count": 0, "items": []}
    running = asking.survey()
    assert Client().get(f"{API}/surveys/{running.key}").status_code == 404
    asking.typed(running, [asking.form(3)] * 12)
    close(running, actor=asking.keeper())
    result = publish(running, actor=asking.keeper())
    (listed,) = Client().get(f"{API}/surveys").json()["items"]
    whole = Client().get(f"{API}/surveys/{running.key}").json()
    assert listed.items() <= whole.items()
    assert (whole["index"], whole["answers"], len(whole["elements"])) == (str(result.index), 12, 9)
    assert result.digest == whole["digest"]
    assert "75" in Client().get(whole["page"]).content.decode()


def test_the_table_of_a_survey_says_the_same() -> None:
    result = a_published_survey()
    rows = table(reverse("survey-file", args=[result.survey.key, "csv"]))
    parts = [row["bagian"] for row in rows]
    assert parts == ["indeks", *["unsur"] * 9, "loket"]
    assert rows[0]["nilai"] == str(result.index)
    assert rows[0]["layanan"] == "layanan-komunikasi"


def test_an_indicator_comes_with_target_and_value_of_every_year() -> None:
    result = a_published_survey()
    (told,) = Client().get(f"{API}/indicators").json()
    assert Client().get(f"{API}/indicators/{told['code']}").json() == told
    years = {one["year"]: one for one in told["years"]}
    assert (years[2021]["target"], years[2021]["value"]) == ("90.38", None)
    year = result.survey.last_day.year
    assert (years[year]["value"], years[year]["reached"]) == (str(result.index), None)
    rows = {row["tahun"]: row for row in table(reverse("indicators-file"))}
    assert (rows["2021"]["target"], rows[str(year)]["nilai"]) == ("90.38", str(result.index))


def test_messages_that_hold_and_those_put_right_are_told_and_drafts_are_not(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    telling.draft("Konsep (contoh)")
    wrong = telling.sent("Salah (contoh)", regions=[telling.SADANG])
    notice = withdraw(wrong, uuid4(), "Keliru (contoh).", actor=telling.writer())
    told = Client().get(f"{API}/messages").json()
    found = {one["title"]: one for one in told["items"]}
    assert told["count"] == len(found) == 2
    assert found[wrong.title]["later"] == notice.key
    assert found[notice.title]["earlier"] == wrong.key
    assert found[wrong.title]["regions"] == [telling.SADANG]
    assert {row["kunci"]: row["pengganti"] for row in table(reverse("messages-file"))}[wrong.key] == notice.key
    today(wrong.valid_until + timedelta(days=40))
    assert Client().get(f"{API}/messages").json()["count"] == 0
    assert Client().get(f"{API}/messages/{wrong.key}").json()["state"] == "withdrawn"


def test_a_list_asks_a_constant_number_of_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for many in (1, 5):
        for at in range(many):
            telling.sent(f"Pesan {many} {at} (contoh)")
        with django_assert_num_queries(3):
            Client().get(f"{API}/messages")
