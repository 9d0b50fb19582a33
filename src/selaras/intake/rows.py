"""A row on its way in: read from a file, then taken by a room or kept here with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from selaras.engines.tabular import CheckedTable, CheckResult, text_of


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

    def text(self, key: str, most: int | None = None) -> str:
        """A text value, empty where there is none; cut to `most` signs, which is noted, for a column of that size."""
        value = self.values.get(key)
        return self._cut("" if value is None else str(value).strip(), most)

    def line(self, key: str, most: int | None = None) -> str:
        """The same on one line: official lists break a name wherever their page ended."""
        return self._cut(" ".join(self.text(key).split()), most)

    def _cut(self, whole: str, most: int | None) -> str:
        if most is None or len(whole) <= most:
            return whole
        note = f"“{whole[:20]}…” lebih dari {most} huruf, jadi dipotong. Persingkat bila perlu."
        if note not in self.notes:
            self.notes.append(note)
        return whole[:most]

    def joined(self, key: str) -> str:
        """A value that may be a list, as one text."""
        value = self.values.get(key)
        return "; ".join(map(str, value)) if isinstance(value, list | tuple) else self.text(key)


def incoming_in(sheet: CheckedTable) -> Iterator[Incoming]:
    """Every row of one sheet. A cell beyond the header is kept by its place: nothing that was sent is lost."""
    header = sheet.table.header
    for row in sheet.rows:
        names = [*header, *(f"kolom {place + 1}" for place in range(len(header), len(row.raw)))]
        raw = {name: text_of(cell) for name, cell in zip(names, row.raw, strict=False)}
        yield Incoming(row.number, row.sheet, raw, row.values, list(row.notes), list(row.reasons))


def incoming(result: CheckResult) -> list[Incoming]:
    """Every row of every sheet that was read."""
    return [row for sheet in result.sheets for row in incoming_in(sheet)]


def still_taken(rows: Iterable[Incoming]) -> Iterator[Incoming]:
    return (row for row in rows if not row.kept)


def within(rows: Iterable[Incoming], **most: int) -> Iterator[Incoming]:
    """The rows; one with a key longer than its column holds is kept back, since a key cut short names something else.

    `most`: field to signs.
    """
    for row in still_taken(rows):
        for key, signs in most.items():
            if len(row.text(key)) > signs:
                row.keep(f"“{row.text(key)[:20]}…” terlalu panjang: paling banyak {signs} huruf. Persingkat.")
        if not row.kept:
            yield row


def unique(rows: Iterable[Incoming], *keys: str) -> Iterator[Incoming]:
    """The rows, a repeated key kept back: the first of them counts."""
    seen: dict[tuple[str, ...], Incoming] = {}
    for row in still_taken(rows):
        first = seen.setdefault(tuple(row.text(name) for name in keys), row)
        if first is row:
            yield row
            continue
        where = "" if first.sheet == row.sheet else f" di lembar {first.sheet}"
        row.keep(f"Sama dengan baris {first.number}{where}; baris pertama yang dipakai.")
