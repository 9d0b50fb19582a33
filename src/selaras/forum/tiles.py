"""What the shade of a district tells on the forum's map: the share that was funded, or what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from selaras.engines.indonesian.wording import number
from selaras.engines.schematic import Measure, in_percent


def _money(value: float) -> str:
    """`26 M` (miliar) or `850 jt`: no more fits on a tile."""
    for step, word in ((1e9, "M"), (1e6, "jt")):
        if value >= step:
            return f"{number(round(value / step))} {word}"
    return number(round(value))


def _share(district: Mapping[str, Any]) -> float | None:
    return district["funded_cost"] / district["asked_cost"] if district["asked_cost"] else None


def _round_share(largest: float) -> float:
    """A quarter, a half or the whole, so that the five shades end at round numbers."""
    return next((end for end in (0.25, 0.5) if largest <= end), 1.0)


SHARE = Measure(_share, in_percent, most=1.0)
MEASURES = {
    "bagian": Measure(_share, in_percent, fit=_round_share),
    "dana": Measure(lambda district: district["asked_cost"], _money),
    "usulan": Measure(lambda district: district["asked"], lambda value: number(round(value))),
}
