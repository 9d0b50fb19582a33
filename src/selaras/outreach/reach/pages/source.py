"""One source: what became of its file, where it does not hold what it says, and what its codes mean."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.documents.types import TYPES
from selaras.government.queries import region_index
from selaras.intake.annotating import annotated
from selaras.intake.models import Batch, Row
from selaras.outreach.models import Signal
from selaras.outreach.reach import rules
from selaras.outreach.reach.actions.ending import LONGEST, set_aside_source
from selaras.outreach.reach.actions.explaining import explain_code
from selaras.outreach.reach.actions.importing import SITES, VILLAGES
from selaras.outreach.reach.errors import Incomplete
from selaras.outreach.reach.queries import codes_of, shortfalls_of, sources_visible_to
from selaras.people.pages.doors import done, only, visitor

_ON_A_PAGE = 50
_LISTS = (VILLAGES, SITES)  # a map of outlines has no rows to write beside


@only(rules.keeps_reach)
@require_safe
def source_page(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(sources_visible_to(request.user), pk=pk)
    rows = source.batch.rows.filter(outcome=Row.Outcome.KEPT) if source.batch else Row.objects.none()
    context = {
        "source": source,
        "page": Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("hal")),
        "shortfalls": shortfalls_of(source),
        "codes": codes_of(source),
        "classes": list(Signal),
        "has_copy": bool(source.batch and source.batch.kind in _LISTS),
        "longest": LONGEST,
    }
    return render(request, "outreach/signal_source.html", context)


@only(rules.keeps_reach)
@require_safe
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """The list as it came, with what became of each row beside it."""
    sources = sources_visible_to(request.user).filter(pk=pk).values("batch")
    batch = get_object_or_404(Batch, pk__in=sources, kind__in=_LISTS)
    content = annotated(batch, regions=region_index() if batch.kind == VILLAGES else None)
    response = HttpResponse(content, content_type=TYPES[".xlsx"])
    name = f"{PurePosixPath(batch.name).stem}-diperiksa.xlsx"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


@require_POST
@only(rules.keeps_reach)
def explain(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(sources_visible_to(request.user), pk=pk)
    code, signal = request.POST.get("code", ""), request.POST.get("signal", "")
    return done(
        request,
        lambda: explain_code(source, code, signal, actor=visitor(request)),
        _("Arti kode %(code)s disimpan.") % {"code": code},
        "signal-source",
        pk,
        mendable=(Incomplete,),
    )


@require_POST
@only(rules.keeps_reach)
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    source = get_object_or_404(sources_visible_to(request.user), pk=pk)
    return done(
        request,
        lambda: set_aside_source(source, request.POST.get("reason", ""), actor=visitor(request)),
        _("Sumber ini disisihkan."),
        "signal-source",
        pk,
        mendable=(Incomplete,),
    )
