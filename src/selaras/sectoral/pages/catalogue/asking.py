"""What the address of a table page asks of its rows: words, a condition a column, the order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from django.http import QueryDict

from selaras.sectoral.serving import Ask, Column, Filter, Sort

_LONGEST = 120
_INPUTS: dict[str, Literal["number", "date", "datetime-local"]] = {
    "integer": "number", "number": "number", "date": "date", "datetime": "datetime-local",
}  # fmt: skip


@dataclass(frozen=True)
class ColumnSearch:
    """The fields of one column: a text that it holds, or from and up to. Columns are counted from 1 in the address."""

    place: int
    column: Column
    holds: str
    since: str
    until: str

    @property
    def input(self) -> str:
        return _INPUTS.get(self.column.kind, "text")

    def filters(self) -> Iterator[Filter]:
        name = self.column.name
        if self.column.kind == "boolean" and self.holds:
            yield Filter(name, "is", self.holds)
        elif self.input == "text" and self.holds:
            yield Filter(name, "holds", self.holds)
        if self.input != "text":
            if self.since:
                yield Filter(name, "from", self.since)
            if self.until:
                yield Filter(name, "to", self.until)


class TableSearch:
    """`q`; `k1` of a text, `k1a` and `k1b` of a figure or a date; `urut=2`, or `urut=-2` for the largest first."""

    def __init__(self, said: QueryDict, columns: Sequence[Column]) -> None:
        def given(name: str) -> str:
            return (said.get(name) or "").strip()[:_LONGEST]

        self.q = given("q")
        self.columns = [
            ColumnSearch(place, one, given(f"k{place}"), given(f"k{place}a"), given(f"k{place}b"))
            for place, one in enumerate(columns, 1)
        ]
        self.sorted_by, self.descending = _order(given("urut"), len(columns))
        self._rest = said.copy()
        self._rest.pop("hal", None)
        self._rest.pop("urut", None)

    @property
    def narrows(self) -> bool:
        return bool(self.q) or self.narrows_columns

    @property
    def narrows_columns(self) -> bool:
        return any(True for one in self.columns for _filter in one.filters())

    def ask(self) -> Ask:
        """Raises nothing; a wrong value is told when the table is asked."""
        filters = tuple(each for one in self.columns for each in one.filters())
        sort = (Sort(self.columns[self.sorted_by - 1].column.name, self.descending),) if self.sorted_by else ()
        return Ask(q=self.q, filters=filters, sort=sort)

    def address_sorted_by(self, place: int) -> str:
        """The query of the same search in the order of a column; the other way round where it is that already."""
        turned = "-" if place == self.sorted_by and not self.descending else ""
        rest = self._rest.urlencode()
        return f"?{rest}{'&' if rest else ''}urut={turned}{place}"


def _order(said: str, columns: int) -> tuple[int, bool]:
    place = said.removeprefix("-")
    known = place.isascii() and place.isdecimal() and len(place) < 5 and 1 <= int(place) <= columns
    return (int(place), said.startswith("-")) if known else (0, False)
