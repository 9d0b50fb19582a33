"""What was worked out of exposure, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from selaras.engines.routes import percent
from selaras.exposure.models import System
from selaras.exposure.moved import kind_word, risk_moved, worth
from selaras.exposure.viewing import View


@dataclass(frozen=True)
class Exposed:
    """How likely a system falls by any route; `low` and `high` are the range of the sampling."""

    system: System
    chance: str
    low: str
    high: str


@dataclass(frozen=True)
class Estimate:
    cores: list[Exposed]
    chokes: list[tuple[System, int]]
    fewest: list[str]
    moved: list[tuple[str, str, str]]
    worlds: int
    sentence: str


def told_estimate(view: View, result: dict[str, Any]) -> Estimate:
    """Systems that the person sees no longer are left out."""
    shares = result["shares"]
    cores = [view.own[core.key] for core in view.graph.cores if core.key in shares]
    ranked = sorted(cores, key=lambda one: (-shares[one.key][0], one.name))
    return Estimate(
        [Exposed(one, *(percent(part) for part in shares[one.key])) for one in ranked],
        [(view.own[key], routes) for key, routes, _weight in result["chokes"] if key in view.own],
        [view.name(key) for key in result["fewest"] if key in view.own or key in view.near],
        [(kind_word(kind), worth(low), worth(high)) for kind, low, high in result["moved"]],
        result["worlds"],
        risk_moved(view, result),
    )
