"""A conflict has so many working days; the deadline follows the calendar, and what is overdue is told once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from selaras.government.actions import seed_calendar
from selaras.government.models import Calendar
from selaras.people.actions.accounts import system_account
from selaras.sectoral.actions.reminding_of_conflicts import Reminded, remind_of_conflicts
from selaras.sectoral.conflicts.deadline import explained
from selaras.sectoral.models import Conflict, Look, Word
from tests.sectoral.conflicts.two_agencies import REGISTRY, apart, at

pytestmark = pytest.mark.django_db


def calendar(*holidays: date) -> Calendar:
    """The next version of the regency's calendar: that of the program and these days."""
    region = at(REGISTRY).region
    today = timezone.localdate()
    made = seed_calendar(region, [today.year, today.year + 1], actor=system_account())
    for day in holidays:
        made.holidays.create(date=day, name="Libur (contoh)", kind="local")
    return made


def reminded() -> Reminded:
    return remind_of_conflicts(actor=system_account())


def test_it_is_counted_in_working_days_and_says_how() -> None:
    calendar()
    conflict = apart()
    assert conflict.due_on
    assert conflict.due_on > timezone.localdate() + timedelta(days=10)
    told = explained(conflict)
    assert told[0].startswith("Ditemukan ")
    assert "10 hari kerja" in told[1]


def test_without_a_calendar_there_is_no_deadline_until_there_is_one() -> None:
    conflict = apart()
    assert (conflict.due_on, explained(conflict)) == (None, ())
    calendar()
    assert reminded().moved == 1
    conflict.refresh_from_db()
    assert conflict.due_on
    assert reminded() == Reminded(0, 0, False)


def test_a_holiday_that_comes_moves_it_and_the_history_says_so() -> None:
    calendar()
    conflict = apart()
    before = conflict.due_on
    assert before
    older = Calendar.objects.get()
    newer = Calendar.objects.create(region=older.region, version=older.version + 1)
    for one in older.holidays.all():
        newer.holidays.create(date=one.date, name=one.name, kind=one.kind)
    newer.holidays.create(date=before, name="Libur (contoh)", kind="local")
    assert reminded().moved == 1
    conflict.refresh_from_db()
    assert conflict.due_on
    assert conflict.due_on > before
    assert "Libur (contoh)" in conflict.words.get(kind="recounted").text


def test_what_is_overdue_is_told_once() -> None:
    calendar()
    conflict = apart()
    Conflict.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    assert [reminded().overdue for _ in range(2)] == [1, 0]
    assert "Dinas Kesehatan (contoh)" in Word.objects.get(conflict=conflict, kind="overdue").text


def test_a_search_whose_process_is_gone_is_begun_again() -> None:
    apart()
    Look.objects.update(state="running", moved_at=timezone.now() - timedelta(hours=1))
    assert reminded().looked
    assert Look.objects.filter(state="waiting").count() == 1
