"""Holidays in a file of an office: each row becomes a day off, or is kept back with the reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from selaras.government.actions import DayOff
from selaras.government.models import Holiday
from selaras.intake.rows import Incoming, still_taken, unique

KIND = "holidays"
_LONGEST = 200  # signs of a name


@dataclass(frozen=True)
class Listed:
    """One row as a day off."""

    row: Incoming
    day: DayOff


def listed(rows: Iterable[Incoming]) -> Iterator[Listed]:
    """What can be taken. A day that no column tells the kind of is taken as national, and the row says so."""
    taken = list(still_taken(rows))
    for row in taken:
        row.values = {**row.values, "name": row.line("name", _LONGEST)}
    for row in unique(taken, "date", "name"):
        if not row.text("kind"):
            row.notes.append("Jenisnya tidak terbaca, jadi dicatat sebagai libur nasional.")
        kind = row.text("kind") or Holiday.Kind.NATIONAL
        yield Listed(row, DayOff(row.values["date"], row.text("name"), kind, bool(row.values.get("estimated"))))


def merged(before: Collection[DayOff], new: Collection[DayOff], *, replace_years: bool) -> list[DayOff]:
    """The days of a calendar with those of a file, which win over the same day of the same name.

    `replace_years`: a year that the file names has then no other holidays than the file's.
    """
    years = {day.date.year for day in new} if replace_years else set()
    named = {(day.date, day.name) for day in new}
    stay = [day for day in before if day.date.year not in years and (day.date, day.name) not in named]
    return sorted([*stay, *new], key=lambda day: (day.date, day.name))
