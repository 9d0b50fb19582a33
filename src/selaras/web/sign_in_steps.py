"""From a person who is known to a session: at once, or after the second step."""

from __future__ import annotations

import time

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.people.pages.middleware import SECOND_STEP
from selaras.people.second_step import has_second_step
from selaras.people.sessions import STARTED

_PENDING = "sign_in_pending"
_PATIENCE = 5 * 60  # seconds to find the telephone
_BACKEND = "django.contrib.auth.backends.ModelBackend"


def enter(request: HttpRequest, account: Account, by: str, wanted: str | None) -> HttpResponse:
    """Let in who proved to be this account, or ask for the code first where the account has a second step."""
    after = _own_page(request, wanted)
    if not has_second_step(account):
        return _open_session(request, account, by, after, second_step=False)
    request.session.cycle_key()
    request.session[_PENDING] = {"account": account.pk, "by": by, "after": after, "at": time.time()}
    return redirect("sign-in-code")


def pending(request: HttpRequest) -> Account | None:
    """Who has given a password here and owes the code."""
    waiting = request.session.get(_PENDING)
    if waiting is None or time.time() - waiting["at"] > _PATIENCE:
        return None
    return Account.objects.filter(pk=waiting["account"], is_active=True).first()


def enter_after_code(request: HttpRequest, account: Account) -> HttpResponse:
    waiting = request.session.pop(_PENDING)
    return _open_session(request, account, waiting["by"], waiting["after"], second_step=True)


@transaction.atomic
def _open_session(request: HttpRequest, account: Account, by: str, after: str, *, second_step: bool) -> HttpResponse:
    """Under a new key: one that somebody planted in the browser before is worth nothing."""
    login(request, account, backend=_BACKEND)
    request.session[STARTED] = time.time()
    request.session[SECOND_STEP] = second_step
    record("people.signed_in", actor=account, subject=account.get_username(), detail={"by": by, "code": second_step})
    return redirect(after)


def _own_page(request: HttpRequest, wanted: str | None) -> str:
    """The page that was wanted, where it is one of this site."""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if wanted and safe else reverse("desk")
