"""The terms of a case as the regulation in force sets them, and the calendar in which they are counted."""

from __future__ import annotations

from datetime import date

from selaras.disclosure.models import Clock, PublicBody
from selaras.engines.workdays import Rule, Workdays
from selaras.government.models import Calendar
from selaras.government.queries import calendar_of, parameter

_EVENTS = {
    Clock.Kind.CHECK: "Diterima",
    Clock.Kind.COMPLETE: "Diminta melengkapi",
    Clock.Kind.ANSWER: "Dinyatakan lengkap",
    Clock.Kind.OBJECT: "Alasan keberatan timbul",
    Clock.Kind.SUPERIOR: "Keberatan diterima",
    Clock.Kind.DISPUTE: "Tanggapan keberatan, atau lewatnya waktu,",
    Clock.Kind.SETTLE: "Sengketa didaftarkan",
    Clock.Kind.COURT: "Putusan diterima",
}


def rule_of(kind: str, on: date) -> Rule:
    """Raises government.NoSuchParameter where no regulation of that day sets the term."""
    row = parameter(f"disclosure.term.{kind}", on)
    return Rule(
        term=row.value["term"],
        days=row.value["days"],
        legal_basis=row.legal_basis,
        extension_days=row.value.get("extension_days", 0),
        extension_basis=row.value.get("extension_basis", ""),
        event=_EVENTS[Clock.Kind(kind)],
    )


def calendar_for(body: PublicBody) -> Calendar:
    """The newest calendar of the region in which the body lies. Raises government.NoCalendar."""
    place = body.region_id or (body.agency.region_id if body.agency else "")
    return calendar_of(place)


def workdays_in(calendar: Calendar) -> Workdays:
    holidays = list(calendar.holidays.all())
    return Workdays.of(
        ((day.date, day.name, day.kind, day.estimated) for day in holidays),
        version=str(calendar),
        years={day.date.year for day in holidays},
    )
