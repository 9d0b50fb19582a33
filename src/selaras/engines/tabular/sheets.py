"""A sheet put together from its table, the evidence of its columns and the places of what is no data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from selaras.engines.tabular.column_types import decide
from selaras.engines.tabular.description import Doubt, Sheet, letter_of
from selaras.engines.tabular.header_doubts import header_doubts
from selaras.engines.tabular.hidden_totals import total_doubts
from selaras.engines.tabular.profile import Profile
from selaras.engines.tabular.table import Grid, Row, Skipped, Table
from selaras.engines.tabular.text_doubts import text_doubts


@dataclass(slots=True)
class Places:
    """Which rows of a sheet are what. `ragged`: data rows with more or fewer cells than the header line."""

    rows: int = 0
    first: int = 0
    last: int = 0
    skipped: dict[str, list[int]] = field(default_factory=dict)
    ragged: list[int] = field(default_factory=list)

    def take(self, parts: Iterable[Row | Skipped]) -> None:
        """Count rows, in the order of the file."""
        for part in parts:
            if isinstance(part, Row):
                self.rows += 1
                self.first = self.first or part.number
                self.last = part.number
            elif part.reason != "header":
                self.skipped.setdefault(part.reason, []).append(part.number)


def names_of(grid: Grid, table: Table) -> tuple[str, ...]:
    """The names of all columns: in a text also of those that the header line opens and nothing fills."""
    lines = [cells for number, cells in grid.rows if number in table.facts.header_rows]
    width = max(map(len, lines), default=0) if grid.kind == "csv" else 0
    return (*table.header, *(f"Kolom {number}" for number in range(len(table.header) + 1, width + 1)))


def usual_width(grid: Grid, table: Table) -> int:
    """How many cells a row of a text has where it is whole: as many as the header line, without one as most rows."""
    lines = [len(cells) for number, cells in grid.rows if number in table.facts.header_rows]
    return max(lines) if lines else Counter(len(cells) for _, cells in grid.rows).most_common(1)[0][0]


def sheet_of(table: Table, names: tuple[str, ...], profiles: list[Profile], places: Places) -> Sheet:
    """The sheet, its columns decided, its doubts about the header first."""
    decided = [decide(index, name, profile) for index, (name, profile) in enumerate(zip(names, profiles, strict=True))]
    warned = [Doubt("reading", text) for text in table.facts.warnings]
    said = [*header_doubts(table), *text_doubts(table), *total_doubts(table), *warned]
    said += [*_gap_doubts(names, profiles), *_ragged_doubt(places)]
    return Sheet(
        name=table.facts.sheet,
        hidden=table.facts.hidden,
        header_rows=table.facts.header_rows,
        titles=table.titles,
        columns=tuple(column for column, _ in decided),
        rows=places.rows,
        first_row=places.first,
        last_row=places.last,
        skipped={reason: tuple(numbers) for reason, numbers in places.skipped.items()},
        ragged=tuple(places.ragged),
        doubts=(*said, *(doubt for _, doubts in decided for doubt in doubts)),
    )


def _ragged_doubt(places: Places) -> list[Doubt]:
    if not places.ragged:
        return []
    first = places.ragged[0]
    said = f"{len(places.ragged)} baris lebih panjang atau lebih pendek daripada nama kolom; pertama: baris {first}."
    return [Doubt("ragged", said, row=first)]


def _gap_doubts(names: tuple[str, ...], profiles: list[Profile]) -> list[Doubt]:
    """A doubt for the first column without name and content between others: two tables may stand side by side."""
    filled = [place for place, profile in enumerate(profiles) if profile.filled]
    for place in range(filled[0] + 1, filled[-1]) if filled else ():
        if names[place] == f"Kolom {place + 1}" and not profiles[place].filled:
            letter = letter_of(place)
            said = f"Kolom {letter} kosong di antara kolom lain. Apakah ini dua tabel yang berdampingan?"
            return [Doubt("header", said, letter)]
    return []
