"""The participant's own page: where the personal link leads, and where one checks in. Works without a script."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.forum import rules
from selaras.forum.actions.attending import check_in_oneself
from selaras.forum.errors import ForumError
from selaras.forum.hall.attendance import holder_of
from selaras.forum.hall.floor import item_on_floor
from selaras.forum.pages.hall.present import forget_participant, participant_of, remember_participant
from selaras.forum.voting.rounds import rounds_for


@never_cache
@require_safe
def personal_link(request: HttpRequest, token: str) -> HttpResponse:
    """Know the participant in this browser and take the token out of its address. Opening alone checks nobody in.

    At the desk it finds the person instead.
    """
    participant = holder_of(token)
    if participant is None:
        return render(request, "forum/hall/link_ended.html", status=404)
    if rules.runs_forum(request.user):
        return redirect(f"{reverse('attendance')}?{urlencode({'cari': participant.number})}")
    response = redirect("present")
    remember_participant(response, participant)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def present(request: HttpRequest) -> HttpResponse:
    """Greets by name; posted, checks in."""
    participant = participant_of(request)
    if request.method == "POST":
        if participant is None:
            raise PermissionDenied(_("Pindai kode QR pribadi Anda, lalu tekan tombolnya lagi."))
        try:
            check_in_oneself(actor=participant)
        except ForumError as refused:
            messages.error(request, str(refused))
        return redirect("present")
    context: dict[str, object] = {"participant": participant}
    if participant and participant.present:
        open_rounds = rounds_for(participant).filter(state="open")
        context |= {"item": item_on_floor(participant.forum), "rounds": open_rounds}
    return render(request, "forum/hall/present.html", context)


@require_POST
def leave(_request: HttpRequest) -> HttpResponse:
    """Forget the participant in this browser: the phone goes to somebody else."""
    response = redirect("present")
    forget_participant(response)
    return response
