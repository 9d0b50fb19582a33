"""How mature a body is, for everybody: the verified result by year, the evidence of today, and the method."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.disclosure import queries
from selaras.disclosure.maturity.measures import MEASURES
from selaras.disclosure.maturity.questionnaire import kept_questionnaire, questionnaire_on
from selaras.disclosure.maturity.scoring import scores
from selaras.disclosure.models import Assessment, PublicBody
from selaras.disclosure.pages.maturity.rows import groups_of
from selaras.engines.maturity import rounded
from selaras.government.queries import NoSuchParameter, parameter


@require_safe
def body_page(request: HttpRequest, code: str) -> HttpResponse:
    """The newest verified result with its indicators, those of the years before, and the score by evidence."""
    body, today = get_object_or_404(queries.bodies(), code=code), timezone.localdate()
    results = list(queries.verified_assessments().filter(body=body).order_by("-year"))
    score = scores(PublicBody.objects.filter(pk=body.pk), today)[body.pk]
    context = {
        "body": body,
        "results": results,
        "newest": results[0] if results else None,
        "indicators": _indicators(results[0]) if results else [],
        "score": score,
        "groups": groups_of(score),
        "today": today,
    }
    return render(request, "disclosure/maturity/body.html", context)


def _indicators(result: Assessment) -> list[tuple[str, Any, int]]:
    """Name, points and weight of each, as verified."""
    questionnaire = kept_questionnaire(result.method)
    shares = questionnaire.shares(dict(result.answers.values_list("question", "verified")))
    return [(one.name, rounded(shares[one.key] * one.weight), one.weight) for one in questionnaire.method.indicators]


@require_safe
def method_page(request: HttpRequest) -> HttpResponse:
    """How both figures come about, from the parameters in force today."""
    today = timezone.localdate()
    try:
        questionnaire, evidence = questionnaire_on(today), parameter("disclosure.maturity.evidence", today)
        asked = parameter("disclosure.maturity.questionnaire", today)
    except NoSuchParameter:
        return render(request, "disclosure/maturity/no_method.html")
    measures = [
        (questionnaire.method.indicator(one["indicator"]), MEASURES[one["key"]].name, one["points"])
        for one in evidence.value["measures"]
    ]
    context = {
        "questionnaire": questionnaire,
        "indicators": list(questionnaire.by_indicator()),
        "measures": measures,
        "rules": evidence.value,
        "sources": [questionnaire.method.legal_basis, asked.legal_basis, evidence.legal_basis],
    }
    return render(request, "disclosure/maturity/method.html", context)
