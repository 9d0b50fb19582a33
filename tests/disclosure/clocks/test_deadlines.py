"""The deadlines of one's desks: as a page and as a feed, without a word of who asks or what."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.clocking import pause
from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.models import Request
from selaras.people.actions.accounts import deactivate
from selaras.people.feeds import key_of
from selaras.people.models import Account, Role
from tests.disclosure.network import agency, asked, at_desk, main_officer, network, superior_of, village
from tests.people.persons import browser_of, person, someone

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


@pytest.fixture
def case(today: Today) -> Request:
    today(date(2020, 3, 9))
    network()
    return accept(asked(village()), actor=at_desk(village()))


def feed(account: Account) -> Calendar:
    answer = Client().get(reverse("deadlines-feed", args=[key_of(account)]))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(answer.content)


def names(account: Account) -> list[str]:
    return [str(event["summary"]) for event in feed(account).walk("VEVENT")]


def test_each_desk_sees_its_own_and_no_other(case: Request) -> None:
    assert names(at_desk(village())) == [f"Jawab {case.number}"]
    for stranger in (at_desk(agency()), main_officer(), superior_of(village()), person("tanpa-peran")):
        assert names(stranger) == []


def test_the_superior_sees_objections(case: Request) -> None:
    answer(case, Reply([Told("APBDes", "given")], "Ya."), actor=at_desk(village()))
    object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT)
    assert names(superior_of(village())) == [f"Tanggapi keberatan {case.number}"]
    assert names(at_desk(village())) == []


def test_an_entry_tells_its_day_how_it_came_about_and_reminds_before(case: Request) -> None:
    (event,) = feed(at_desk(village())).walk("VEVENT")
    assert event["dtstart"].dt == date(2020, 3, 23)
    assert "Jawaban atas permohonan: 10 hari kerja" in event["description"]
    assert reverse("request-desk", args=[case.pk]) in event["description"]
    alarms = [alarm["trigger"].dt.isoformat() for alarm in event.walk("VALARM")]
    assert alarms == ["2020-03-18T01:00:00+00:00", "2020-03-20T01:00:00+00:00"]  # eight in the morning in Kebumen


def test_nothing_of_the_applicant_and_the_question_leaves(case: Request) -> None:
    text = feed(at_desk(village())).to_ical().decode()
    assert "Siti" not in text
    assert "APBDes" not in text


def test_a_day_that_moves_keeps_its_entry(case: Request) -> None:
    before = feed(at_desk(village())).walk("VEVENT")[0]["uid"]
    clock = case.clocks.get(kind="answer")
    clock.due_on = date(2020, 3, 24)
    clock.derivation["due"] = "2020-03-24"
    clock.save()
    (event,) = feed(at_desk(village())).walk("VEVENT")
    assert (event["uid"], event["dtstart"].dt) == (before, date(2020, 3, 24))


def test_a_clock_that_stands_has_no_entry(case: Request) -> None:
    pause(case, "Banjir.", actor=at_desk(village()))
    assert names(at_desk(village())) == []


def test_the_key_opens_it_and_ends_with_its_account(case: Request) -> None:
    desk = at_desk(village())
    assert Client().get(reverse("deadlines-feed", args=["tebakan"])).status_code == 404
    key = key_of(desk)
    deactivate(desk, actor=someone(Role.Kind.ADMINISTRATOR))
    assert Client().get(reverse("deadlines-feed", args=[key])).status_code == 404


def page(account: Account) -> str:
    answer = browser_of(account).get(reverse("deadlines"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_begins_with_the_nearest_day(case: Request, today: Today) -> None:
    told = page(at_desk(village()))
    assert "Belum ada yang lewat. Yang terdekat: Senin, 23 Maret 2020." in told
    assert "Dari mana tanggal ini?" in told
    (address,) = re.findall(r"http://testserver(/informasi/kalender/\S+/batas-waktu\.ics)", told)
    assert case.number in Client().get(address).content.decode()
    today(date(2020, 3, 24))
    assert "1 batas waktu sudah lewat." in page(at_desk(village()))
    assert "Tidak ada batas waktu yang berjalan." in page(at_desk(agency()))


def test_who_has_no_desk_is_told_whose_page_it_is(case: Request) -> None:
    answer = browser_of(someone(Role.Kind.PLANNER)).get(reverse("deadlines"))
    assert answer.status_code == 403
    assert "meja layanan informasi" in answer.content.decode()
