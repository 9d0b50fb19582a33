"""What is said about the cells of one row while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from selaras.engines.tabular.mapping import Field
from selaras.engines.tabular.readings import Reading, Value, sentence
from selaras.engines.tabular.regions import RegionIndex
from selaras.engines.tabular.table import Row, Table

Outcome = Literal["taken", "kept"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence about one cell (`column` counts from 0; -1: about the whole row). `stops`: the row is kept back."""

    column: int
    sentence: str
    stops: bool
    field: str = ""


@dataclass(slots=True)
class Draft:
    """A row on its way: the values read so far and the marks made."""

    row: Row
    table: Table
    columns: dict[str, tuple[int, str]]
    regions: RegionIndex | None
    values: dict[str, Value] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    written_unit: str = ""

    def put(self, one: Field, reading: Reading) -> None:
        """Keep a reading's value under its field; a problem stops the row only where the field is blocking."""
        if reading.value is not None:
            self.values[one.name] = reading.value
            if reading.note is None:
                return
        elif one.required and reading.note and not reading.problem:
            reading = Reading(problem=reading.note)
        index, name = self.columns.get(one.name, (-1, one.label))
        if reading.note:
            self.marks.append(Mark(index, sentence(self.row.number, name, reading.note), False, one.name))
        if reading.problem:
            stops = one.blocking or one.required
            self.marks.append(Mark(index, sentence(self.row.number, name, reading.problem), stops, one.name))

    def say(self, column: str, said: str, index: int = -1, about: str = "") -> None:
        """Ask or tell the sender something; the row is taken all the same."""
        self.marks.append(Mark(index, self._sentence(column, said), False, about))

    def stop(self, column: str, said: str, index: int = -1, about: str = "") -> None:
        """Keep the row back with a reason."""
        self.marks.append(Mark(index, self._sentence(column, said), True, about))

    def lack(self, one: Field) -> None:
        """A required field is empty, or no column holds it."""
        if one.name in self.columns:
            index, name = self.columns[one.name]
            self.stop(name, f"kosong. Isi {one.label.lower()}.", index, one.name)
        else:
            self.stop("", f"kolom {one.label} tidak ditemukan. Tunjukkan kolom mana yang memuatnya.", -1, one.name)

    def text(self, name: str) -> str:
        """The value of a field as text, ``""`` where there is none."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def _sentence(self, column: str, said: str) -> str:
        return sentence(self.row.number, column, said) if column else f"Baris {self.row.number}: {said}"
