"""What the projector shows: read from the last row, without scrolling, renewing itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from selaras.forum import rules
from selaras.forum.hall.attendance import attendance
from selaras.forum.hall.floor import item_on_floor, next_item
from selaras.forum.models import AgendaItem, Forum, Round
from selaras.forum.pages.doors import forum_here
from selaras.forum.pages.hall.floor import floor_facts
from selaras.forum.pages.hall.known import unless_known
from selaras.forum.voting.screen import OnScreen, on_screen
from selaras.people.pages.doors import only

ROWS, ROWS_WITH_MOTION, CEILINGS = 5, 4, 3  # what fits: proposals of a group, ceilings over them


def _vote(forum: Forum, item: AgendaItem | None) -> OnScreen | None:
    """A round while it is open, and its result until the next item comes to the floor."""
    vote = on_screen(forum)
    if vote is None or vote.round.state == Round.State.OPEN:
        return vote
    closed = vote.round.closed_at
    return vote if item is None or (closed and item.started_at and closed >= item.started_at) else None


def _context(request: HttpRequest) -> dict[str, Any]:
    forum = forum_here(request)
    item = item_on_floor(forum)
    context = floor_facts(forum, item) | {"forum": forum, "attendance": attendance(forum), "next": next_item(forum)}
    facts, over_all = context.get("facts", []), context.get("ceilings", [])
    fit = ROWS_WITH_MOTION if context.get("motions") else ROWS
    return context | {
        "vote": _vote(forum, item),
        "rows": facts[:fit],
        "more": len(facts[fit:]),
        "tightest": over_all[:CEILINGS],
    }


@only(rules.sees_preparation)
@require_safe
def screen(request: HttpRequest) -> HttpResponse:
    return render(request, "forum/hall/screen.html", _context(request))


@only(rules.sees_preparation)
@require_safe
@unless_known
def screen_part(request: HttpRequest) -> HttpResponse:
    """What is on the screen alone, for the page that asks again."""
    return render(request, "forum/hall/screen_part.html", _context(request))
