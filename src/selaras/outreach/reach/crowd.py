"""What the reports of phones say of a village: one phone is one voice, and what lies far out is shown as such."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from selaras.outreach.models import SignalReport

_FAR = 3.5  # modified z-score beyond which a value lies far out (Iglewicz and Hoaglin 1993, section 3)
_SCALE = 0.6745  # the median deviation of a normal distribution, in its standard deviations
_FEWEST = 5


@dataclass(frozen=True)
class Crowd:
    """`voices`: phones of a day; `bars` and `kbps`: the medians of what each voice says, None where none says it.

    `far_out`: reported speeds far from the others; `set_aside`: sent beyond what one phone or address may count for.
    """

    voices: int
    bars: float | None
    kbps: float | None
    far_out: int
    set_aside: int


def crowd_of(reports: Iterable[SignalReport]) -> dict[str, Crowd]:
    """By code of the village."""
    found = defaultdict[str, list[SignalReport]](list)
    for report in reports:
        found[report.village_id].append(report)
    return {code: _crowd(each) for code, each in found.items()}


def _crowd(reports: Sequence[SignalReport]) -> Crowd:
    voices = defaultdict[str, list[SignalReport]](list)
    for report in reports:
        if not report.set_aside:
            voices[report.device].append(report)
    bars = [median(one.bars for one in each) for each in voices.values()]
    speeds = [median(told) for each in voices.values() if (told := [one.kbps for one in each if one.kbps is not None])]
    far = far_out(speeds)
    near = [speed for speed, is_far in zip(speeds, far, strict=True) if not is_far]
    aside = sum(report.set_aside for report in reports)
    return Crowd(len(voices), median(bars) if bars else None, median(near) if near else None, sum(far), aside)


def far_out(values: Sequence[float]) -> list[bool]:
    """Which values lie far from the others; none where fewer than five speak, or half of them say the same."""
    if len(values) < _FEWEST:
        return [False] * len(values)
    middle = median(values)
    spread = median(abs(value - middle) for value in values)
    return [bool(spread) and _SCALE * abs(value - middle) / spread > _FAR for value in values]
