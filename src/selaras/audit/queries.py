"""Reading the log."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.audit.actions import GENESIS, digest
from selaras.audit.models import Entry


@dataclass(frozen=True)
class Verdict:
    """Whether the chain holds; where not, the first entry that does not fit."""

    entries: int
    head: str
    broken_at: int | None

    @property
    def intact(self) -> bool:
        return self.broken_at is None


def head() -> str:
    """The hash of the newest entry: whoever keeps it can prove later that nothing before it was changed."""
    return Entry.objects.order_by("-pk").values_list("hash", flat=True).first() or GENESIS


def verify() -> Verdict:
    """Walk the whole chain once."""
    previous, count = GENESIS, 0
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=2000):
        expected = digest(previous, entry.at, entry.actor, entry.action, entry.subject, entry.detail)
        if entry.previous != previous or entry.hash != expected:
            return Verdict(count, previous, entry.pk)
        previous, count = entry.hash, count + 1
    return Verdict(count, previous, None)
