"""Addresses in a document that tell of the office's own machines, or of a person."""

from __future__ import annotations

import re

from selaras.engines.redaction.findings import Kind

_WITHIN = re.compile(
    r"^(?:file:|\\\\|//|[a-z]:[\\/]|https?://(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|[\w-]+(?:[:/]|$)))",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?:[a-z]:\\|\\\\[\w.-]+\\|/(?:home|users)/)\S", re.IGNORECASE)


def leads_outside(address: str) -> bool:
    """Whether an address is a file or a machine of the office. Pages of the public web are what links are for."""
    return _WITHIN.match(address.strip()) is not None


def telling_address(address: str) -> Kind | None:
    """Whom an address calls or writes to."""
    plain = address.strip().lower()
    if plain.startswith("mailto:") and "@" in plain:
        return Kind.EMAIL
    return Kind.PHONE if plain.startswith("tel:") and any(sign.isdigit() for sign in plain) else None


def names_a_path(text: str) -> bool:
    r"""Whether a text names a place in a file system, and so often a person.

    >>> names_a_path(r"C:\Users\Sulastri\Konsep.docx"), names_a_path("Laporan 2020/2021")
    (True, False)
    """
    return _PATH.search(text) is not None
