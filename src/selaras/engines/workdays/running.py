"""Where a deadline stands on a given day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from selaras.engines.workdays.deadline import Deadline
from selaras.engines.workdays.errors import RuleError
from selaras.engines.workdays.pauses import between, merged
from selaras.engines.workdays.workdays import Workdays, day_of


def days_left(deadline: Deadline, today: date) -> int:
    """Counted days after today, up to and with the due date: 0 on that day and later. Needs no calendar.

    While a pause is open: those left when it ends. A term in calendar days counts to the working day it moved to.
    """
    stills = merged(deadline.pauses)
    first = max(today.toordinal(), deadline.start.toordinal() - (deadline.rule.day_one == "same")) + 1
    last = deadline.due.toordinal() if deadline.due else stills[-1].first - 1
    going = sum(end - begin + 1 for begin, end in between(stills, first, last))
    if deadline.rule.unit == "working":
        going -= sum(
            max(stretch.last.toordinal() - max(stretch.first.toordinal(), first) + 1, 0) for stretch in deadline.off
        )
    return deadline.left + going


def is_overdue(deadline: Deadline, today: date) -> bool:
    """Whether the due date is over; never while a pause is open. `calendar.between(due, today)` tells by how much."""
    return deadline.due is not None and today > deadline.due


def reminder_days(deadline: Deadline, calendar: Workdays, before: Iterable[int] = (3, 1)) -> tuple[date, ...]:
    """The working days so many working days before the due date, in order; none on which the clock stood.

    Those that would fall on the day of the event or earlier are left out; while a pause is open there are none.
    RuleError for a number below one.
    """
    wanted = set(before)
    if any(days < 1 for days in wanted):
        raise RuleError("Pengingat harus paling sedikit satu hari sebelum batas. Ubah jumlah harinya.")
    if deadline.due is None or not wanted:
        return ()
    found: list[date] = []
    runs = list(between(merged(deadline.pauses), deadline.start.toordinal() + 1, deadline.due.toordinal() - 1))
    passed = 0
    for first, last in reversed(runs):
        highest, lowest = calendar.numbering.rank(last), calendar.numbering.rank(first - 1)
        found += (
            day_of(calendar.numbering.nth(highest - (days - passed) + 1))
            for days in wanted
            if passed < days <= passed + highest - lowest
        )
        passed += highest - lowest
    return tuple(sorted(found))
