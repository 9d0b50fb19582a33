"""All bodies of the network: found by name, kind and district, or ranked by what is formed and what works."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.disclosure.network import Stage, services, stages, states
from selaras.disclosure.pages.network.body import parts_of
from selaras.disclosure.pages.network.searching import BodySearch
from selaras.disclosure.pages.network.words import SHOWN, counted

PAGE = 25


@require_safe
def list_page(request: HttpRequest) -> HttpResponse:
    """The figures on top are of all bodies asked for; service and maturity are told of those on the page."""
    form, today = BodySearch(request.GET), timezone.localdate()
    form.is_valid()
    found = states(form.found().select_related(None), today)
    shown = form.kept(found)
    page = Paginator(shown, PAGE).get_page(request.GET.get("hal"))
    prefetch_related_objects([one.body for one in page], "region__parent")
    context = {
        "form": form,
        "page": page,
        "all": len(found),
        "formed": sum(one.stage in {Stage.FORMED, Stage.WORKING} for one in found),
        "stages": counted(stages(found)),
        "rows": [(state, SHOWN[state.stage], parts_of(state), service) for state, service in services(page, today)],
    }
    return render(request, "disclosure/network/bodies.html", context)
