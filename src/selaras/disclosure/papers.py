"""Copies of identity papers: what is taken in, and how they are kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from selaras.disclosure.errors import Incomplete
from selaras.disclosure.models import IdentityDocument
from selaras.people.sealing import seal, unseal

PAPERS = frozenset(IdentityDocument.Kind.values)
LARGEST = 5 * 1024 * 1024
_PURPOSE = "identity document"
_STARTS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png", b"%PDF-": "application/pdf"}


@dataclass(frozen=True)
class Paper:
    kind: str
    media_type: str
    content: bytes


def paper_of(kind: str, content: bytes) -> Paper:
    """Known by how it starts, not by its name. Raises Incomplete."""
    if len(content) > LARGEST:
        raise Incomplete({kind: _("Berkas ini lebih besar dari 5 MB. Foto ulang dengan ukuran lebih kecil.")})
    media_type = next((told for start, told in _STARTS.items() if content.startswith(start)), "")
    if not media_type:
        raise Incomplete({kind: _("Berkas ini bukan foto JPG atau PNG, dan bukan PDF. Pilih berkas lain.")})
    return Paper(kind, media_type, content)


def sealed_paper(content: bytes) -> bytes:
    return seal(content, _PURPOSE)


def opened(document: IdentityDocument) -> bytes:
    """Call only from `actions.looking`, which logs the look."""
    return unseal(bytes(document.sealed or b""), _PURPOSE)
