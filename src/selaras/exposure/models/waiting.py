"""When what waits in the background is given up."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

STALE = timedelta(minutes=30)  # far longer than any of it takes: the process that worked on it is gone


def is_stale(since: datetime) -> bool:
    return since < timezone.now() - STALE
