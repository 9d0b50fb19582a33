"""The deadlines of a person's desks as an iCalendar file: case numbers and days, nothing of who asks or what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from selaras.disclosure.models import Clock
from selaras.disclosure.terms import workdays_in
from selaras.documents.calendar import Entry, calendar_file
from selaras.engines import workdays
from selaras.government.models import Calendar
from selaras.government.queries import parameter_value

_DEEDS = {Clock.Kind.CHECK: "Periksa", Clock.Kind.ANSWER: "Jawab", Clock.Kind.SUPERIOR: "Tanggapi keberatan"}


def deadlines_calendar(clocks: Iterable[Clock]) -> bytes:
    """Running clocks with `request__body` and `calendar` read along; each entry tells where its day comes from."""
    before = tuple(parameter_value("disclosure.reminder_days", timezone.localdate()))
    days_of = cache(_days_of)
    entries = [_entry(clock, days_of(clock.calendar), before) for clock in clocks if clock.due_on]
    name = "Selaras: batas waktu meja informasi"
    return calendar_file(name, "Batas waktu informasi", entries, site=settings.SITE, zone=settings.TIME_ZONE)


def _days_of(calendar: Calendar) -> workdays.Workdays:
    return workdays_in(calendar)


def _entry(clock: Clock, days: workdays.Workdays, before: tuple[int, ...]) -> Entry:
    deadline = workdays.from_json(clock.derivation)
    due = deadline.due or timezone.localdate()
    link = settings.SITE + reverse("request-desk", args=[clock.request_id])
    return Entry(
        key=f"clock-{clock.pk}",
        name=f"{_DEEDS[Clock.Kind(clock.kind)]} {clock.request.number}",
        first=due,
        last=due,
        told="\n".join([clock.request.body.name, *workdays.explained(deadline), link]),
        reminders=workdays.reminder_days(deadline, days, before),
    )
