"""What the page of a model file tells: its routes, and what its own tool and Selaras see differently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from selaras.engines.findings.differences import DIFFERENCES
from selaras.engines.routes import KINDS
from selaras.exposure.models import Report


@dataclass(frozen=True)
class Differing:
    """One difference in words; `more` tells how many parts beyond those named it is about."""

    title: str
    sentence: str
    named: list[str]
    more: int


@dataclass(frozen=True)
class ForeignModel:
    """`links` are those still to be confirmed: source, target, kind in words, protected."""

    routes: list[str]
    differing: list[Differing]
    links: list[tuple[str, str, str, bool]]


def foreign_model(report: Report) -> ForeignModel | None:
    """None for a report that is no model, or one of whose format nothing differs."""
    if "differences" not in report.told:
        return None
    differing = [
        Differing(
            _(DIFFERENCES[one["key"]].title),
            _(DIFFERENCES[one["key"]].sentence),
            one["named"],
            one["count"] - len(one["named"]),
        )
        for one in report.told["differences"]
        if one["key"] in DIFFERENCES  # of an edition of the reader that named others
    ]
    names = {one["key"]: one["name"] or one["key"] for one in _systems(report)}
    links = [
        (names[one["source"]], names[one["target"]], _(KINDS[one["kind"]].label), one["protected"])
        for one in report.draft.get("links", [])
    ]
    return ForeignModel(report.told["routes"], differing, links)


def _systems(report: Report) -> list[dict[str, Any]]:
    """Those that wait, and those that were confirmed already."""
    return [*report.draft.get("systems", []), *report.draft.get("taken", [])]
