"""The link that opens one case to its applicant: who has it needs no account."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.encoding import force_bytes

from selaras.disclosure.errors import NoSuchLink
from selaras.disclosure.models import Request


def fresh_token() -> str:
    """For a draft, which nobody needs to find again without its link."""
    return secrets.token_urlsafe(24)


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def token_for(submission: UUID) -> str:
    """The same for the same submission: one sent twice leads to one case, and a receipt can be printed again."""
    return _token(settings.SECRET_KEY, submission)


def token_of(request: Request) -> str:
    """The link's token of a case, also where the site's secret has been replaced since and the old one is kept."""
    tokens = (_token(key, request.submission) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
    return next((token for token in tokens if digest_of(token) == request.token_digest), "")


def _token(key: str | bytes, submission: UUID) -> str:
    signed = hmac.new(force_bytes(key), b"request link" + submission.bytes, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(signed[:24]).decode()


def request_behind(token: str) -> Request:
    """Raises NoSuchLink."""
    try:
        return Request.objects.select_related("body", "applicant").get(token_digest=digest_of(token))
    except Request.DoesNotExist:
        raise NoSuchLink("Tautan ini tidak membuka permohonan mana pun. Periksa tulisan di tanda terima.") from None


def address_of(request: Request) -> str:
    return settings.SITE + reverse("my-request", args=[token_of(request)])
