"""The network as a map: districts as tiles, the villages of one as points; each beside its table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.disclosure import queries
from selaras.disclosure.models import PublicBody
from selaras.disclosure.network import BodyState, Stage, stages, states
from selaras.disclosure.pages.network.words import SHOWN, counted
from selaras.engines.schematic import Measure, in_percent, point_map, tile_map
from selaras.government.models import Region

FORMED, WORKING = "terbentuk", "bekerja"
_MEASURES = {
    FORMED: (_("Yang terbentuk"), _("Bagian badan publik yang terbentuk di tiap kecamatan")),
    WORKING: (_("Yang bekerja"), _("Bagian badan publik yang terbentuk dan bekerja di tiap kecamatan")),
}


@dataclass(frozen=True)
class District:
    """A district with all bodies that lie in it, its own among them."""

    region: Region
    states: list[BodyState]

    @property
    def all(self) -> int:
        return len(self.states)

    @property
    def formed(self) -> int:
        return sum(one.stage in {Stage.FORMED, Stage.WORKING} for one in self.states)

    @property
    def working(self) -> int:
        return sum(one.stage == Stage.WORKING for one in self.states)

    @property
    def overdue(self) -> int:
        return sum(one.overdue for one in self.states)


@require_safe
def map_page(request: HttpRequest) -> HttpResponse:
    """Bodies of no district, the agencies and the main PPID, are in the list alone."""
    asked = request.GET.get("ukuran", "")
    measure = asked if asked in _MEASURES else FORMED
    bodies = queries.bodies().filter(region__level__in=[Region.Level.DISTRICT, Region.Level.VILLAGE])
    found = states(bodies.select_related("region__parent"), timezone.localdate())
    districts = _by_district(found)
    context = {
        "districts": districts,
        "all": len(found),
        "formed": sum(one.formed for one in districts),
        "measures": [(key, word) for key, (word, _told) in _MEASURES.items()],
        "measure": measure,
        "told": _MEASURES[measure][1],
        "map": tile_map([_tile(one) for one in districts], _measure(measure)),
    }
    return render(request, "disclosure/network/map.html", context)


def _by_district(found: Iterable[BodyState]) -> list[District]:
    regions: dict[str, Region] = {}
    grouped: dict[str, list[BodyState]] = defaultdict(list)
    for state in found:
        region = state.body.region
        place = region.parent if region and region.level == Region.Level.VILLAGE else region
        if place:
            regions[place.pk] = place
            grouped[place.pk].append(state)
    return sorted((District(regions[key], grouped[key]) for key in regions), key=lambda one: one.region.name)


def _tile(district: District) -> dict[str, Any]:
    region = district.region
    place = {"code": region.pk, "name": region.name, "column": region.column, "row": region.row}
    return place | {FORMED: district.formed / district.all, WORKING: district.working / district.all}


def _measure(key: str) -> Measure:
    return Measure(lambda district: district[key], in_percent, most=1.0)


@require_safe
def district_map(request: HttpRequest, code: str) -> HttpResponse:
    """Each village numbered as in the table; its state is a shade, an edge, and a word that is read out."""
    own = get_object_or_404(queries.bodies(), region=code, kind=PublicBody.Kind.DISTRICT)
    villages = queries.bodies().filter(region__parent=code).order_by("region__name")
    found = states(villages, timezone.localdate())
    rows = [(at, state, SHOWN[state.stage]) for at, state in enumerate(found, 1)]
    context = {
        "body": own,
        "rows": rows,
        "stages": counted(stages(found)),
        "formed": sum(one.stage in {Stage.FORMED, Stage.WORKING} for one in found),
        "map": point_map([_spot(*row) for row in rows]),
    }
    return render(request, "disclosure/network/district_map.html", context)


def _spot(number: int, state: BodyState, shown: Any) -> dict[str, Any]:
    region = state.body.region
    return {
        "number": number,
        "code": state.body.code,
        "name": state.body.name,
        "latitude": region.latitude if region else None,
        "longitude": region.longitude if region else None,
        "step": shown.step,
        "told": str(shown.word),
    }
