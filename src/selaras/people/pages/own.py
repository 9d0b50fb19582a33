"""One's own account: roles, delegations, sessions, password."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.people import directory, rules
from selaras.people.actions.accounts import change_password
from selaras.people.actions.delegating import delegate, take_back
from selaras.people.actions.sessions import end_other_sessions, end_session
from selaras.people.errors import NotAllowed, PeopleError
from selaras.people.models import Role, Session
from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.forms import DelegationForm, OwnPasswordForm
from selaras.people.pages.words import kind_word
from selaras.people.queries import has_role
from selaras.people.second_step import has_second_step


def handle_of(session: Session) -> str:
    """A name for a session that opens nothing: its key would."""
    return hashlib.sha256(str(session.session_key).encode()).hexdigest()[:16]


@only(has_role)
@require_safe
def own_account(request: HttpRequest) -> HttpResponse:
    account = visitor(request)
    here = request.session.session_key
    given = {
        "roles": [
            (role, kind_word(role.kind), rules.may_delegate(account, role)) for role in directory.own_roles(account)
        ],
        "lent": [(role, kind_word(role.kind)) for role in directory.delegations_of(account)],
        "sessions": [(one, handle_of(one), one.session_key == here) for one in directory.own_sessions(account)],
        "second_step": has_second_step(account),
        "decides": rules.decides(account),
    }
    return render(request, "people/own.html", given)


@only(has_role)
@require_http_methods(["GET", "POST"])
def delegation_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Lend one of one's own roles to somebody until a day."""
    account = visitor(request)
    role = get_object_or_404(directory.own_roles(account), pk=pk)
    if not rules.may_delegate(account, role):
        raise Http404
    form = DelegationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            delegate(role, given["username"], given["until"], given["reason"], actor=account)
        except NotAllowed:
            raise
        except PeopleError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Peran dilimpahkan."))
            return redirect("own-account")
    return render(request, "people/delegation.html", {"form": form, "role": role, "word": kind_word(role.kind)})


@require_POST
@only(has_role)
def delegation_end(request: HttpRequest, pk: int) -> HttpResponse:
    lent = get_object_or_404(Role.objects.in_force().exclude(delegated_from=None), pk=pk)
    return done(request, lambda: take_back(lent, actor=visitor(request)), _("Pelimpahan diakhiri."), "own-account")


@only(has_role)
@require_http_methods(["GET", "POST"])
def own_password(request: HttpRequest) -> HttpResponse:
    account = visitor(request)
    form = OwnPasswordForm(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(account, form.cleaned_data["password"], actor=account)
        logout(request)
        messages.success(request, _("Kata sandi diubah dan semua sesi diakhiri. Masuk dengan kata sandi baru."))
        return redirect("sign-in")
    return render(request, "people/own_password.html", {"form": form})


@require_POST
@only(has_role)
def session_end(request: HttpRequest) -> HttpResponse:
    account = visitor(request)
    wanted = request.POST.get("session", "")
    session = next((one for one in directory.own_sessions(account) if handle_of(one) == wanted), None)
    if session is None:
        messages.info(request, _("Sesi itu sudah berakhir."))
        return redirect("own-account")
    return done(request, lambda: end_session(session, actor=account), _("Sesi diakhiri."), "own-account")


@require_POST
@only(has_role)
def sessions_end(request: HttpRequest) -> HttpResponse:
    here = request.session.session_key or ""
    sentence = _("Semua sesi lain diakhiri.")
    return done(request, lambda: end_other_sessions(here, actor=visitor(request)), sentence, "own-account")
