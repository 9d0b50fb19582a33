"""Every message with what it reached, and the villages that are behind, urgent first."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.outreach import rules
from selaras.outreach.supervision import Reached, behind, by_district, reached, urgent_first
from selaras.people.pages.doors import only, visitor

_ROWS = 20
_VILLAGES = 40  # shown at once; the districts count all


@only(rules.supervises)
@require_safe
def supervision_page(request: HttpRequest) -> HttpResponse:
    person, now = visitor(request), timezone.now()
    told = urgent_first(person).select_related(None).defer("text")
    page = Paginator(told, _ROWS).get_page(request.GET.get("hal"))
    shown = list(page)
    figures, villages = reached(person, shown, now), behind(person, now)
    context = {
        "page": page,
        "rows": [(one, figures.get(one.pk, Reached())) for one in shown],
        "behind": len(villages),
        "silent": sum(one.silent for one in villages),
        "villages": villages[:_VILLAGES],
        "districts": by_district(villages),
        "may_write": rules.writes(person),
    }
    return render(request, "outreach/supervision.html", context)
