"""Terms in hours run to the minute, whatever the day is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.workdays import RuleError, due_in_hours

WIB = ZoneInfo("Asia/Jakarta")


@pytest.mark.parametrize(
    ("known", "hours", "due"),
    [
        ("2026-01-02 16:30", 24, "2026-01-03 16:30"),  # Friday afternoon to Saturday afternoon
        ("2026-03-20 23:59", 72, "2026-03-23 23:59"),  # over Idul Fitri
        ("2024-02-28 09:00", 24, "2024-02-29 09:00"),
        ("2025-12-31 23:30", 1, "2026-01-01 00:30"),
    ],
)
def test_nights_days_off_and_holidays_count(known: str, hours: int, due: str) -> None:
    start = datetime.fromisoformat(known).replace(tzinfo=WIB)
    assert due_in_hours(start, hours) == datetime.fromisoformat(due).replace(tzinfo=WIB)


def test_an_hour_that_the_clock_skips_is_not_given_away() -> None:
    before_summer = datetime(2026, 3, 28, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert due_in_hours(before_summer, 24) == datetime(2026, 3, 29, 13, tzinfo=ZoneInfo("Europe/Amsterdam"))


@given(st.datetimes(timezones=st.just(WIB), min_value=datetime(2000, 1, 1)), st.integers(1, 1000))
def test_exactly_so_many_hours_pass_and_the_zone_stays(known: datetime, hours: int) -> None:
    due = due_in_hours(known, hours)
    assert due.astimezone(UTC) - known.astimezone(UTC) == timedelta(hours=hours)
    assert due.tzinfo is known.tzinfo


@pytest.mark.parametrize(
    ("known", "hours", "told"),
    [
        (datetime(2026, 1, 2, 9), 24, "zona waktu"),
        (datetime(2026, 1, 2, 9, tzinfo=WIB), 0, "paling sedikit satu jam"),
        (datetime(2026, 1, 2, 9, tzinfo=WIB), -3, "paling sedikit satu jam"),
    ],
)
def test_what_is_no_term_is_refused(known: datetime, hours: int, told: str) -> None:
    with pytest.raises(RuleError, match=told):
        due_in_hours(known, hours)
