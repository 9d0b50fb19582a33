"""Who comes in to a page of the forum, which forum it shows, and what becomes of a deed that was refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from selaras.engines.allocation import AllocationError
from selaras.engines.scoring import ScoringError
from selaras.forum import queries
from selaras.forum.errors import ForumError
from selaras.forum.models import Decision, Forum
from selaras.people.pages import doors
from selaras.people.queries import Person

_MENDABLE = (ForumError, AllocationError, ScoringError)
attempt = partial(doors.attempt, mendable=_MENDABLE)
done = partial(doors.done, mendable=_MENDABLE)


def for_those(rule: Callable[[Person], bool]) -> Callable[[doors.View], doors.View]:
    """A page for those whom the rule lets in; it is handed the forum that the site shows."""

    def door(view: doors.View) -> doors.View:
        @doors.only(rule)
        @wraps(view)
        def page(request: HttpRequest, *parts: Any, **named: Any) -> HttpResponse:
            return view(request, forum_here(request), *parts, **named)

        return page

    return door


def forum_here(request: HttpRequest) -> Forum:
    forum = queries.current_forum(request.user)
    if forum is None:
        raise Http404(_("Belum ada forum. Buka forum dahulu."))
    return forum


def in_force(forum: Forum) -> Decision:
    decision = queries.decision_in_force(forum)
    if decision is None:
        raise Http404(_("Forum ini belum diputuskan."))
    return decision
