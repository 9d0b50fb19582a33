"""What a scan saw that nobody registered, and what is registered that no scan ever saw."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.exposure import rules
from selaras.exposure.actions.looking import look_at
from selaras.exposure.models import System
from selaras.exposure.queries import seen_hosts_visible_to, systems_visible_to
from selaras.people.pages.doors import only, visitor

_ON_A_PAGE = 25


@only(rules.reads_desk)
@require_safe
def coverage_page(request: HttpRequest) -> HttpResponse:
    """Both sides, and page by page what stands on one: `sisi=sistem` leafs through the systems."""
    person = visitor(request)
    look_at("coverage", actor=person)
    hosts = seen_hosts_visible_to(person)
    strangers = hosts.filter(system=None, host=None).order_by("name", "pk")
    unseen = systems_visible_to(person).filter(life_cycle=System.LifeCycle.USED).order_by("-worth", "name", "pk")
    unseen = unseen.exclude(pk__in=hosts.exclude(system=None).values("system"))
    unseen = unseen.exclude(host__in=hosts.exclude(host=None).values("host"))
    whole = request.GET.get("sisi") == "sistem"
    shown = request.GET.get("hal")
    context = {
        "any": hosts.exists(),
        "whole": whole,
        "strangers": Paginator(strangers, _ON_A_PAGE).get_page(None if whole else shown),
        "unseen": Paginator(unseen, _ON_A_PAGE).get_page(shown if whole else None),
        "may_keep": rules.keeps_inventory(person),
    }
    return render(request, "exposure/coverage.html", context)
