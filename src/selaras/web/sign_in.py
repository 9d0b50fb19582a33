"""Signing in: who may, and how often one may guess."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from selaras.people.models import Account
from selaras.people.queries import has_role
from selaras.web.models import SignInAttempt

TRIES = 5
WINDOW = timedelta(minutes=15)


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
        address = self.request.META.get("REMOTE_ADDR") if self.request else None
        if not username:
            return self.cleaned_data
        if _tries(username, address) > TRIES:
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        cleaned: dict[str, Any] = super().clean()
        if self.user_cache is not None:
            SignInAttempt.objects.filter(username=username, address=address).delete()
        return cleaned

    def confirm_login_allowed(self, user: Account) -> None:
        super().confirm_login_allowed(user)
        if not has_role(user):
            raise ValidationError(self.error_messages["no_role"], code="no_role")


def _tries(username: str, address: str | None) -> int:
    """Note one try and say how many there were in the window, this one included. Old ones are dropped.

    The address is the peer's own: a forwarded one could be invented by who guesses.
    """
    now = timezone.now()
    SignInAttempt.objects.filter(at__lt=now - WINDOW).delete()
    SignInAttempt.objects.create(username=username, address=address or None)
    return SignInAttempt.objects.filter(username=username, address=address or None).count()


class SignIn(LoginView):
    form_class = SignInForm
    template_name = "web/sign_in.html"
    redirect_authenticated_user = True
