"""What the rooms measure, target beside value, and the problems that are open."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from selaras.documents.types import TYPES
from selaras.evidence import rules
from selaras.evidence.exports import as_csv
from selaras.evidence.queries import Standing, indicators_visible_to, problems_visible_to, standings
from selaras.people.queries import Person


def _latest(person: Person) -> list[Standing]:
    """Each indicator in the newest year of which anything is known."""
    seen, found = set(), list[Standing]()
    for one in standings(indicators_visible_to(person)):
        if one.indicator.pk not in seen:
            seen.add(one.indicator.pk)
            found.append(one)
    return found


@require_safe
def indicators_page(request: HttpRequest) -> HttpResponse:
    rows = _latest(request.user)
    context = {
        "rows": rows,
        "reached": sum(one.is_reached is True for one in rows),
        "problems": problems_visible_to(request.user).filter(settled_at=None),
        "keeps": rules.keeps_register(request.user),
    }
    return render(request, "evidence/indicators.html", context)


@require_safe
def indicators_file(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(as_csv(request.user), content_type=TYPES[".csv"])
    response["Content-Disposition"] = 'attachment; filename="indikator.csv"'
    return response


@require_safe
def indicator_page(request: HttpRequest, code: str) -> HttpResponse:
    """Its definition, and every year with its target and all that was measured."""
    indicator = get_object_or_404(indicators_visible_to(request.user), code=code)
    context = {
        "indicator": indicator,
        "rows": standings([indicator]),
        "values": list(indicator.values.all()),
        "problems": list(indicator.problems.all()),
        "keeps": rules.keeps_register(request.user),
    }
    return render(request, "evidence/indicator.html", context)
