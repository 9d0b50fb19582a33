"""What was worked out of exposure, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from selaras.engines.routes import percent
from selaras.exposure.models import System
from selaras.exposure.moved import kind_word, of_weight, risk_moved
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
    """`fewest`: what to secure so that every route ends; empty where one of it can no longer be named."""

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
        _fewest(view, result["fewest"]),
        [
            (kind_word(kind), of_weight(low, result["weight"]), of_weight(high, result["weight"]))
            for kind, low, high in result["moved"]
        ],
        result["worlds"],
        risk_moved(view, result),
    )


def _fewest(view: View, keys: list[str]) -> list[str]:
    """A part of it alone would not end all routes, so it is told whole or not at all."""
    hosts = {one.host.key: one.host.name for one in view.own.values() if one.host}
    names = {key: one.name for key, one in (*view.own.items(), *view.near.items())}
    names |= {key: _("peladen %(name)s") % {"name": name} for key, name in hosts.items()}
    told = [_named(names, key) for key in keys]
    return told if all(told) else []


def _named(names: dict[str, str], key: str) -> str:
    """`first|second` is what joins two systems that share a machine, as the engine has it."""
    ends = [names.get(end, "") for end in key.split("|")]
    if not all(ends):
        return ""
    if len(ends) == 1:
        return ends[0]
    return _("peladen bersama %(first)s dan %(second)s") % {"first": ends[0], "second": ends[1]}
