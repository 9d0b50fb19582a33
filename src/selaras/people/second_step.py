"""The second step of signing in: a code from a telephone, or one from a list kept for the day it is lost."""

from __future__ import annotations

import base64
import secrets
from datetime import timedelta

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from selaras.people import rules
from selaras.people.models import Account
from selaras.people.queries import Person
from selaras.people.sealing import seal, unseal

_LAST = "last_counter"
_PURPOSE = "second step"


class Secrets(DefaultMFAAdapter):  # type: ignore[misc] # it ships no types
    """Keeps the secrets in the database encrypted: a copy of the database alone opens no account."""

    def encrypt(self, text: str) -> str:
        return seal(text.encode(), _PURPOSE).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text.encode(), _PURPOSE).decode()

    def get_totp_label(self, user: Account) -> str:
        return user.get_username()


def new_secret() -> str:
    return base64.b32encode(secrets.token_bytes(20)).decode()


def has_second_step(account: Account) -> bool:
    return bool(Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).exists())


def link_for(account: Account, secret: str) -> str:
    """The `otpauth` address that a telephone reads from the QR code."""
    return str(Secrets().build_totp_url(account, secret))


def counter_of(secret: str, code: str) -> int | None:
    """The time step for which this code is right, None where it is right for none that is near."""
    digits = "".join(code.split())
    return next(
        (
            counter
            for counter in yield_hotp_counters_from_time()
            if compare_user_code(actual=digits, expected=format_hotp_value(hotp_value(secret, counter)))
        ),
        None,
    )


def remember_step(totp: Authenticator, counter: int) -> None:
    """A code of this step, or of one before it, opens no more."""
    totp.data[_LAST] = counter
    totp.save(update_fields=["data"])
    totp.record_usage()


@transaction.atomic
def accepts(account: Account, code: str) -> bool:
    """Whether the code is right now. Each code opens once, whichever process is asked: the row remembers the step."""
    held = Authenticator.objects.select_for_update().filter(user=account)
    totp = held.filter(type=Authenticator.Type.TOTP).first()
    if totp is None:
        return False
    counter = counter_of(decrypt(totp.data["secret"]), code)
    if counter is not None and counter > totp.data.get(_LAST, -1):
        remember_step(totp, counter)
        return True
    spare = held.filter(type=Authenticator.Type.RECOVERY_CODES).first()
    return spare is not None and bool(spare.wrap().validate_code("".join(code.split())))


def must_set_up(person: Person) -> bool:
    """Whether this person decides, has no second step, and the days of grace since the account was opened are over."""
    if not isinstance(person, Account) or not rules.decides(person) or has_second_step(person):
        return False
    return timezone.now() >= person.date_joined + timedelta(days=settings.TOTP_GRACE_DAYS)
