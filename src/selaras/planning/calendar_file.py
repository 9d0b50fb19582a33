"""The calendar of a cycle as an iCalendar file (RFC 5545), for the calendar of a phone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from selaras.planning.models import Stage


def calendar_file(name: str, stages: Iterable[Stage], *, site: str) -> bytes:
    """All-day events, one a stage; each keeps its identity, so that a moved stage moves in the reader's calendar."""
    host = site.partition("://")[2].partition("/")[0].partition(":")[0] or "selaras"
    calendar = Calendar()
    calendar.add("prodid", "-//Selaras//Kalender perencanaan//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for stage in stages:
        event = Event()
        event.add("uid", f"stage-{stage.pk}@{host}")
        event.add("dtstamp", datetime.combine(stage.opens_on, time(), UTC))
        event.add("summary", stage.name)
        event.add("dtstart", stage.opens_on)
        event.add("dtend", stage.closes_on + timedelta(days=1))  # the end of an all-day event is exclusive
        if told := "\n".join(filter(None, (stage.task, stage.legal_basis))):
            event.add("description", told)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
