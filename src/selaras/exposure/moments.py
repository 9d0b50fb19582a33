"""When a file says that it was made."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from selaras.engines.findings.dates import instant


def past(told: str) -> datetime | None:
    """None for what is no moment, and for one that is still to come: a clock was wrong, and nothing newer would win."""
    found = instant(told)
    return found if found and found <= timezone.now() else None
