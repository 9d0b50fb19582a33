"""Invitations: sent by who may, opened by whom they are for."""

from __future__ import annotations

import segno
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.people import directory, rules
from selaras.people.actions.inviting import accept, invite, opened, send_again, withdraw
from selaras.people.errors import AccountExists, InvitationEnded, NotAllowed, PeopleError
from selaras.people.mail import post_invitation
from selaras.people.models import Invitation, Role
from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.forms import AcceptForm, InvitationForm
from selaras.people.pages.words import KIND_WORDS, kind_word
from selaras.people.queries import Person, roles_of

PAGE = 50


def _kinds(person: Person) -> dict[str, tuple[object, object]]:
    """The roles for which this person may invite at some body."""
    if rules.keeps_accounts(person):
        return dict(KIND_WORDS)
    return {Role.Kind.VILLAGE_OPERATOR: KIND_WORDS[Role.Kind.VILLAGE_OPERATOR]}


def _sheet(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """The invitation with its link: sent by mail where there is an address, to print where not.

    Answered straight to the form that asked: the link is kept nowhere, so no later page could show it.
    """
    link = settings.SITE + reverse("invitation", args=[token])
    code = segno.make(link, error="m").svg_inline(omitsize=True, border=2)
    given = {
        "invitation": invitation,
        "word": kind_word(invitation.kind),
        "link": link,
        "code": mark_safe(code),  # noqa: S308 - drawn by us from our own address
        "sent": bool(invitation.email) and post_invitation(invitation, link),
    }
    return render(request, "people/invitation_sheet.html", given)


@only(rules.invites)
@require_safe
def invitation_list(request: HttpRequest) -> HttpResponse:
    page = Paginator(directory.invitations_visible_to(request.user), PAGE).get_page(request.GET.get("hal"))
    rows = [(invitation, kind_word(invitation.kind)) for invitation in page]
    return render(request, "people/invitations.html", {"page": page, "rows": rows})


@only(rules.invites)
@require_http_methods(["GET", "POST"])
def invitation_new(request: HttpRequest) -> HttpResponse:
    kinds, head = _kinds(request.user), _("Undangan baru")
    kind = request.GET.get("jenis", "") if len(kinds) > 1 else next(iter(kinds))
    if kind not in kinds:
        return render(request, "people/choose_kind.html", {"kinds": kinds.items(), "head": head})
    only_in = None
    if not rules.keeps_accounts(request.user):
        only_in = roles_of(request.user).regions(Role.Kind.DISTRICT_OPERATOR)
    form = InvitationForm(kind, request.POST or None, districts=only_in)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        region, agency = given["body"]
        try:
            invitation, token = invite(given["name"], given["email"], kind, region, agency, actor=visitor(request))
        except NotAllowed:
            raise
        except PeopleError as refused:
            form.add_error(None, str(refused))
        else:
            return _sheet(request, invitation, token)
    given = {"form": form, "head": head, "word": kind_word(kind), "button": _("Undang")}
    return render(request, "people/role_form.html", given)


@require_POST
@only(rules.invites)
def invitation_send(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(directory.invitations_visible_to(request.user), pk=pk)
    try:
        token = send_again(invitation, actor=visitor(request))
    except InvitationEnded as ended:
        messages.error(request, str(ended))
        return redirect("invitations")
    return _sheet(request, invitation, token)


@require_POST
@only(rules.invites)
def invitation_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(directory.invitations_visible_to(request.user), pk=pk)
    sentence = _("Undangan ditarik. Tautannya tidak berlaku lagi.")
    return done(request, lambda: withdraw(invitation, actor=visitor(request)), sentence, "invitations")


@never_cache
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link leads: a name, a password, and the account is open."""
    try:
        with transaction.atomic():
            invited = opened(token)
    except InvitationEnded:
        return render(request, "people/invitation_ended.html", status=404)
    given = request.POST if request.method == "POST" else None
    form = AcceptForm(given, email=invited.email, initial={"name": invited.name})
    if given is not None and form.is_valid():
        told = form.cleaned_data
        try:
            account = accept(token, told["username"], told["name"], told["password"])
        except AccountExists as taken:
            form.add_error("username", str(taken))
        except InvitationEnded:
            return render(request, "people/invitation_ended.html", status=404)
        except ValidationError as weak:
            form.add_error("password", weak)
        else:
            messages.success(request, _("Akun “%(name)s” sudah dibuka. Masuk sekarang.") % {"name": account.username})
            return redirect("sign-in")
    return render(
        request, "people/invitation.html", {"form": form, "invited": invited, "word": kind_word(invited.kind)}
    )
