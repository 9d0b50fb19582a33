"""The desk of signal and reach: the sources that are there, and a new one by file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from selaras.engines.outlines import OutlineError
from selaras.engines.propagation import PropagationError
from selaras.engines.tabular import TabularError
from selaras.intake.models import Batch
from selaras.outreach.models import Signal, Source
from selaras.outreach.reach import rules
from selaras.outreach.reach.actions.importing import (
    MOST_OUTLINE_BYTES,
    OUTLINES,
    SITES,
    VILLAGES,
    Told,
    take_outlines,
    take_sites,
    take_terrain,
    take_villages,
)
from selaras.outreach.reach.errors import Incomplete, NotNow
from selaras.outreach.reach.queries import sources_visible_to
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import day_of

_TAKEN_BY = {VILLAGES: take_villages, SITES: take_sites, OUTLINES: take_outlines, Source.TERRAIN: take_terrain}
_WAYS = [(each.value, each.label) for each in Source.Way if each != Source.Way.MODEL]


@only(rules.keeps_reach)
@require_safe
def desk_page(request: HttpRequest) -> HttpResponse:
    sources = list(sources_visible_to(request.user))
    in_use = sum(one.ended_at is None and not one.is_terrain for one in sources)
    return render(request, "outreach/signal_desk.html", {"sources": sources, "in_use": in_use})


@only(rules.keeps_reach)
@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest) -> HttpResponse:
    wrong = dict[str, str]()
    if request.method == "POST":
        try:
            batch = _taken(request)
            return redirect("signal-source", Source.objects.get(batch=batch).pk)
        except Incomplete as lacks:
            wrong = lacks.fields
        except (NotNow, TabularError, OutlineError, PropagationError) as refused:
            wrong = {"file": str(refused)}
    classes = [each for each in Signal if each != Signal.NOT_KNOWN]
    context = {"wrong": wrong, "typed": request.POST, "ways": _WAYS, "classes": classes}
    return render(request, "outreach/signal_import.html", context, status=422 if wrong else 200)


def _taken(request: HttpRequest) -> Batch:
    given = request.FILES.get("file")
    if given is None:
        raise Incomplete({"file": _("Pilih dahulu berkasnya.")})
    take = _TAKEN_BY.get(request.POST.get("kind", ""), take_villages)
    return take(_told(request.POST), given.name or "", given.read(MOST_OUTLINE_BYTES + 1), actor=visitor(request))


def _told(typed: QueryDict) -> Told:
    stated = typed.get("stated", "").strip()
    return Told(
        typed.get("name", ""),
        typed.get("way", ""),
        day_of(typed.get("as_of", "")),
        None if not stated else int(stated) if stated.isascii() and stated.isdecimal() else -1,
        typed.get("all_are", ""),
    )
