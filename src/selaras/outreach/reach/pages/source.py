"""One source: what became of its file, where it does not hold what it says, and what its codes mean."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.intake.models import Row
from selaras.outreach.models import Signal
from selaras.outreach.reach import rules
from selaras.outreach.reach.actions.ending import LONGEST, set_aside_source
from selaras.outreach.reach.actions.explaining import explain_code
from selaras.outreach.reach.errors import Incomplete
from selaras.outreach.reach.queries import codes_of, shortfalls_of, sources_visible_to
from selaras.people.pages.doors import done, only, visitor

_ON_A_PAGE = 50


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
        "longest": LONGEST,
    }
    return render(request, "outreach/signal_source.html", context)


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
