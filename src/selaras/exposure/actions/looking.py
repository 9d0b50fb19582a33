"""Each look at what is secret leaves an entry in the log."""

from __future__ import annotations

from selaras.audit.actions import record
from selaras.exposure import rules
from selaras.exposure.errors import NotAllowed
from selaras.people.models import Account


def look_at(what: str, subject: str = "", *, actor: Account) -> None:
    """`what` is a word of the log, such as `list` or `system`. Raises NotAllowed."""
    if not rules.reads_desk(actor):
        raise NotAllowed
    record(f"exposure.{what}_seen", actor=actor, subject=subject)
