"""Matches to confirm: one card at a time, with plain forms, or with the keyboard and a small request each."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.forum import open_work, rules
from selaras.forum.actions.confirming import confirm_match, undo_confirmation
from selaras.forum.actions.queueing import queue_aligning
from selaras.forum.errors import ForumError, NotAllowed, NotReady
from selaras.forum.models import Confirmation, Forum, Proposal
from selaras.forum.pages.aligning.queue import QueueFilter, cards_of, counts, in_catalogue, skipped_in
from selaras.forum.pages.aligning.tabs import tabs_of
from selaras.forum.pages.doors import attempt, done, for_those
from selaras.people.pages.doors import visitor

AT_ONCE = 8
_BY_SCRIPT = "X-Selaras-Card"


def _waiting(request: HttpRequest, forum: Forum, asked: QueueFilter) -> QuerySet[Proposal]:
    return open_work.unconfirmed(asked.narrowed(open_work.matches_of(request.user, forum)))


@for_those(rules.aligns)
@require_safe
def queue_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The most doubtful match that waits."""
    asked = QueueFilter(request.GET, forum)
    waiting = _waiting(request, forum, asked)
    skipped = skipped_in(request.GET)
    cards = cards_of(waiting.exclude(pk__in=skipped), forum, 1)
    context = {
        "tabs": tabs_of(request.user, forum),
        "filter": asked,
        "query": asked.query,
        "cards": cards,
        "skipped": ",".join(map(str, skipped)),
        "aligned": open_work.matches_of(request.user, forum).count(),
        "last": _last(request, forum),
        "may_align": rules.runs_forum(request.user),
        **counts(request.user, waiting),
    }
    return render(request, "forum/aligning/matches.html", context)


def _last(request: HttpRequest, forum: Forum) -> Confirmation | None:
    """What this person confirmed last, so that it can be taken back."""
    made = Confirmation.objects.filter(by=request.user.pk, proposal__forum=forum).order_by("-at", "-pk")
    return made.select_related("proposal").first()


@for_those(rules.aligns)
@require_safe
def cards_part(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The next cards, for a page that shows some already."""
    asked = QueueFilter(request.GET, forum)
    waiting = _waiting(request, forum, asked).exclude(pk__in=skipped_in(request.GET))
    context = {"cards": cards_of(waiting, forum, AT_ONCE), "query": asked.query, "skipped": ""}
    return render(request, "forum/aligning/cards.html", context)


@for_those(rules.aligns)
@require_http_methods(["GET", "POST"])
def match_page(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    """One proposal, with a search through the catalogue; sent, it is confirmed."""
    asked = QueueFilter(request.GET, forum)
    proposal = _proposal(request, forum, pk)
    if request.method == "POST":
        return _confirm(request, forum, proposal, asked)
    words = request.GET.get("q", "")[:120]
    context = {
        "cards": cards_of(Proposal.objects.filter(pk=pk), forum, 1),
        "found": in_catalogue(forum, words.split()),
        "q": words,
        "query": asked.query,
        "skipped": "",
    }
    return render(request, "forum/aligning/match.html", context)


def _proposal(request: HttpRequest, forum: Forum, pk: int) -> Proposal:
    """One that this person may align, or that they gave away by confirming it."""
    rows = Proposal.objects.filter(forum=forum, match__isnull=False).select_related("forum__cycle__region")
    proposal = get_object_or_404(rows, pk=pk)
    own = Confirmation.objects.filter(proposal=proposal, by=request.user.pk).exists()
    if not own and not rules.may_confirm(request.user, proposal):
        raise PermissionDenied(_("Usulan ini milik perangkat daerah lain."))
    return proposal


def _confirm(request: HttpRequest, forum: Forum, proposal: Proposal, asked: QueueFilter) -> HttpResponse:
    place, colon, code = request.POST.get("pilih", "").partition(":")
    number = int(place) if place.isdecimal() and place != "0" else None

    def act() -> Confirmation:
        if not colon:
            raise NotReady(_("Pilih satu sub kegiatan, atau “Tidak ada yang cocok”."))
        return confirm_match(proposal, code[:20], place=number, actor=visitor(request))

    if _BY_SCRIPT in request.headers:
        return _answered(request, forum, asked, act)
    told = {"number": proposal.number, "code": code or _("tidak ada yang cocok")}
    attempt(request, act, _("Usulan %(number)s dipastikan: %(code)s.") % told)
    return _back(request, asked)


def _answered(request: HttpRequest, forum: Forum, asked: QueueFilter, act: Any) -> JsonResponse:
    """What the script needs to go on: how many are left; or why not, in words for the person."""
    try:
        act()
    except NotAllowed as no:
        return JsonResponse({"error": str(no)}, status=403)
    except ForumError as wrong:
        return JsonResponse({"error": str(wrong)}, status=409)
    return JsonResponse(counts(request.user, _waiting(request, forum, asked)))


def _back(request: HttpRequest, asked: QueueFilter) -> HttpResponse:
    skipped = urlencode({"lewati": request.GET["lewati"]}) if request.GET.get("lewati") else ""
    return redirect("?".join(filter(None, [reverse("align-matches"), "&".join(filter(None, [asked.query, skipped]))])))


@require_POST
@for_those(rules.aligns)
def undo(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    asked = QueueFilter(request.GET, forum)
    proposal = _proposal(request, forum, pk)

    def act() -> None:
        undo_confirmation(proposal, actor=visitor(request))

    if _BY_SCRIPT in request.headers:
        return _answered(request, forum, asked, act)
    told = _("Pencocokan usulan %(number)s dibatalkan; usulan itu menunggu lagi.") % {"number": proposal.number}
    attempt(request, act, told)
    return _back(request, asked)


@for_those(rules.aligns)
@require_safe
def catalogue_part(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The entries with the words typed, as buttons for a card."""
    words = request.GET.get("q", "")[:120]
    context = {"found": in_catalogue(forum, words.split()), "q": words}
    return render(request, "forum/aligning/found.html", context)


@require_POST
@for_those(rules.runs_forum)
def align_anew(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Match every proposal again in the light of what was confirmed."""
    told = _("Pencocokan ulang sedang berjalan. Yang sudah dipastikan tetap; muat ulang halaman ini satu menit lagi.")
    return done(request, lambda: queue_aligning(forum, actor=visitor(request)), told, "align-matches")
