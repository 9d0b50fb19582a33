"""The numbers of a version that were decided between sides that differed: what stands here, what holds, from whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from selaras.government.models import Region
from selaras.sectoral import catalogue
from selaras.sectoral.conflicts.choices import all_hold
from selaras.sectoral.conflicts.holding import agrees
from selaras.sectoral.models import Conflict, Side, Version

_ON_A_PAGE = 10


@dataclass(frozen=True)
class Decided:
    """`holders`: the agencies that say the number that holds; none where nobody said it before the decision."""

    side: Side
    holders: list[str]
    all_hold: str


def decided(request: HttpRequest, version: Version, first_rows: int) -> dict[str, Any]:
    """For the page: a page of the decisions, the names of their regions, the cells of the first rows set aside."""
    found = catalogue.decisions_of(version)
    page = Paginator(found.prefetch_related("conflict__sides__agency"), _ON_A_PAGE).get_page(request.GET.get("putusan"))
    sides = list(page)
    regions = Region.objects.filter(pk__in={one.conflict.region for one in sides})
    return {
        "decisions": page,
        "decided": [Decided(one, _holders(one.conflict), all_hold(one.conflict.kind)) for one in sides],
        "regions": {one.pk: one.name for one in regions},
        "set_aside": set(found.filter(superseded=True, row__lte=first_rows).values_list("row", "column")),
    }


def _holders(conflict: Conflict) -> list[str]:
    if conflict.outcome != Conflict.Outcome.NUMBER:
        return []
    return _names(one for one in conflict.sides.all() if _says(conflict, one))


def _says(conflict: Conflict, side: Side) -> bool:
    return side.role in Side.CONTESTED and agrees(side, conflict.number, conflict.number_unit)


def _names(sides: Iterable[Side]) -> list[str]:
    return sorted({one.agency.name for one in sides})
