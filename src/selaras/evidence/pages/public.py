"""What the rooms measure, target beside value, and the problems that are open."""

from __future__ import annotations

from collections import defaultdict

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from selaras.documents.types import TYPES
from selaras.evidence import rules
from selaras.evidence.exports import as_csv
from selaras.evidence.queries import Standing, indicators_visible_to, problems_visible_to, standings
from selaras.people.queries import Person

_SETTLED = 20  # the newest; older ones stand on the page of their indicator


def _latest(person: Person) -> list[Standing]:
    """Each indicator from its newest year back to the one in which result and target can be compared; where there is
    none such, its newest year alone.
    """
    of_each = defaultdict[int, list[Standing]](list)
    for one in standings(indicators_visible_to(person)):
        of_each[one.indicator.pk].append(one)
    found = list[Standing]()
    for years in of_each.values():
        compared = next((at for at, one in enumerate(years) if one.is_reached is not None), 0)
        found += years[: compared + 1]
    return found


@require_safe
def indicators_page(request: HttpRequest) -> HttpResponse:
    rows = _latest(request.user)
    compared = [one.is_reached for one in rows if one.is_reached is not None]
    context = {
        "rows": rows,
        "compared": len(compared),
        "reached": sum(compared),
        "problems": problems_visible_to(request.user).filter(settled_at=None),
        "settled": problems_visible_to(request.user).exclude(settled_at=None).order_by("-settled_at", "-pk")[:_SETTLED],
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
