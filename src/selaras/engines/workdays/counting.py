"""Count a term from an event to its due date, and keep what the count came from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from selaras.engines.indonesian.wording import number
from selaras.engines.workdays.course import Course
from selaras.engines.workdays.deadline import Deadline
from selaras.engines.workdays.errors import ExtensionError
from selaras.engines.workdays.model import Extension, Pause, Rule
from selaras.engines.workdays.pauses import costs, in_order
from selaras.engines.workdays.workdays import Workdays, day_of


def clock(
    start: date,
    rule: Rule,
    calendar: Workdays,
    *,
    pauses: Iterable[Pause] = (),
    extension: Extension | None = None,
) -> Deadline:
    """When the term of `rule` that an event on `start` opened ends, with its derivation.

    The day of an event after office hours is the caller's to choose. Pauses may overlap; days of a pause do not
    count, and no due date falls into one. A pause that begins behind the due date changes nothing, even while open.
    O(p log p + p log n + d) for p pauses, n holidays, d runs of non-working days on the way. ExtensionError for an
    extension the rule does not allow, CalendarError beyond the year 9998.
    """
    _check(rule, extension)
    given = in_order(pauses)
    course = Course.of(start, rule, calendar, given)
    plain = course.land(rule.days)
    landing = course.land(rule.days + extension.days) if extension else plain
    runs = course.runs(landing.counted, course.end(landing.due))
    until = None if landing.due is None else landing.counted
    return Deadline(
        start=start,
        rule=rule,
        pauses=given,
        extension=extension,
        due=_day(landing.due),
        due_unextended=_day(plain.due),
        first_day=_day(course.land(1).counted),
        left=landing.left,
        off=tuple(stretch for run in runs for stretch in calendar.stretches(*run)),
        costs=tuple(costs(given, course.numbering, course.after, until)) if given else (),
        unknown_years=tuple(sorted({year for run in runs for year in calendar.unknown_years(*run)})),
        calendar=calendar.version,
        digest=calendar.digest,
    )


def _check(rule: Rule, extension: Extension | None) -> None:
    if extension is None:
        return
    if not rule.extension_days:
        raise ExtensionError(f"Jangka waktu “{rule.term}” tidak dapat diperpanjang. Hapus perpanjangannya.")
    if not 0 < extension.days <= rule.extension_days:
        raise ExtensionError(
            f"Perpanjangan “{rule.term}” paling sedikit satu hari, paling lama {number(rule.extension_days)} hari. "
            "Ubah jumlah harinya."
        )


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else day_of(ordinal)
