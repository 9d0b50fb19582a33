"""Unit costs far from their like."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from selaras.engines.indicators.catalogue import field_of
from selaras.engines.indicators.figures import read
from selaras.engines.indicators.model import Finding, Kind, PlanItem, Severity
from selaras.engines.indicators.text import plain
from selaras.engines.indicators.units import is_countable
from selaras.engines.indonesian.wording import number, rupiah

PEERS = 5  # fewer say nothing about what is usual
_CUT = 3.5  # Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993: modified z-score
_MAD_TO_DEVIATION = 1.4826
_LEAST = math.log(2)  # where all peers cost nearly the same, half and double are still not far
_DIGITS = 9  # logarithms may differ in the last bit between machines


@dataclass(frozen=True, slots=True)
class _Costed:
    item: PlanItem
    cost: Decimal
    log: float


def judge(items: Iterable[PlanItem]) -> Iterator[Finding]:
    """Items whose unit cost is far from the median of the same unit and subactivity (else field). O(n log n).

    Robust on the logarithm: farther than 3.5 deviations (estimated from the median absolute deviation), and
    at least twofold. A group needs five others to judge an item.
    """
    by_code: dict[tuple[str, str], list[_Costed]] = {}
    by_field: dict[tuple[str, str], list[_Costed]] = {}
    for item in items:
        costed = _costed(item)
        if costed is not None:
            unit = plain(item.unit)
            by_code.setdefault((unit, item.code), []).append(costed)
            by_field.setdefault((unit, field_of(item.code)), []).append(costed)
    for (_, code), group in by_code.items():
        if len(group) > PEERS:
            yield from _far(group, group, f"sub kegiatan {code}")
    for (unit, field), group in by_field.items():
        few = [costed for costed in group if len(by_code[unit, costed.item.code]) <= PEERS]
        if len(group) > PEERS:
            yield from _far(few, group, f"bidang urusan {field}")


def _costed(item: PlanItem) -> _Costed | None:
    if not item.cost or item.cost < 0 or not item.code or not is_countable(item.unit):
        return None
    volume = read(item.volume if item.volume is not None else item.target)
    if volume is None or volume <= 0:
        return None
    cost = Decimal(item.cost) / volume
    return _Costed(item, cost, round(float(cost.ln()), _DIGITS))


def _far(judged: list[_Costed], group: list[_Costed], place: str) -> Iterator[Finding]:
    centre = median(costed.log for costed in group)
    spread = median(abs(costed.log - centre) for costed in group)
    cut = round(max(_CUT * _MAD_TO_DEVIATION * spread, _LEAST), _DIGITS)
    usual = median(costed.cost for costed in group)
    for costed in judged:
        if round(abs(costed.log - centre), _DIGITS) > cut:
            peers = tuple(peer.item.id for peer in group if peer is not costed)
            message = _message(costed, usual, len(group), place)
            yield Finding(costed.item.id, Kind.UNIT_COST, Severity.WARNING, message, peers=peers)


def _message(costed: _Costed, usual: Decimal, size: int, place: str) -> str:
    dear = costed.cost > usual
    larger, smaller = (costed.cost, usual) if dear else (usual, costed.cost)
    times = (10 * larger / smaller).to_integral_value(ROUND_HALF_UP) / 10
    how = f"{number(times)} kali" if dear else f"1/{number(times)} dari"
    unit = costed.item.unit
    return (
        f"Biaya per {unit} {_whole(costed.cost)}, yaitu {how} biaya yang lazim ({_whole(usual)} per {unit}, "
        f"nilai tengah {size} rincian dengan satuan sama pada {place}). "
        "Periksa biaya, volume dan satuannya, atau tuliskan alasannya."
    )


def _whole(amount: Decimal) -> str:
    return rupiah(int(amount.to_integral_value(ROUND_HALF_UP)))
