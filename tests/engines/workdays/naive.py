"""The deadline counted as a clerk does on a wall calendar, one day after the other: the judge of the engine."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from selaras.engines.workdays import Pause, Rule

DAY = timedelta(1)


def naive_due(
    start: date,
    rule: Rule,
    off: Collection[date],
    *,
    weekend: Collection[int] = (5, 6),
    pauses: Sequence[Pause] = (),
    extended: int = 0,
) -> date | None:
    """The due date, None where the clock stands still without end."""

    def works(day: date) -> bool:
        return day.weekday() not in weekend and day not in off

    def stands(day: date) -> bool:
        return any(pause.start <= day and (pause.end is None or day < pause.end) for pause in pauses)

    open_since = min((pause.start for pause in pauses if pause.end is None), default=None)
    left = rule.days + extended
    day = start if rule.day_one == "same" else start + DAY
    while True:
        if open_since is not None and day >= open_since:
            return None
        if not stands(day):
            if left > 0 and (rule.unit == "calendar" or works(day)):
                left -= 1
            if left == 0 and works(day):
                return day
        day += DAY
