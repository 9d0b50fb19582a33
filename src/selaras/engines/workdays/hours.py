"""A term that the law tells in hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from selaras.engines.workdays.errors import RuleError


def due_in_hours(known: datetime, hours: int) -> datetime:
    """When so many hours after `known` are over, in its time zone: nights, days off and holidays count like any hour.

    As for the report of an incident (Pasal 15 Peraturan BSSN 1/2024, 24 hours; Pasal 46 UU 27/2022, three times 24).
    RuleError for a time without a zone or fewer hours than one.

    >>> from datetime import timezone
    >>> friday = datetime(2026, 1, 2, 16, 30, tzinfo=timezone(timedelta(hours=7)))
    >>> due_in_hours(friday, 24).isoformat()
    '2026-01-03T16:30:00+07:00'
    """
    if known.tzinfo is None:
        raise RuleError("Waktu diketahuinya tidak menyebut zona waktu. Sebutkan, misalnya WIB (+07:00).")
    if hours < 1:
        raise RuleError("Batas dalam jam harus paling sedikit satu jam. Ubah jumlah jamnya.")
    ended = known.astimezone(UTC) + timedelta(hours=hours)  # in local time an hour may be skipped or told twice
    return ended.astimezone(known.tzinfo)
