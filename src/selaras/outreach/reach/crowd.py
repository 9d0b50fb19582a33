"""What the reports of phones say of a village: one phone is one voice a day, and what lies far out is shown as such."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.db.models import Count, Sum

from selaras.government.queries import parameter_value
from selaras.outreach.models import SignalReport
from selaras.outreach.reach.queries import reports_visible_to, unkept_visible_to
from selaras.people.queries import Person

_FAR = 3.5  # modified z-score beyond which a value lies far out (Iglewicz and Hoaglin 1993, section 3)
_SCALE = 0.6745  # the median deviation of a normal distribution, in its standard deviations
_FEWEST = 5


@dataclass(frozen=True)
class Crowd:
    """What the phones with cards of one `operator` show.

    `voices`: phones of a day; `bars` and `kbps`: the medians of what each voice says, None where none says it.
    `far_out`: reported speeds far from the others; `newest`: the last day on which one of them measured.
    """

    operator: str
    voices: int
    bars: float
    kbps: float | None
    far_out: int
    newest: date


@dataclass(frozen=True)
class Heard:
    """Of one village: the operator with most voices first, for a mast of one helps no phone of another.

    `set_aside`: sent beyond what one phone or address may count for.
    """

    operators: tuple[Crowd, ...]
    set_aside: int


def heard_in(codes: Collection[str], today: date, person: Person) -> dict[str, Heard]:
    """By code of the village, of the time that the parameter `outreach.report_speaks_days` sets; four queries."""
    since = today - timedelta(days=parameter_value("outreach.report_speaks_days", today))
    reports = reports_visible_to(person).filter(village__in=codes, measured_on__gte=since)
    beyond = reports.filter(set_aside=True).order_by()
    aside = Counter[str](dict(beyond.values_list("village").annotate(n=Count("pk"))))
    unkept = unkept_visible_to(person).filter(village__in=codes, day__gte=since)
    aside.update(dict(unkept.order_by().values_list("village").annotate(n=Sum("count"))))
    found = defaultdict[str, defaultdict[str, list[SignalReport]]](lambda: defaultdict(list))
    for report in reports.filter(set_aside=False):
        found[report.village_id][report.operator].append(report)
    return {
        code: Heard(_by_voices(_crowd(name, each) for name, each in found[code].items()), aside[code])
        for code in {*found, *aside}
    }


def _by_voices(crowds: Iterable[Crowd]) -> tuple[Crowd, ...]:
    return tuple(sorted(crowds, key=lambda one: (-one.voices, one.operator)))


def _crowd(operator: str, reports: Sequence[SignalReport]) -> Crowd:
    voices = defaultdict[str, list[SignalReport]](list)
    for report in reports:
        voices[report.device].append(report)
    bars = [median(one.bars for one in each) for each in voices.values()]
    speeds = [median(told) for each in voices.values() if (told := [one.kbps for one in each if one.kbps is not None])]
    far = far_out(speeds)
    near = [speed for speed, is_far in zip(speeds, far, strict=True) if not is_far]
    newest = max(report.measured_on for report in reports)
    return Crowd(operator, len(voices), median(bars), median(near) if near else None, sum(far), newest)


def far_out(values: Sequence[float]) -> list[bool]:
    """Which values lie far from the others; none where fewer than five speak, or half of them say the same."""
    if len(values) < _FEWEST:
        return [False] * len(values)
    middle = median(values)
    spread = median(abs(value - middle) for value in values)
    return [bool(spread) and _SCALE * abs(value - middle) / spread > _FAR for value in values]
