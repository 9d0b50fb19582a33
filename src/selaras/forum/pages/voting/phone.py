"""Voting on a phone. Every page works as a plain form; the script only saves each answer at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.engines.indonesian.wording import number
from selaras.forum.actions.casting import cast, slip_of
from selaras.forum.errors import BadAnswer, ForumError, NotAllowed
from selaras.forum.models import Participant, Round
from selaras.forum.pages.hall.present import participant_of
from selaras.forum.pages.voting.buttons import buttons
from selaras.forum.pages.voting.reading import answers_of_form, answers_of_script
from selaras.forum.voting.rounds import has_voted, may_vote, results_visible_to, rounds_for
from selaras.forum.voting.sheet import sheet_of

IN_PART = 20  # how many items one plain form holds, between two buttons
TOKEN_AGE = 7 * 24 * 3600  # seconds; a round may be opened again on another day
Voted = Callable[[HttpRequest, Round, Participant], HttpResponse]


@never_cache
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """What the person may vote on now, and what earlier rounds came to."""
    participant = participant_of(request)
    own = list(rounds_for(participant)) if participant else []
    context = {
        "participant": participant,
        "open": [round_ for round_ in own if round_.state == Round.State.OPEN],
        "closed": results_visible_to(request.user, participant),
    }
    return render(request, "forum/voting/rounds.html", context)


def _for_voter(view: Voted) -> Callable[[HttpRequest, int], HttpResponse]:
    """Find the round and who is voting."""

    @wraps(view)
    def found(request: HttpRequest, pk: int) -> HttpResponse:
        participant = participant_of(request)
        if participant is None and request.method != "POST":
            return redirect("voting")  # which tells how to become somebody
        if participant is None:
            raise PermissionDenied(_("Pindai kode QR pribadi Anda di meja daftar hadir, lalu buka halaman ini lagi."))
        rounds = Round.objects.exclude(state=Round.State.DRAFT).select_related("forum")
        return view(request, get_object_or_404(rounds, pk=pk, forum=participant.forum_id), participant)

    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@_for_voter
def sheet(request: HttpRequest, round_: Round, participant: Participant) -> HttpResponse:
    """The sheet; posted, it keeps what was filled in and shows itself again."""
    if request.method == "POST":
        return _keep(request, round_, participant)
    if round_.state == Round.State.CLOSED:
        return redirect("round-results", round_.pk)
    token = _token(request, round_, participant)
    slip = slip_of(round_, participant, token)
    if not may_vote(round_, participant):
        return render(request, "forum/voting/not_listed.html", {"round": round_}, status=403)
    if round_.secret and slip is None:
        elsewhere = has_voted(round_, participant)
        if elsewhere or not token:
            return render(request, "forum/voting/start.html", {"round": round_, "elsewhere": elsewhere})
    lines = sheet_of(round_, participant, slip)
    shown = [(line, buttons(round_.kind, line)) for line in lines.lines]
    parts = [shown[at : at + IN_PART] for at in range(0, len(shown), IN_PART)]
    context = {"round": round_, "participant": participant, "sheet": lines, "parts": parts}
    return render(request, "forum/voting/sheet.html", context)


def _keep(request: HttpRequest, round_: Round, participant: Participant) -> HttpResponse:
    answers = answers_of_form(round_, request.POST)
    try:
        receipt = cast(round_, answers, actor=participant, token=_token(request, round_, participant))
    except ForumError as wrong:
        messages.error(request, str(wrong))
    else:
        kept = number(len(receipt.answers))
        messages.success(request, _("%(count)s jawaban tersimpan.") % {"count": kept})
    return redirect("ballot", round_.pk)


@require_POST
@_for_voter
def send(request: HttpRequest, round_: Round, participant: Participant) -> HttpResponse:
    """Answers from the script. `answers` in the reply is what the slip holds now: key of the item to edition, value."""
    try:
        answers = answers_of_script(request)
        receipt = cast(round_, answers, actor=participant, token=_token(request, round_, participant))
    except ForumError as wrong:
        status = 400 if isinstance(wrong, BadAnswer) else 403 if isinstance(wrong, NotAllowed) else 409
        return JsonResponse({"message": str(wrong)}, status=status)
    return JsonResponse({"answers": receipt.answers, "complete": receipt.complete})


@require_POST
@_for_voter
def start(request: HttpRequest, round_: Round, participant: Participant) -> HttpResponse:
    """Give this browser the token of a secret slip. No slip is taken yet, so a lost reply costs nothing."""
    response = redirect("ballot", round_.pk)
    if round_.secret and not _token(request, round_, participant):
        response.set_cookie(
            _token_name(round_, participant),
            secrets.token_urlsafe(32),
            max_age=TOKEN_AGE,
            path=response.url,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _token_name(round_: Round, participant: Participant) -> str:
    """By participant too, since families and offices share phones."""
    return f"slip-{round_.pk}-{participant.pk}"


def _token(request: HttpRequest, round_: Round, participant: Participant) -> str:
    return request.COOKIES.get(_token_name(round_, participant), "")
