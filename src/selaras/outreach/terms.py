"""By when a village desk acknowledges, when it counts as silent, how often it is reminded: regulation parameters."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from selaras.engines import workdays
from selaras.government.queries import calendar_of, parameter, parameter_value


def due_from(sent_at: datetime, *, urgent: bool, region: str) -> datetime:
    """Urgent: so many hours after sending. Else the end of a working day in the calendar of the region.

    Raises government.NoCalendar, engines.workdays.CalendarError.
    """
    day = timezone.localdate(sent_at)
    row = parameter("outreach.acknowledge", day)
    if urgent:
        return sent_at + timedelta(hours=row.value["urgent_hours"])
    calendar = calendar_of(region)
    holidays = list(calendar.holidays.all())
    known = workdays.Workdays.of(
        ((one.date, one.name, one.kind, one.estimated) for one in holidays),
        version=str(calendar),
        years={one.date.year for one in holidays},
    )
    rule = workdays.Rule("Tanda terima pesan", row.value["workdays"], row.legal_basis, event="Dikirim")
    last = workdays.clock(day, rule, known).due or day
    return timezone.make_aware(datetime.combine(last, time(23, 59)))


def silent_since(now: datetime) -> datetime:
    """A village with something overdue that acknowledged nothing since then is silent."""
    return now - timedelta(days=parameter_value("outreach.silent", timezone.localdate(now))["days"])


def reminded_before(now: datetime) -> datetime:
    """Who was reminded since then is not reminded again yet."""
    return now - timedelta(hours=parameter_value("outreach.reminder", timezone.localdate(now))["hours"])
