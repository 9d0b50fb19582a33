"""Data that a copy of the database alone does not open: sealed with a key made from the site's secret."""

from __future__ import annotations

import base64
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes

from selaras.people.errors import WrongSecret


def seal(content: bytes, purpose: str) -> bytes:
    """Encrypt and sign. What was sealed for one purpose is not opened for another."""
    return _cipher(purpose, _secrets()).encrypt(content)


def unseal(sealed: bytes, purpose: str) -> bytes:
    """Raises WrongSecret where the site's secret is another one than that day, or the data was changed."""
    try:
        return _cipher(purpose, _secrets()).decrypt(sealed)
    except InvalidToken:
        raise WrongSecret("Data ini disegel dengan kunci lain. Pulihkan kunci rahasia situs, lalu coba lagi.") from None


def _secrets() -> tuple[str | bytes, ...]:
    """The newest first: it seals; the older ones still open."""
    return (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)


@cache
def _cipher(purpose: str, secrets: tuple[str | bytes, ...]) -> MultiFernet:
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_key(secret, purpose))) for secret in secrets])


def _key(secret: str | bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=f"selaras {purpose}".encode()).derive(force_bytes(secret))
