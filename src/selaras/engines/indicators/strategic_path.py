"""Whether a target lies on the path of the strategic plan (Renstra), and on the right side of its baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from selaras.engines.indicators.figures import read
from selaras.engines.indicators.model import Direction, Finding, Kind, PlanItem, Severity, StrategicTarget
from selaras.engines.indicators.text import bare, plain
from selaras.engines.indonesian.wording import number

_ASK = "Samakan dengan Renstra, atau tuliskan alasannya di catatan."


class StrategicPlan:
    """The strategic targets by agency with indicator, and by agency with code."""

    def __init__(self, targets: Iterable[StrategicTarget]) -> None:
        self._by_indicator: dict[tuple[str, str], StrategicTarget] = {}
        self._by_code: dict[tuple[str, str], StrategicTarget] = {}
        for target in targets:
            self._by_indicator.setdefault((target.agency, bare(target.indicator)), target)
            if target.code:
                self._by_code.setdefault((target.agency, target.code), target)

    def of(self, item: PlanItem) -> StrategicTarget | None:
        """The promise this item is measured by: the same indicator, else the same subactivity. O(1)."""
        same = self._by_indicator.get((item.agency, bare(item.indicator))) if item.indicator else None
        return same or self._by_code.get((item.agency, item.code))


def direction_of(target: StrategicTarget) -> Direction:
    """Which way is good: as stated, else as the path runs from its first known value to its last. O(years)."""
    if target.direction is not None:
        return target.direction
    path = [target.targets[year] for year in sorted(target.targets)]
    if target.baseline is not None:
        path.insert(0, target.baseline)
    if not path or path[0] == path[-1]:
        return Direction.CONSTANT
    return Direction.RISING if path[-1] > path[0] else Direction.FALLING


def judge(item: PlanItem, plan: StrategicPlan, year: int) -> Iterator[Finding]:
    """What the strategic plan has against the item's target. O(years)."""
    promise, target = plan.of(item), read(item.target)
    if promise is None:
        return
    mismatch = _mismatch(item, promise)
    if mismatch:
        yield Finding(item.id, Kind.STRATEGIC_MISMATCH, Severity.WARNING, mismatch)
        return
    if target is None:
        return
    direction = direction_of(promise)
    behind = _behind_baseline(item, promise, target, direction)
    if behind:
        yield Finding(item.id, Kind.BEHIND_BASELINE, Severity.WARNING, behind)
    if year not in promise.targets:
        said = (
            f"Renstra belum memuat target tahun {year} untuk indikator ini. Lengkapi Renstra atau pilih indikatornya."
        )
        yield Finding(item.id, Kind.NO_STRATEGIC_TARGET, Severity.NOTE, said)
        return
    off = _off_path(target, promise, year, direction)
    if off:
        yield Finding(item.id, Kind.OFF_STRATEGIC_PATH, Severity.WARNING, off)


def _mismatch(item: PlanItem, promise: StrategicTarget) -> str | None:
    if item.indicator and bare(item.indicator) != bare(promise.indicator):
        return (
            f'Renstra memakai indikator "{promise.indicator}" untuk sub kegiatan ini. '
            "Pakai indikator yang sama, atau usulkan perubahan Renstra."
        )
    if item.unit and promise.unit and plain(item.unit) != plain(promise.unit):
        return (
            f'Satuan di sini "{item.unit}", sedangkan di Renstra "{promise.unit}", sehingga targetnya '
            "tidak dapat dibandingkan. Pakai satuan yang sama."
        )
    return None


def _behind_baseline(item: PlanItem, promise: StrategicTarget, target: Decimal, direction: Direction) -> str | None:
    own = read(item.baseline)
    baseline = own if own is not None else promise.baseline
    if baseline is None or direction is Direction.CONSTANT:
        return None
    if direction is Direction.RISING and target < baseline:
        way, side = "naik", "lebih rendah"
    elif direction is Direction.FALLING and target > baseline:
        way, side = "turun", "lebih tinggi"
    else:
        return None
    return (
        f"Indikator ini seharusnya {way}, tetapi target {number(target)} {side} daripada kondisi awal "
        f"{number(baseline)}. Periksa target atau kondisi awalnya."
    )


def _off_path(target: Decimal, promise: StrategicTarget, year: int, direction: Direction) -> str | None:
    promised = promise.targets[year]
    gap = Fraction(target) - Fraction(promised)
    if abs(gap) <= abs(Fraction(promised)) * promise.tolerance:
        return None
    ahead = (direction is Direction.RISING and gap > 0) or (direction is Direction.FALLING and gap < 0)
    if ahead:
        return None
    side = "lebih rendah" if gap < 0 else "lebih tinggi"
    return f"Target {number(target)} {side} daripada target Renstra tahun {year}, yaitu {number(promised)}. {_ASK}"
