"""Signing in through the office's own sign-in (OpenID Connect), where settings name one.

It says who somebody is, and nothing else: the account and its roles were made here before, and are found by an
address that the office's sign-in vouches for. The second step is asked for all the same.
"""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect.views import callback, login
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from selaras.people.models import Account
from selaras.people.queries import has_role
from selaras.web.sign_in_steps import enter


def _back(request: HttpRequest, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect("sign-in")


def _unreachable(request: HttpRequest) -> HttpResponse:
    return _back(request, _("Layanan masuk kantor tidak terjangkau. Masuk dengan nama akun dan kata sandi."))


@never_cache
@require_POST
def start(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the browser to the office's sign-in; 404 where there is none."""
    try:
        answer: HttpResponse = login(request, provider_id)
    except RequestException:
        return _unreachable(request)
    return answer


@never_cache
@require_GET
def finish(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where the office's sign-in sends the browser back to."""
    try:
        answer: HttpResponse = callback(request, provider_id)
    except RequestException:
        return _unreachable(request)
    return answer


class OfficeAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc] # it ships no types
    """What becomes of a person whom the office's sign-in vouches for."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Always answers itself, so that nothing of allauth's own way of signing in comes after."""
        account = _known([one.email for one in sociallogin.email_addresses if one.verified])
        if account is None:
            sentence = _("Belum ada akun aktif dengan alamat surel itu. Minta administrator membukanya lebih dulu.")
            raise ImmediateHttpResponse(_back(request, sentence))
        raise ImmediateHttpResponse(enter(request, account, "office", sociallogin.state.get("next")))

    def on_authentication_error(self, request: HttpRequest, *_provider: Any, **_told: Any) -> None:
        sentence = _("Masuk lewat kantor tidak selesai. Coba lagi, atau masuk dengan nama akun dan kata sandi.")
        raise ImmediateHttpResponse(_back(request, sentence))


def _known(emails: list[str]) -> Account | None:
    for email in emails:
        account = Account.objects.filter(email__iexact=email, is_active=True).first() if email else None
        if account and has_role(account):
            return account
    return None
