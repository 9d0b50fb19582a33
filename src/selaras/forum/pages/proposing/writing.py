"""Proposing by form: written on a telephone, kept there until it is sent, corrected and withdrawn later."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from selaras.audit import actions as audit_log
from selaras.forum import queries, rules
from selaras.forum.actions.proposing import correct, last_event, propose, withdraw
from selaras.forum.errors import ForumError, Incomplete, NotAllowed
from selaras.forum.models import Forum, Photo, Proposal
from selaras.forum.pages.doors import for_those
from selaras.forum.pages.masking import masked
from selaras.forum.pages.proposing.forms import CorrectionForm, ProposalForm, ReasonForm, content_of
from selaras.forum.places import DistrictPlaces, places_for
from selaras.people.pages.doors import visitor
from selaras.people.queries import has_role


@for_those(rules.may_propose)
@require_http_methods(["GET", "POST"])
def new_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """A new proposal. The script of the page asks for JSON; without it the same form is a plain one."""
    places = places_for(request.user, forum)
    form = ProposalForm(request.user, forum, places, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = propose(
                forum,
                form.content,
                submission=form.cleaned_data["submission"],
                photos=form.cleaned_data["photos"],
                actor=visitor(request),
            )
        except NotAllowed:
            raise
        except Incomplete as wrong:
            form.tell(wrong)
        except ForumError as wrong:
            form.add_error(None, str(wrong))
        else:
            return _sent(request, made)
    if request.method == "POST" and _wants_json(request):
        return JsonResponse({"errors": form.errors}, status=422)
    return _form_page(request, {"form": form, "forum": forum, "places": places})


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "application/json"


def _sent(request: HttpRequest, made: Proposal) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse(
            {"number": made.number, "title": made.title, "address": reverse("proposal", args=[made.pk])}
        )
    messages.success(request, _("Usulan %(number)s sudah diterima.") % {"number": made.number})
    return redirect("own-proposals")


def _form_page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    places: list[DistrictPlaces] = context["places"]
    mapped = any(village.latitude is not None for one in places for village in one.villages)
    tiles = settings.TILES
    response = render(request, "forum/proposing/form.html", {**context, "mapped": mapped, "tiles": tiles})
    if tiles:
        response.images_from = tiles  # type: ignore[attr-defined] # the content policy of this page admits them
    return response


@for_those(rules.may_propose)
@require_http_methods(["GET", "POST"])
def correct_page(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    """Correct a proposal: the same form, with a reason."""
    proposal, places = _own(request, pk), places_for(request.user, forum)
    if request.method == "GET":
        _note_private(request, proposal)
    start = {**content_of(proposal), "seen": last_event(proposal)}
    form = CorrectionForm(
        request.user, proposal.forum, places, request.POST or None, request.FILES or None, initial=start
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            changed = correct(
                proposal,
                form.content,
                reason=given["reason"],
                seen=given["seen"],
                photos=given["photos"],
                actor=visitor(request),
            )
        except NotAllowed:
            raise
        except Incomplete as wrong:
            form.tell(wrong)
        except ForumError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Perubahan sudah disimpan.") if changed else _("Tidak ada yang berubah."))
            return redirect("proposal", proposal.pk)
    return _form_page(request, {"form": form, "forum": forum, "places": places, "proposal": proposal})


def _note_private(request: HttpRequest, proposal: Proposal) -> None:
    """Who corrects a text sees all of it; where that names a private person, the log tells who looked."""
    if any(masked(text) != text for text in (proposal.title, proposal.problem, proposal.address)):
        subject = f"{proposal.forum.slug} {proposal.number}"[:120]
        audit_log.record("proposal.private_shown", actor=visitor(request), subject=subject)


@for_those(rules.may_propose)
@require_http_methods(["GET", "POST"])
def withdraw_page(request: HttpRequest, _forum: Forum, pk: int) -> HttpResponse:
    """Withdraw a proposal, with the reason that everybody will read."""
    proposal = _own(request, pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(proposal, reason=form.cleaned_data["reason"], actor=visitor(request))
        except ForumError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Usulan %(number)s sudah ditarik.") % {"number": proposal.number})
            return redirect("own-proposals")
    return render(request, "forum/proposing/withdraw.html", {"form": form, "proposal": proposal})


def _own(request: HttpRequest, pk: int) -> Proposal:
    visible = queries.proposals_visible_to(request.user).select_related("forum__cycle", "village", "district", "agency")
    proposal = get_object_or_404(visible, pk=pk)
    if not rules.may_change(request.user, proposal):
        raise PermissionDenied(_("Akun Anda tidak berhak mengubah usulan ini."))
    return proposal


@for_those(rules.may_propose)
@require_safe
def places_data(request: HttpRequest, forum: Forum) -> JsonResponse:
    """The villages for which this person may propose, as points for the map."""
    points = [
        {"code": village.pk, "name": village.name, "at": [float(village.latitude), float(village.longitude)]}
        for one in places_for(request.user, forum)
        for village in one.villages
        if village.latitude is not None and village.longitude is not None
    ]
    return JsonResponse({"points": points})


@for_those(has_role)
@require_safe
def photo_file(request: HttpRequest, _forum: Forum, pk: int) -> HttpResponse:
    """A picture of a place, for who works on the forum: passers-by may be in it."""
    visible = queries.proposals_visible_to(request.user)
    photo = get_object_or_404(Photo, pk=pk, proposal__in=visible)
    with photo.file.open() as file:
        return HttpResponse(file.read(), content_type="image/jpeg")
