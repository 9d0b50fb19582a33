"""Reading the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from selaras.audit.actions import GENESIS, digest
from selaras.audit.models import Entry

# Actions on what nobody learns of without need: that there are such entries, and how many, is part of the secret.
SECRET = ("exposure.", "intake.exposure_")


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


def of_subject(subject: str) -> QuerySet[Entry]:
    """Everything the log tells of one subject, newest first."""
    return Entry.objects.filter(subject=subject).order_by("-pk")


def holds(kept: str) -> bool:
    """Whether a hash that somebody kept is still in the chain: no other way shows entries removed from its end."""
    return kept == GENESIS or Entry.objects.filter(hash=kept).exists()


def entries_with(hashes: Iterable[str]) -> set[str]:
    """Those of the hashes that the log holds."""
    return set(Entry.objects.filter(hash__in=list(hashes)).values_list("hash", flat=True))


def verify() -> Verdict:
    """Walk the whole chain once. Finds every change, and every removal but that of the newest entries (see `holds`)."""
    previous, count = GENESIS, 0
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=2000):
        expected = digest(previous, entry.at, entry.actor, entry.action, entry.subject, entry.detail)
        if entry.previous != previous or entry.hash != expected:
            return Verdict(count, previous, entry.pk)
        previous, count = entry.hash, count + 1
    return Verdict(count, previous, None)


def search(
    *,
    actor: str = "",
    action: str = "",
    subject: str = "",
    since: date | None = None,
    until: date | None = None,
    secrets: bool = False,
) -> QuerySet[Entry]:
    """Entries, newest first: whose actor, action and subject hold these words, from the start of one local day to the
    end of another. `secrets`: those too that tell of what is secret itself."""
    entries = Entry.objects.order_by("-pk")
    if not secrets:
        for start in SECRET:
            entries = entries.exclude(action__startswith=start)
    words = {"actor__icontains": actor, "action__icontains": action, "subject__icontains": subject}
    entries = entries.filter(**{name: word.strip() for name, word in words.items() if word.strip()})
    if since:
        entries = entries.filter(at__gte=_start(since))
    if until:
        entries = entries.filter(at__lt=_start(until + timedelta(days=1)))
    return entries


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
