"""Until when a conflict must be settled: so many working days, by the regulation parameters and the calendar."""

from __future__ import annotations

from datetime import date

from selaras.engines import workdays
from selaras.government.models import Calendar
from selaras.government.queries import NoCalendar, calendar_of, parameter
from selaras.sectoral.models import Conflict

FIELDS = ("starts_on", "due_on", "calendar", "derivation", "reminded_on")


def start_clock(conflict: Conflict, on: date) -> None:
    """Count from that day; without a calendar there is no deadline, and the page says so. Save `FIELDS` afterwards."""
    row = parameter("sectoral.conflict.settle", on)
    rule = workdays.Rule(row.value["term"], row.value["days"], row.legal_basis, event="Ditemukan")
    conflict.starts_on, conflict.reminded_on = on, None
    conflict.calendar = calendar_for(conflict)
    conflict.due_on, conflict.derivation = None, None
    if conflict.calendar:
        deadline = workdays.clock(on, rule, workdays_in(conflict.calendar))
        conflict.due_on, conflict.derivation = deadline.due, workdays.as_json(deadline)


def calendar_for(conflict: Conflict) -> Calendar | None:
    try:
        return calendar_of(conflict.owner.region_id)
    except NoCalendar:
        return None


def workdays_in(calendar: Calendar) -> workdays.Workdays:
    holidays = list(calendar.holidays.all())
    return workdays.Workdays.of(
        ((day.date, day.name, day.kind, day.estimated) for day in holidays),
        version=str(calendar),
        years={day.date.year for day in holidays},
    )


def explained(conflict: Conflict) -> tuple[str, ...]:
    """How the deadline came about, sentence by sentence; nothing where there is none."""
    return tuple(workdays.explained(workdays.from_json(conflict.derivation))) if conflict.derivation else ()
