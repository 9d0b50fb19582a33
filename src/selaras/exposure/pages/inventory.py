"""The desk of the inventory: which systems there are, searched and filtered."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.exposure import rules
from selaras.exposure.actions.looking import look_at
from selaras.exposure.models import System
from selaras.exposure.queries import systems_visible_to
from selaras.government.models import Agency
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import worded

_ON_A_PAGE = 25


@only(rules.reads_desk)
@require_safe
def desk_page(request: HttpRequest) -> HttpResponse:
    """Core systems first; each with how many connections it has."""
    person = visitor(request)
    look_at("list", actor=person)
    mine = systems_visible_to(person)
    asked = {name: request.GET.get(name, "").strip() for name in ("q", "opd", "daur")}
    context = {
        "page": Paginator(_found(mine, asked), _ON_A_PAGE).get_page(request.GET.get("hal")),
        "asked": asked,
        "agencies": Agency.objects.filter(pk__in=mine.values("agency")).order_by("name"),
        "cycles": worded(System.LifeCycle.choices),
        "totals": mine.exclude(life_cycle=System.LifeCycle.RETIRED).aggregate(
            all=Count("pk"), core=Count("pk", filter=Q(worth__gt=0))
        ),
        "may_keep": rules.keeps_inventory(person),
        "partly": not rules.oversees(person),
    }
    return render(request, "exposure/desk.html", context)


def _found(systems: QuerySet[System], asked: dict[str, str]) -> QuerySet[System]:
    if asked["q"]:
        words = asked["q"]
        systems = systems.filter(Q(name__icontains=words) | Q(purpose__icontains=words) | Q(address__icontains=words))
    if asked["opd"].isdecimal():
        systems = systems.filter(agency=int(asked["opd"]))
    if asked["daur"] in System.LifeCycle.values:
        systems = systems.filter(life_cycle=asked["daur"])
    else:
        systems = systems.exclude(life_cycle=System.LifeCycle.RETIRED)
    return systems.annotate(
        goes_out=Count("going_out", filter=Q(going_out__removed_at=None), distinct=True),
        comes_in=Count("coming_in", filter=Q(coming_in__removed_at=None), distinct=True),
    ).order_by("-worth", "name", "pk")
