"""The day on which a test plays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from django.utils import timezone


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Call it with a day, and it is that day at nine in the morning in Kebumen."""

    def becomes(day: date) -> None:
        monkeypatch.setattr(timezone, "now", lambda: datetime.combine(day, time(2), tzinfo=UTC))

    return becomes
