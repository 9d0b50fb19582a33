"""Signing in: who may, and how often one may guess."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from selaras.people.addresses import client_address
from selaras.people.models import Account
from selaras.people.queries import has_role
from selaras.web.middleware import POLICY
from selaras.web.sign_in_steps import enter
from selaras.web.sign_in_throttle import forget, too_many


class SignInForm(AuthenticationForm):
    error_messages = {  # noqa: RUF012 - Django's own shape
        "invalid_login": _("Nama atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi."),
        "inactive": _("Akun ini tidak aktif. Hubungi administrator."),
        "too_many": _("Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi, atau hubungi administrator."),
        "no_role": _("Akun ini belum diberi peran. Hubungi administrator."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Nama akun")
        self.fields["password"].label = _("Kata sandi")
        for field in self.fields.values():
            field.error_messages["required"] = _("Isian ini wajib diisi.")

    def clean(self) -> dict[str, Any]:
        """Count the try before the password is looked at, so that tries at the same moment cannot slip through."""
        username = str(self.cleaned_data.get("username", "")).lower()[:150]
        if not username:
            return self.cleaned_data
        address = client_address(self.request) if self.request else None
        if too_many(username, address):
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        cleaned: dict[str, Any] = super().clean()
        if self.user_cache is not None:
            forget(username, address)
        return cleaned

    def confirm_login_allowed(self, user: Account) -> None:
        super().confirm_login_allowed(user)
        if not has_role(user):
            raise ValidationError(self.error_messages["no_role"], code="no_role")


class SignIn(LoginView):
    form_class = SignInForm
    template_name = "web/sign_in.html"
    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """With an office's own sign-in the button's form ends at another host; this page alone may send it there."""
        response = super().dispatch(request, *args, **kwargs)
        if office := _office():
            at = urlsplit(office["settings"]["server_url"])
            allowed = f"form-action 'self' {at.scheme}://{at.netloc}"
            response.headers["Content-Security-Policy"] = POLICY.replace("form-action 'self'", allowed)
        return response

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        account = form.get_user()
        assert isinstance(account, Account)  # noqa: S101 - the form found it
        return enter(self.request, account, "password", self.get_redirect_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"office": _office()}


def _office() -> dict[str, Any] | None:
    """The office's own sign-in, where settings name one."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return apps[0] if apps else None
