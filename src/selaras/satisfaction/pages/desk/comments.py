"""What people wrote, for the officers who must mend it: masked, and put together by its subject."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from selaras.people.pages.doors import only, visitor
from selaras.satisfaction import rules
from selaras.satisfaction.commenting import subjects_at_desk
from selaras.satisfaction.models import Survey
from selaras.satisfaction.queries import surveys_at_desk_of


@only(rules.reads_desk)
@require_safe
def comments_page(request: HttpRequest, key: str) -> HttpResponse:
    survey = get_object_or_404(surveys_at_desk_of(visitor(request)), key=key)
    # While it is open, what one more answer adds would tell who wrote it to whoever saw that person come.
    is_open = survey.state == Survey.State.OPEN
    subjects = [] if is_open else subjects_at_desk(survey)
    context = {
        "survey": survey,
        "is_open": is_open,
        "service": survey.service,
        "subjects": subjects,
        "count": sum(len(one["comments"]) for one in subjects),
    }
    return render(request, "satisfaction/desk/comments.html", context)
