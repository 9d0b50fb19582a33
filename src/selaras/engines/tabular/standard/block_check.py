"""One block after another through all rules; what no single row can tell is told at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from selaras.engines.tabular.standard.blocks import ROW, Block, column_name
from selaras.engines.tabular.standard.columns import Column, read_column
from selaras.engines.tabular.standard.lookups import Lookups
from selaras.engines.tabular.standard.model import ForeignKey, Standard
from selaras.engines.tabular.standard.number_columns import Numerals
from selaras.engines.tabular.standard.rules import Rule
from selaras.engines.tabular.standard.screening import SUSPECT, Screen
from selaras.engines.tabular.standard.uniqueness import Keys

FAULTS = {"row": pl.UInt32, "rule": pl.UInt16, "value": pl.String, "other": pl.String}
_ENOUGH = 100_000  # rows read exactly at a time
_OVER_ALL_ROWS = ("unique", "primaryKey", "uniqueKeys")


class BlockCheck:
    """Keeps faults as frames and the keys that must be unique; nothing else of a block outlives it."""

    def __init__(
        self,
        standard: Standard,
        rules: Sequence[Rule],
        places: Mapping[str, int],
        numerals: Mapping[str, Numerals],
        lookups: Lookups,
    ) -> None:
        self.standard, self.rules, self.places = standard, rules, places
        self.numerals, self.lookups = numerals, lookups
        self.rows = self.blank = 0
        self.found: list[pl.DataFrame] = []
        self.waiting: list[tuple[pl.DataFrame, pl.Series]] = []
        self.keys = {place: Keys(rule.fields) for place, rule in enumerate(rules) if rule.kind in _OVER_ALL_ROWS}
        self.own = [(place, rule.detail) for place, rule in enumerate(rules) if _points_home(rule)]
        self.children = {place: Keys(foreign.fields) for place, foreign in self.own}
        self.parents = {place: Keys(foreign.reference_fields) for place, foreign in self.own}
        self.all_keys = (*self.keys.values(), *self.children.values(), *self.parents.values())
        self.screen = Screen(
            standard, rules, places, numerals, lookups, {name for k in self.all_keys for name in k.columns}
        )

    def take(self, block: Block) -> None:
        """Check a block. Linear in its cells."""
        self.rows += block.cells.height + len(block.ragged)
        self.blank += block.blank
        if block.ragged:
            self._note(
                0, pl.Series(list(block.ragged), dtype=pl.UInt32), [str(width) for width in block.ragged.values()]
            )
        if block.cells.height:
            self._screened(block)

    def _screened(self, block: Block) -> None:
        """Keep the keys of the rows that are plainly in order; the others wait for the exact reading."""
        answers = self.screen.asked(block.cells)
        suspect = answers[SUSPECT].fill_null(False)
        if suspect.any():
            self.waiting.append((block.cells.filter(suspect), block.numbers.filter(suspect)))
            if sum(len(numbers) for _, numbers in self.waiting) >= _ENOUGH:
                self._read_waiting()
        if self.all_keys:
            plain = answers.with_columns(block.numbers.alias(ROW)).filter(~suspect)
            for keys in self.all_keys:
                keys.add(plain)

    def _read_waiting(self) -> None:
        cells, numbers = zip(*self.waiting, strict=True)
        self.waiting = []
        block = Block(pl.concat(cells), pl.concat(numbers), {})
        values = self._exact(block).with_columns(block.numbers.alias(ROW))
        for keys in self.all_keys:
            keys.add(values)

    def _exact(self, block: Block) -> pl.DataFrame:
        """Note every fault of these rows; their typed values."""
        columns = {name: self._read(block, name) for name in self.places}
        values = pl.DataFrame({name: column.values for name, column in columns.items()})
        self._cells(block, columns)
        self._conditions(block, values)
        for place, rule in enumerate(self.rules):
            if rule.kind in ("foreignKey", "codeSystem", "codeName"):
                found, others = self.lookups.broken(place, rule, values)
                self._note_cells(place, block, found, others)
        return values

    def finish(self) -> pl.DataFrame:
        """All faults, by row and rule."""
        if self.waiting:
            self._read_waiting()
        for place, keys in self.keys.items():
            again = keys.repeated()
            self._note(place, again["row"], again["value"], again["other"])
        for place, _ in self.own:
            lost = self.children[place].without(self.parents[place])
            self._note(place, lost["row"], lost["value"])
        return pl.concat(self.found).sort("row", "rule") if self.found else pl.DataFrame(schema=FAULTS)

    def _read(self, block: Block, name: str) -> Column:
        one, raw = self.standard.named(name), block.cells[column_name(self.places[name])]
        return read_column(raw, one, self.standard.missing_values_of(one), self.numerals.get(name, Numerals()))

    def _cells(self, block: Block, columns: Mapping[str, Column]) -> None:
        for place, rule in enumerate(self.rules):
            if rule.kind == "required":
                self._note_cells(place, block, columns[rule.fields[0]].missing)
            elif rule.kind == "type":
                self._note_cells(place, block, columns[rule.fields[0]].unreadable)

    def _conditions(self, block: Block, values: pl.DataFrame) -> None:
        asked = {str(place): rule.breaks for place, rule in enumerate(self.rules) if rule.breaks is not None}
        if not asked:
            return
        answers = values.select(**asked)
        for name in answers.columns:
            broken = answers[name]
            if broken.any():
                self._note_cells(int(name), block, broken.arg_true())

    def _note_cells(self, place: int, block: Block, found: pl.Series, others: Sequence[str] | None = None) -> None:
        if len(found):
            values = self._values(block, self.rules[place], found)
            self._note(place, block.numbers.gather(found), values, others)

    def _values(self, block: Block, rule: Rule, found: pl.Series) -> pl.Series:
        cells = block.cells[found].select(
            pl.col(column_name(self.places[name])).fill_null("").alias(name) for name in rule.fields
        )
        if len(rule.fields) == 1:
            return cells.to_series()
        named = rule.kind == "expression"
        told = [pl.lit(f"{name} = ") + pl.col(name) if named else pl.col(name) for name in cells.columns]
        return cells.select(pl.concat_str(told, separator="; " if named else " | ")).to_series()

    def _note(
        self,
        place: int,
        rows: pl.Series,
        values: pl.Series | Sequence[str],
        others: pl.Series | Sequence[str] | None = None,
    ) -> None:
        frame = pl.DataFrame({"row": rows, "value": values}, schema_overrides={"value": pl.String})
        other = pl.Series("other", others, dtype=pl.String) if others is not None else pl.lit(None, dtype=pl.String)
        noted = frame.with_columns(pl.lit(place, dtype=pl.UInt16).alias("rule"), other.alias("other"))
        self.found.append(noted.select(*FAULTS))


def _points_home(rule: Rule) -> bool:
    return isinstance(rule.detail, ForeignKey) and not rule.detail.resource
