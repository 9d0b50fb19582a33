"""Messages to the public as one table for programs."""

from __future__ import annotations

from collections.abc import Iterable

from selaras.documents.comma import comma_separated
from selaras.outreach.models import Message

_FIELDS = (
    "key", "kind", "title", "text", "claim", "language", "urgent", "audience", "purpose", "legal_basis", "valid_from",
    "valid_until", "state", "sent_at",
)  # fmt: skip
_COLUMNS = (
    "kunci", "jenis", "judul", "isi", "kabar_bohong", "bahasa", "mendesak", "untuk", "mengapa", "dasar", "berlaku_dari",
    "berlaku_sampai", "keadaan", "dikirim", "pengganti",
)  # fmt: skip


def as_csv(messages: Iterable[Message]) -> bytes:
    rows = ([*(getattr(one, name) for name in _FIELDS), _later(one)] for one in messages)
    return comma_separated(_COLUMNS, rows)


def _later(message: Message) -> str:
    later = getattr(message, "later", None)
    return later.key if later else ""
