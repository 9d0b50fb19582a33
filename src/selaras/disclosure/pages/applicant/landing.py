"""The way in for everybody: what is published, whom to ask, how long it takes, and what a desk promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from selaras.disclosure import queries
from selaras.disclosure.models import Clock, PublicBody
from selaras.disclosure.search import Hit, found
from selaras.disclosure.terms import rule_of
from selaras.engines.workdays import Rule
from selaras.government.queries import NoSuchParameter, parameter

_MOST_BODIES = 20
_HINTS = 5
Kind = Clock.Kind
_PROMISED = (Kind.CHECK, Kind.COMPLETE, Kind.ANSWER, Kind.OBJECT, Kind.SUPERIOR, Kind.DISPUTE)


@require_safe
def information_page(request: HttpRequest) -> HttpResponse:
    """Search of what is published and of the bodies, by words as they are typed."""
    words, name = (request.GET.get(key, "").strip()[:120] for key in ("q", "badan"))
    bodies = list(queries.bodies_named(name)[: _MOST_BODIES + 1]) if name else []
    terms = _in_force((Kind.CHECK, Kind.ANSWER, Kind.SUPERIOR))
    context = {
        "words": words,
        "hits": found(words, 10) if words else [],
        "name": name,
        "bodies": bodies[:_MOST_BODIES],
        "more_bodies": len(bodies) > _MOST_BODIES,
        "main": PublicBody.objects.filter(kind=PublicBody.Kind.MAIN).first(),
        "terms": terms,
        "answer": terms[1] if terms else None,
    }
    return render(request, "disclosure/applicant/information.html", context)


@require_safe
def promise_page(request: HttpRequest) -> HttpResponse:
    """The service promise (maklumat): legal basis, procedure, terms, cost, guarantee, and how it is judged."""
    terms, today = _in_force(_PROMISED), timezone.localdate()
    context: dict[str, Any] = {"terms": terms}
    if terms:
        context |= {
            "required": parameter("disclosure.required", today),
            "grounds": parameter("disclosure.objection_grounds", today),
        }
    return render(request, "disclosure/applicant/promise.html", context)


def _in_force(kinds: Iterable[str]) -> list[Rule]:
    """The terms of today; none where the office has not loaded the regulation parameters yet."""
    try:
        return [rule_of(kind, timezone.localdate()) for kind in kinds]
    except NoSuchParameter:
        return []


@require_POST
def hints(request: HttpRequest, code: str) -> HttpResponse:
    """What is published and may answer already, as a part of the form's page. By POST: what one types is in no log."""
    body = get_object_or_404(PublicBody, code=code)
    context = {"hits": hints_for(request.POST.get("subject", ""), body)}
    return render(request, "disclosure/applicant/hints.html", context)


def hints_for(subject: str, body: PublicBody) -> list[Hit]:
    """Of the body itself first; of others only where it published nothing like it. At most eight queries."""
    words = subject.strip()
    return (found(words, _HINTS, body) or found(words, _HINTS)) if words else []
