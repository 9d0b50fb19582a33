"""Holidays are changed with a reason, after seeing what would move; what moved is told to both sides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.background import work_off
from selaras.disclosure.actions import keeping_holidays
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.keeping_holidays import keep_holidays, with_change, would_move
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.models import Request
from selaras.government.actions import DayOff, days_off
from selaras.government.models import Calendar, Holiday
from selaras.people.models import Account, Role
from tests.disclosure.network import asked, at_desk, main_officer, network, superior_of, village
from tests.people.persons import browser_of, person, someone

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
BIRTHDAY = DayOff(date(2020, 3, 20), "Hari jadi (contoh)", "local")
NEW = {"date": "2020-03-20", "name": "Hari jadi (contoh)", "kind": "local", "reason": "SK 1/2020"}


@pytest.fixture
def case(today: Today) -> Request:
    today(date(2020, 3, 9))
    network()
    return accept(asked(village()), actor=at_desk(village()))


def newest() -> Calendar:
    return Calendar.objects.latest("version")


def due(case: Request) -> date | None:
    return case.clocks.get(kind="answer").due_on


def add(**told: str) -> HttpResponse:
    return browser_of(main_officer()).post(reverse("holiday-new"), NEW | told)


def test_a_day_is_seen_first_then_kept_and_told(case: Request) -> None:
    seen = add(lihat="1")
    assert "1 batas waktu yang berjalan akan bergeser. Belum ada yang disimpan." in seen.content.decode()
    assert (newest().version, due(case)) == (1, date(2020, 3, 23))
    answer = add()
    assert answer.headers["Location"] == f"{reverse('holidays')}?tahun=2020"
    assert (newest().version, newest().note, due(case)) == (2, "SK 1/2020", date(2020, 3, 24))
    assert "Hari jadi (contoh)" in case.steps.get(kind="clock_changed").reason
    log = Entry.objects.get(action="government.calendar_renewed")
    assert (log.detail["came"], log.detail["went"]) == (["2020-03-20 Hari jadi (contoh)"], [])


def test_a_day_is_changed_and_taken_out(case: Request) -> None:
    add()
    browser = browser_of(main_officer())
    page = reverse("holiday", args=[newest().holidays.get(name=BIRTHDAY.name).pk])
    assert BIRTHDAY.name in browser.get(page).content.decode()
    browser.post(page, NEW | {"date": "2020-03-19", "estimated": "on"})
    moved = newest().holidays.get(name=BIRTHDAY.name)
    assert (moved.date, moved.estimated, due(case)) == (date(2020, 3, 19), True, date(2020, 3, 24))
    browser.post(reverse("holiday", args=[moved.pk]), {"hapus": "1", "reason": "Dicabut."})
    assert not newest().holidays.filter(name=BIRTHDAY.name).exists()
    assert (newest().version, due(case)) == (4, date(2020, 3, 23))


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"reason": " "}, "Tulis alasannya"),
        ({"name": ""}, "Tulis nama hari liburnya"),
        ({"date": ""}, "Isi tanggalnya."),
        ({"date": "31 Februari"}, "Tulis tanggal sebagai"),
        ({"kind": "pesta"}, "Pilih salah satu yang tersedia."),
        ({"date": "2020-03-25", "name": "Hari Suci Nyepi"}, "sudah ada pada tanggal itu"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(told: dict[str, str], sentence: str, case: Request) -> None:
    answer = add(**told)
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert newest().version == 1


def test_two_who_change_at_once_do_not_undo_each_other(case: Request) -> None:
    base, officer = newest(), main_officer()
    keep_holidays(base, with_change(base, None, BIRTHDAY), "SK 1", actor=officer)
    with pytest.raises(NotNow, match="orang lain"):
        keep_holidays(base, with_change(base, None, DayOff(date(2020, 5, 4), "Lain", "local")), "SK 2", actor=officer)
    with pytest.raises(NotNow, match="Tidak ada yang berubah"):
        keep_holidays(newest(), days_off(newest()), "SK 3", actor=officer)
    with pytest.raises(NotNow, match="sudah diubah"):
        with_change(newest(), DayOff(date(2020, 1, 1), "Tidak ada", "local"), None)
    with pytest.raises(Incomplete):
        with_change(newest(), None, BIRTHDAY)


def keepers() -> dict[str, Account]:
    return {"main": main_officer(), "planner": someone(Role.Kind.PLANNER), "admin": someone(Role.Kind.ADMINISTRATOR)}


@pytest.mark.parametrize("who", ["main", "planner", "admin"])
def test_who_keeps_holidays(who: str, case: Request) -> None:
    made, moved = keep_holidays(newest(), with_change(newest(), None, BIRTHDAY), "SK", actor=keepers()[who])
    assert (made.version, moved) == (2, 1)


def test_nobody_else_keeps_them(case: Request) -> None:
    days = with_change(newest(), None, BIRTHDAY)
    for who in (at_desk(village()), superior_of(village()), person("tanpa-peran")):
        with pytest.raises(NotAllowed):
            keep_holidays(newest(), days, "SK", actor=who)
        assert browser_of(who).get(reverse("holidays")).status_code == 403
    assert Client().get(reverse("holidays")).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_many_are_counted_in_the_background(case: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping_holidays, "AT_ONCE", 0)
    made, moved = keep_holidays(newest(), with_change(newest(), None, BIRTHDAY), "SK", actor=main_officer())
    assert (moved, due(case)) == (None, date(2020, 3, 23))
    monkeypatch.undo()  # the queue keeps the real time
    work_off("test")
    assert due(case) == date(2020, 3, 24)
    assert case.clocks.get(kind="answer").calendar == made


def test_looking_changes_nothing(case: Request) -> None:
    assert would_move(newest(), with_change(newest(), None, BIRTHDAY)) == 1
    assert would_move(newest(), with_change(newest(), None, DayOff(date(2020, 8, 3), "Jauh", "local"))) == 0
    assert Holiday.objects.count() == 2


def test_years_that_nobody_entered_are_named(case: Request) -> None:
    told = browser_of(main_officer()).get(reverse("holidays")).content.decode()
    assert "Hari libur 2021 belum diisi." in told
    assert "Hari Suci Nyepi" in told
    assert (
        "Belum ada hari libur tahun 2021."
        in browser_of(main_officer()).get(reverse("holidays"), {"tahun": "2021"}).content.decode()
    )
    assert browser_of(main_officer()).get(reverse("holidays"), {"tahun": "x' OR 1"}).status_code == 200
