"""How mature a desk's own bodies are, what would raise it, and their questionnaires."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.assessing import open_years, submit_assessment
from selaras.disclosure.maturity.scoring import scores
from selaras.disclosure.models import Assessment, PublicBody
from selaras.disclosure.pages.doors import done
from selaras.disclosure.pages.maturity.rows import groups_of, rows_of, sheet_for
from selaras.disclosure.pages.publication.month import desk_named
from selaras.people.pages.doors import only, visitor

# Where at the desk a measure is raised.
WAYS = {
    **dict.fromkeys(("published", "fresh", "online", "open_data", "described", "readable"), "publication-month"),
    **dict.fromkeys(("decree", "officers", "desk", "trained"), "desk-kept"),
    **dict.fromkeys(("in_time", "complete"), "information-desk"),
    "excepted": "exemptions",
    "report": "service-report",
}
_OF_ONE_BODY = frozenset({"publication-month", "desk-kept"})


@only(rules.keeps_lists)
@require_safe
def desk_page(request: HttpRequest) -> HttpResponse:
    """The one body at whose desk this person works, or a choice where there are several."""
    bodies = queries.desks_of(visitor(request)).order_by("kind", "code")
    today = timezone.localdate()
    found = scores(bodies, today)
    if len(found) == 1:
        return redirect("maturity", bodies[0].code)
    sheets = {one.body_id: one for one in _sheets(list(found)).filter(year=today.year)}
    rows = [(body, found[body.pk], sheets.get(body.pk)) for body in bodies]
    rows.sort(key=lambda row: (row[1].points is not None, row[1].points or 0, row[0].name))
    return render(request, "disclosure/maturity/desks.html", {"rows": rows, "year": today.year})


def _sheets(bodies: list[int]) -> Any:
    return Assessment.objects.filter(body__in=bodies).defer("method")


@only(rules.keeps_lists)
@require_safe
def body_page(request: HttpRequest, code: str) -> HttpResponse:
    """The score by evidence with its parts, the questionnaires by year, and what raises the score most."""
    body, today = desk_named(request, code), timezone.localdate()
    score = scores(PublicBody.objects.filter(pk=body.pk), today)[body.pk]
    known = {one.year: one for one in _sheets([body.pk])}
    years = sorted({*known, *open_years(today)}, reverse=True)
    context = {
        "body": body,
        "score": score,
        "advice": [(one, _way(one.key, code)) for one in score.what_next],
        "groups": groups_of(score),
        "years": [(year, known.get(year)) for year in years],
        "year": today.year,
    }
    return render(request, "disclosure/maturity/own.html", context)


def _way(key: str, code: str) -> str:
    way = WAYS[key]
    return reverse(way, args=[code] if way in _OF_ONE_BODY else [])


@only(rules.keeps_lists)
@require_safe
def assessment_page(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Every question of a year, answered or not, and what came of it."""
    sheet = sheet_for(desk_named(request, code), year)
    gaps, above = sheet.gaps() if sheet.sent else [], sheet.above()
    context = {
        "body": sheet.body,
        "year": year,
        "sheet": sheet,
        "indicators": rows_of(sheet),
        "gaps": gaps,
        "above": above,
        "enough": next((one for one in gaps if above and one.reached >= above.least), None),
    }
    return render(request, "disclosure/maturity/assessment.html", context)


@require_POST
@only(rules.keeps_lists)
def send(request: HttpRequest, code: str, year: int) -> HttpResponse:
    body = desk_named(request, code)
    assessment = get_object_or_404(Assessment, body=body, year=year)
    told = _("Kuesioner terkirim. PPID Utama memeriksanya, dan hasilnya muncul di sini.")
    return done(request, lambda: submit_assessment(assessment, actor=visitor(request)), told, "assessment", code, year)
