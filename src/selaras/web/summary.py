"""The first page of who works here: what is waiting, in every room."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.forum import queries
from selaras.people.pages.doors import only
from selaras.people.queries import has_role
from selaras.web.waiting import waiting_for


@only(has_role)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What is waiting for this person."""
    forum = queries.current_forum(request.user)
    tasks = waiting_for(request.user, forum)
    return render(request, "web/summary.html", {"forum": forum, "tasks": tasks, "today": timezone.localdate()})
