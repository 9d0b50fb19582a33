"""A connection is drawn on the map: two systems are chosen, and the form of their connection opens filled in.

Every box is a link, so that mouse, finger, keyboard and a browser without scripts choose alike; a script adds drawing
a line from box to box.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.exposure import rules
from selaras.exposure.actions.looking import look_at
from selaras.exposure.drawing import Box, Drawing, drawn
from selaras.exposure.models import System
from selaras.exposure.pages.forms import AS_SOURCE, AS_TARGET
from selaras.exposure.queries import named_to, systems_kept_by
from selaras.exposure.viewing import View, view_of
from selaras.government.models import Agency
from selaras.people.pages.doors import only, visitor

_MOST_DRAWN = 30


@only(rules.keeps_inventory)
@require_safe
def draw_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    look_at("map", actor=person)
    systems = {
        one.key: one for one in named_to(person).exclude(life_cycle=System.LifeCycle.RETIRED).order_by("name", "pk")
    }
    asked = {name: request.GET.get(name, "") for name in ("dari", "ke", "opd", "q")}
    chosen = {end: systems.get(asked[end]) for end in ("dari", "ke")}
    kept = set(systems_kept_by(person).values_list("key", flat=True))
    source, target = chosen["dari"], chosen["ke"]
    wrong = _wrong(source, target, kept) if source and target else ""
    if source and target and not wrong:
        return redirect(_form_of(source, target, kept))
    view = view_of(person)
    agencies = list(Agency.objects.filter(pk__in={one.agency_id for one in view.own.values()}).order_by("name"))
    agency = next((one for one in agencies if str(one.pk) == asked["opd"]), agencies[0] if agencies else None)
    found = _found(view, agency, asked["q"])
    drawing = _drawing(view, found, source)
    context = {
        "systems": systems.values(),
        "chosen": source,
        "wrong": wrong,
        "asked": asked,
        "agencies": agencies,
        "agency": agency,
        "drawing": drawing,
        "boxes": _linked(drawing, {"opd": agency.pk if agency else "", "q": asked["q"]}, source),
        "left_out": max(0, len(found) - _MOST_DRAWN),
    }
    return render(request, "exposure/draw.html", context, status=422 if wrong else 200)


def _wrong(source: System, target: System, kept: set[str]) -> str:
    if source == target:
        return _("Pilih sistem lain: sebuah sistem tidak tersambung dengan dirinya sendiri.")
    if not {source.key, target.key} & kept:
        return _("Pilih sedikitnya satu sistem perangkat daerah Anda.")
    return ""


def _form_of(source: System, target: System, kept: set[str]) -> str:
    """The form stands at a system that the person keeps."""
    at, other, direction = (source, target, AS_SOURCE) if source.key in kept else (target, source, AS_TARGET)
    return f"{reverse('exposure-connect', args=[at.key])}?{urlencode({'lain': other.key, 'arah': direction})}"


def _found(view: View, agency: Agency | None, words: str) -> list[str]:
    """The systems of one agency whose names have these words in them."""
    sought = words.strip().casefold()
    own = (one for one in view.own.values() if agency and one.agency_id == agency.pk)
    return [one.key for one in own if sought in one.name.casefold()]


def _drawing(view: View, found: list[str], source: System | None) -> Drawing | None:
    """Those systems, connected or not, with what they are connected to; the one chosen first is there."""
    sought = set(found)
    near = [
        other
        for one in view.graph.connections
        for end, other in ((one.source, one.target), (one.target, one.source))
        if end in sought
    ]
    known = view.own.keys() | view.near.keys()
    first = [source.key] if source and source.key in known else []
    keys = dict.fromkeys((*first, *found, *(key for key in near if key in known)))
    return drawn(view.graph, list(keys)[:_MOST_DRAWN]) if keys else None


def _linked(drawing: Drawing | None, shown: dict[str, Any], source: System | None) -> list[tuple[Box, str]]:
    """Each box with where choosing it leads; a shared machine is none to choose."""
    kept = {name: value for name, value in shown.items() if value} | ({"dari": source.key} if source else {})
    end = "ke" if source else "dari"
    return [
        (box, "" if box.sort == "host" else f"?{urlencode(kept | {end: box.key})}")
        for box in (drawing.boxes if drawing else ())
    ]
