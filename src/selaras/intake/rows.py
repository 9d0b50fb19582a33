"""A row on its way in: read from a file, then taken by a room or kept here with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Incoming:
    """One row. `values` are typed (field to value); `raw` the cells as they came; `notes` are open questions.

    A row is taken unless it has a reason to be kept.
    """

    number: int
    sheet: str
    raw: dict[str, str]
    values: Mapping[str, Any]
    notes: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    def keep(self, reason: str) -> None:
        """Keep this row back: the room cannot take it until a person has mended it."""
        self.reasons.append(reason)

    @property
    def kept(self) -> bool:
        return bool(self.reasons)

    def text(self, key: str) -> str:
        """A text value, empty where there is none."""
        value = self.values.get(key)
        return "" if value is None else str(value).strip()

    def joined(self, key: str) -> str:
        """A value that may be a list, as one text."""
        value = self.values.get(key)
        return "; ".join(map(str, value)) if isinstance(value, list | tuple) else self.text(key)


def still_taken(rows: Iterable[Incoming]) -> Iterator[Incoming]:
    return (row for row in rows if not row.kept)


def unique(rows: Iterable[Incoming], *keys: str) -> Iterator[Incoming]:
    """The rows, a repeated key kept back: the first of them counts."""
    seen: dict[tuple[str, ...], int] = {}
    for row in still_taken(rows):
        key = tuple(row.text(name) for name in keys)
        first = seen.setdefault(key, row.number)
        if first != row.number:
            row.keep(f"Sama dengan baris {first}; baris pertama yang dipakai.")
        else:
            yield row
