"""What a check found: faults in columns, so that millions cost little; their sentences made when somebody reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import polars as pl

from selaras.engines.tabular.standard.messages import Broken, said
from selaras.engines.tabular.standard.model import Severity, Standard
from selaras.engines.tabular.standard.number_columns import Numerals
from selaras.engines.tabular.standard.rules import Rule


@dataclass(frozen=True, slots=True)
class Fault:
    """One cell or row that breaks one rule. `column` is ``""`` for a whole row; `message` is for the sender."""

    row: int
    column: str
    value: str
    rule: str
    severity: Severity
    message: str


@dataclass(frozen=True)
class Report:
    """All rows checked against a standard.

    `faults`: a frame of row (its line in the file), rule (its place in `rules`), value (the raw cell) and other (what
    the message adds), by row and rule. `header_faults`: sentences on the header. `unchecked`: what could not
    be asked, such as a reference table that was not given. `numerals`: column to the decision on its numbers.
    """

    standard: Standard
    rules: tuple[Rule, ...]
    header: tuple[str, ...]
    columns: dict[str, str]
    rows: int
    blank: int
    faults: pl.DataFrame
    header_faults: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    numerals: dict[str, Numerals] = field(default_factory=dict)

    @cached_property
    def errors(self) -> int:
        """How many faults are errors, the header's among them; the rest are warnings."""
        grave = [place for place, rule in enumerate(self.rules) if rule.severity == "error"]
        return int(self.faults["rule"].is_in(grave).sum()) + len(self.header_faults)

    @property
    def valid(self) -> bool:
        """Whether the table keeps its standard; warnings do not count."""
        return self.errors == 0

    def by_rule(self) -> dict[tuple[str, str], int]:
        """Column and rule to the number of faults, the most first."""
        counts = self.faults.group_by("rule").len().sort(["len", "rule"], descending=[True, False])
        return {(self.column_of(self.rules[rule]), self.rules[rule].name): count for rule, count in counts.iter_rows()}

    def column_of(self, rule: Rule) -> str:
        """The header's name of the column where a rule shows its faults."""
        return self.columns.get(rule.fields[0], rule.fields[0]) if rule.fields else ""

    def listed(self, start: int = 0, most: int | None = None) -> Iterator[Fault]:
        """The faults in their order with their sentences, from `start`, at most so many."""
        for row, place, value, other in self.faults.slice(start, most).iter_rows():
            rule = self.rules[place]
            column = self.column_of(rule)
            message = said(row, column, Broken(rule, value or "", other or ""), len(self.header))
            yield Fault(row, column, value or "", rule.name, rule.severity, message)

    def as_frame(self) -> pl.DataFrame:
        """Row, column, value, rule and severity of every fault as columns, without sentences."""
        names = pl.DataFrame(
            {
                "rule": pl.Series(range(len(self.rules)), dtype=pl.UInt16),
                "column": [self.column_of(rule) for rule in self.rules],
                "name": [rule.name for rule in self.rules],
                "severity": [rule.severity for rule in self.rules],
            }
        )
        joined = self.faults.join(names, on="rule", how="left", maintain_order="left")
        return joined.select("row", "column", "value", pl.col("name").alias("rule"), "severity")
