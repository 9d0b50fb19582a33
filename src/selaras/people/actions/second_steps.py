"""Setting up the second step of signing in, and taking it off for who lost their telephone."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.actions.roles import require_other
from selaras.people.actions.sessions import end_all_sessions
from selaras.people.errors import NotAllowed, WrongCode
from selaras.people.models import Account, Session
from selaras.people.second_step import accepts, counter_of, has_second_step, remember_step


@transaction.atomic
def set_up_second_step(secret: str, code: str, own_key: str | None, *, actor: Account) -> list[str]:
    """Keep the secret once its first code is right; returns the spare codes, which are shown once.

    Sessions in other browsers end: they were opened without the second step.
    """
    if has_second_step(actor):
        raise NotAllowed(_("Langkah kedua sudah terpasang."))
    counter = counter_of(secret, code)
    if counter is None:
        raise WrongCode(_("Kode tidak cocok. Periksa jam telepon Anda, lalu ketik kode yang sedang tampil."))
    remember_step(TOTP.activate(actor, secret).instance, counter)
    Session.objects.filter(account=actor).exclude(session_key=own_key).delete()
    record("people.second_step_set_up", actor=actor, subject=actor.get_username())
    return _spare_codes(actor)


@transaction.atomic
def renew_spare_codes(code: str, *, actor: Account) -> list[str]:
    """New spare codes in place of the ones before; asks for a code first."""
    if not accepts(actor, code):
        raise WrongCode(_("Kode tidak cocok. Ketik kode yang sedang tampil di telepon Anda."))
    record("people.spare_codes_renewed", actor=actor, subject=actor.get_username())
    return _spare_codes(actor)


def _spare_codes(account: Account) -> list[str]:
    Authenticator.objects.filter(user=account, type=Authenticator.Type.RECOVERY_CODES).delete()
    return list(RecoveryCodes.activate(account).get_unused_codes())


@transaction.atomic
def take_off_second_step(account: Account, *, actor: Account) -> None:
    """For who lost telephone and spare codes. An administrator has made sure who asks."""
    require_other(actor, account)
    Authenticator.objects.filter(user=account).delete()
    end_all_sessions(account)
    record("people.second_step_taken_off", actor=actor, subject=account.get_username())
