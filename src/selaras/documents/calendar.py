"""Days as an iCalendar file (RFC 5545), for the calendar of a phone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

_MORNING = time(8)


@dataclass(frozen=True)
class Entry:
    """One all-day entry. `key` never changes, so that a day that moved moves in the reader's calendar too."""

    key: str
    name: str
    first: date
    last: date
    told: str = ""
    reminders: tuple[date, ...] = ()  # in the morning of these days


def calendar_file(name: str, about: str, entries: Iterable[Entry], *, site: str, zone: str) -> bytes:
    """`about` names the kind of calendar; the time zone is that of the reminders."""
    host = site.partition("://")[2].partition("/")[0].partition(":")[0] or "selaras"
    calendar = Calendar()
    calendar.add("prodid", f"-//Selaras//{about}//ID")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.key}@{host}")
        event.add("dtstamp", datetime.combine(entry.first, time(), UTC))
        event.add("summary", entry.name)
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + timedelta(days=1))  # the end of an all-day event is exclusive
        if entry.told:
            event.add("description", entry.told)
        for day in entry.reminders:
            event.add_component(_alarm(entry.name, day, zone))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _alarm(name: str, day: date, zone: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", name)
    alarm.add("trigger", datetime.combine(day, _MORNING, ZoneInfo(zone)).astimezone(UTC))
    return alarm
