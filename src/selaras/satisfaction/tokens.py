"""Keys of addresses, links of invitations, and what tells one device from another for a day."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from django.utils.crypto import salted_hmac

from selaras.satisfaction.models import Service, Survey

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is mistaken for another when read from a poster


def fresh_key() -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(8))


def fresh_salt() -> str:
    return secrets.token_hex(32)


def day_token(survey: Survey, day: date, *seen: str) -> str:
    """Of what a browser showed: the same for one day of one survey, and for nobody once its salt is erased."""
    return salted_hmac(f"survey.{survey.salt}", "\0".join((day.isoformat(), *seen)), algorithm="sha256").hexdigest()[
        :32
    ]


def invitation_token(service: Service, reference: str) -> str:
    """The same for the same reference: a link that was lost can be shown again, though it is kept nowhere."""
    signed = salted_hmac("survey.invitation", f"{service.pk}\0{reference}", algorithm="sha256").hexdigest()
    return signed[:32]


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
