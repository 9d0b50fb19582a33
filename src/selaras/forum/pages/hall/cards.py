"""What is printed for the hall: cards with the personal link, the list of attendance."""

from __future__ import annotations

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from selaras.forum import rules
from selaras.forum.actions.attending import give_links
from selaras.forum.errors import ForumError, NotAllowed
from selaras.forum.hall.attendance import attendance, participants_visible_to
from selaras.forum.models import Forum
from selaras.forum.pages.doors import for_those
from selaras.people.pages.doors import visitor


@for_those(rules.runs_forum)
@require_http_methods(["GET", "HEAD", "POST"])
def cards(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Ask for whom; posted, the cards themselves.

    They answer the form at once: a link is kept nowhere, so no later page could show it.
    """
    people = participants_visible_to(request.user).filter(forum=forum).order_by("element", "name")
    if request.method != "POST":
        context = {"forum": forum, "without": people.filter(token_digest="").count(), "total": people.count()}
        return render(request, "forum/hall/cards_ask.html", context)
    which = request.POST.get("which", "")
    chosen = list(people.filter(token_digest="") if which == "without" else people)
    if which.isdecimal():
        chosen = list(people.filter(pk=which))
    if not chosen:
        return redirect("cards")
    try:
        tokens = give_links(forum, chosen, actor=visitor(request))
    except NotAllowed:
        raise
    except ForumError as refused:
        return render(request, "forum/hall/cards_ask.html", {"forum": forum, "refused": str(refused)}, status=409)
    links = [(one, settings.SITE + reverse("personal-link", args=[tokens[one.pk]])) for one in chosen]
    context = {
        "forum": forum,
        "cards": [(one, link, _code(link)) for one, link in links],
        "ends": chosen[0].link_ends_at,
    }
    return render(request, "forum/hall/cards.html", context)


def _code(link: str) -> SafeString:
    """As wide as its place: a code of a fixed size would be cut off, and a cut one cannot be read."""
    return mark_safe(segno.make(link, error="m").svg_inline(omitsize=True, border=2))  # noqa: S308 - our own address


@for_those(rules.runs_forum)
@require_safe
def attendance_list(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The list of attendance to print and to sign by hand."""
    people = participants_visible_to(request.user).filter(forum=forum).order_by("element", "name")
    context = {"forum": forum, "people": people, "attendance": attendance(forum)}
    return render(request, "forum/hall/attendance_list.html", context)
