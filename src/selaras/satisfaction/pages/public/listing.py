"""Which surveys there are, and the word of thanks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.satisfaction import queries
from selaras.satisfaction.models import Survey

_RESULTS = 50


@require_safe
def surveys_page(request: HttpRequest) -> HttpResponse:
    """What can be judged today, and what was published, the newest first."""
    today = timezone.localdate()
    running = queries.surveys_visible_to(request.user).filter(
        state=Survey.State.OPEN, opens_on__lte=today, closes_on__gte=today
    )
    context = {
        "open": running.order_by("service__name"),
        "results": queries.results_visible_to(request.user).order_by("-published_at")[:_RESULTS],
    }
    return render(request, "satisfaction/surveys.html", context)


@require_safe
def thanks_page(request: HttpRequest, key: str) -> HttpResponse:
    survey = get_object_or_404(queries.surveys_visible_to(request.user), key=key)
    return render(request, "satisfaction/thanks.html", {"survey": survey, "service": survey.service})
