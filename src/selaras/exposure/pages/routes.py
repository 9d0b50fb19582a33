"""The routes page: from a foothold to each core system in a plain sentence, the drawn map, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.documents.types import TYPES
from selaras.engines.routes import KINDS, Foothold, Graph, Route, best_routes, opened_by, percent
from selaras.exposure import rules
from selaras.exposure.actions.computing import ask_estimate
from selaras.exposure.actions.looking import look_at
from selaras.exposure.assumptions import assumptions
from selaras.exposure.core_routes import core_routes, way_of
from selaras.exposure.errors import ExposureError, NotNow
from selaras.exposure.models import Computation, System
from selaras.exposure.moved import route_moved
from selaras.exposure.pages.estimates import told_estimate
from selaras.exposure.pages.route_map import agencies_in, asked_of, kinds_in, map_of
from selaras.exposure.queries import computations_visible_to
from selaras.exposure.report import exposure_report
from selaras.exposure.viewing import INTERNET, View, view_of
from selaras.people.pages.doors import done, only, visitor

_BEST, _OPENED = 5, 12


@dataclass(frozen=True)
class Start:
    """Where the intruder of this page begins. `held`: surely there, since the question is what follows from it."""

    graph: Graph
    held: str = ""


@only(rules.reads_desk)
@require_safe
def routes_page(request: HttpRequest) -> HttpResponse:
    person = visitor(request)
    look_at("routes", actor=person)
    view = view_of(person)
    asked = {name: request.GET.get(name, "") for name in ("dari", "ke", "peta", "opd", "jenis")}
    context: dict[str, Any] = {
        "view": view,
        "asked": asked,
        "starts": _starts(view),
        "agencies": agencies_in(view),
        "kinds": kinds_in(view),
        "narrowed": asked_of(view, asked).narrows,
        "cores": [view.own[core.key] for core in view.graph.cores],
        "partly": not rules.oversees(person),
        "may_keep": rules.keeps_inventory(person),
    }
    if view.graph.cores:
        context |= _told(view, asked) | _estimated(
            view, computations_visible_to(person).filter(kind="exposure").first()
        )
    return render(request, "exposure/routes.html", context)


@require_POST
@only(rules.reads_desk)
def estimate(request: HttpRequest) -> HttpResponse:
    """Have the exposure worked out anew."""
    told = _("Keterpaparan sedang dihitung. Muat ulang halaman ini sebentar lagi.")
    return done(
        request, lambda: ask_estimate(actor=visitor(request)), told, "exposure-routes", mendable=(ExposureError,)
    )


@only(rules.reads_desk)
@require_safe
def report_file(request: HttpRequest) -> HttpResponse:
    """To print; where there is nothing to report yet, the routes page tells what lacks."""
    person = visitor(request)
    look_at("report", actor=person)
    try:
        content = exposure_report(person)
    except NotNow as refused:
        messages.error(request, str(refused))
        return redirect("exposure-routes")
    answer = HttpResponse(content, content_type=TYPES[".pdf"])
    answer["Content-Disposition"] = content_disposition_header(True, "rute-ke-sistem-inti.pdf")
    return answer


def _starts(view: View) -> list[tuple[str, str]]:
    kinds = {one.foothold for one in view.own.values()}
    found = [("", _("Semua titik masuk")), (INTERNET, _("Internet"))]
    found += [(key, _(word)) for key, word in System.Foothold.choices if key in kinds and key != System.Foothold.NONE]
    return found + [(key, _("Bila %(name)s sudah jatuh") % {"name": one.name}) for key, one in view.own.items()]


def started(view: View, chosen: str) -> Start:
    """The inventory with the footholds that were asked for; an unknown one is all of them."""
    if chosen in view.own:
        return Start(replace(view.graph, footholds=(Foothold(chosen),)), chosen)
    kept = tuple(
        one
        for one in view.graph.footholds
        if chosen in ("", one.system) or (one.system in view.own and view.own[one.system].foothold == chosen)
    )
    return Start(replace(view.graph, footholds=kept or view.graph.footholds))


def _told(view: View, asked: dict[str, str]) -> dict[str, Any]:
    start = started(view, asked["dari"])
    one = asked["ke"] if asked["ke"] in {core.key for core in view.graph.cores} else ""
    found = core_routes(start.graph, one)
    leading = [route for route in found if route.core.key != start.held]
    walked = [route for route in leading if route.steps]
    best = [route for route in best_routes(start.graph, one, _BEST) if route.steps] if one else []
    reached = {route.core.key for route in found}
    return {
        "first": leading[0].sentence() if leading else "",
        "moved": route_moved(leading[0], start.graph) if leading else "",
        "held": view.own.get(start.held),
        "strip": _strip(leading[0]) if leading and leading[0].steps else [],
        "leading": [(route, way_of(route), percent(route.chance)) for route in leading],
        "best": [(route, percent(route.chance)) for route in best],
        "safe": [core for core in view.graph.cores if core.key not in reached and one in ("", core.key)],
        "opens": _opened(view, start),
        "drawing": map_of(view, start.graph, best or walked, asked_of(view, asked)),
        "systems": len(start.graph.systems),
        "assumptions": assumptions(),
    }


def _strip(route: Route) -> list[tuple[str, str, str, str]]:
    """What the route passes: key, name, and how an intruder gets there, with the chance of that step."""
    steps = (
        (step.target.key, step.target.told, _(KINDS[step.by.kind].label), percent(step.chance)) for step in route.steps
    )
    return [(route.start.key, route.start.told, "", ""), *steps]


def _opened(view: View, start: Start) -> list[tuple[System, str]]:
    """What falls with the one system that is held, likeliest first."""
    if not start.held:
        return []
    found = opened_by(view.graph, start.held)
    keys = [key for key in found.ranked() if key in view.own and key != start.held and found.shares[key].chance > 0]
    return [(view.own[key], percent(found.shares[key].chance)) for key in keys[:_OPENED]]


def _estimated(view: View, found: Computation | None) -> dict[str, Any]:
    current = found is not None and found.digest == view.digest
    return {
        "computation": found,
        "current": current,
        "estimate": told_estimate(view, found.result) if found and found.state == Computation.State.DONE else None,
    }
