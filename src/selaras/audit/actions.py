"""Writing to the log. Call inside the transaction of what is logged: both land or neither does."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import connection, transaction
from django.utils import timezone

from selaras.audit.models import Entry

GENESIS = "0" * 64
_CHAIN_LOCK = 0x5E1A4A5


class Actor(Protocol):
    """Whoever acts: an account, or the system itself."""

    def get_username(self) -> str: ...


def digest(previous: str, at: datetime, actor: str, action: str, subject: str, detail: dict[str, Any]) -> str:
    """SHA-256 over the canonical JSON of one entry and the hash of the one before it."""
    body = [previous, at.astimezone(UTC).isoformat(), actor, action, subject, detail]
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _hold_chain() -> None:
    """One writer at a time: SQLite's IMMEDIATE transactions give that already, PostgreSQL needs a lock."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])


@transaction.atomic
def record(action: str, *, actor: Actor, subject: str = "", detail: dict[str, Any] | None = None) -> Entry:
    """Append one entry. `detail` must be plain JSON.

    An actor who stands in for others says so in every entry: `on_behalf_of` names them.
    """
    _hold_chain()
    last = Entry.objects.order_by("-pk").values_list("hash", flat=True).first()
    previous, at, name = last or GENESIS, timezone.now(), actor.get_username()
    detail = dict(detail or {})
    if stands_in_for := getattr(actor, "stands_in_for", None):
        detail["on_behalf_of"] = stands_in_for
    return Entry.objects.create(
        at=at,
        actor=name,
        action=action,
        subject=subject,
        detail=detail,
        previous=previous,
        hash=digest(previous, at, name, action, subject, detail),
    )
