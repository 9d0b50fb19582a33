"""The first look at a block: which rows are plainly in order, told by one fused query over the raw texts.

Most rows of most tables are. What the screen lets pass must be in order by the exact reading too; what it holds back
may be. So it needs to be right in one direction only, and the exact reading has few rows left to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from selaras.engines.tabular.standard.blocks import column_name
from selaras.engines.tabular.standard.lookups import Lookups
from selaras.engines.tabular.standard.model import Standard, StandardField
from selaras.engines.tabular.standard.number_columns import Numerals
from selaras.engines.tabular.standard.quick import is_a_date, quick
from selaras.engines.tabular.standard.rules import Rule

SUSPECT = "\x1fsuspect"


class Screen:
    """`kept`: the fields whose values are wanted for every row, in order or not."""

    def __init__(
        self,
        standard: Standard,
        rules: Sequence[Rule],
        places: Mapping[str, int],
        numerals: Mapping[str, Numerals],
        lookups: Lookups,
        kept: set[str],
    ) -> None:
        self.standard, self.rules, self.places = standard, rules, places
        self.numerals, self.lookups, self.kept = numerals, lookups, sorted(kept)
        self.looked_up = {rule.fields[0] for place, rule in enumerate(rules) if self._is_closed(place, rule)}
        self.values = {name: self._quick(name)[0] for name in places}
        self.doubts = [doubt for name in places for doubt in self._doubts(name)] + list(self._broken())

    def asked(self, cells: pl.DataFrame) -> pl.DataFrame:
        """For every row whether it needs the exact reading (`SUSPECT`), and the kept fields. Linear in the cells."""
        query = cells.lazy().with_columns(**self.values)
        suspect = pl.any_horizontal(*self.doubts) if self.doubts else pl.lit(False)
        return query.select(suspect.alias(SUSPECT), *self.kept).collect(engine="streaming")

    def _quick(self, name: str) -> tuple[pl.Expr, pl.Expr | None]:
        one, raw = self.standard.named(name), pl.col(column_name(self.places[name]))
        return quick(one, raw, self.numerals.get(name, Numerals()))

    def _is_closed(self, place: int, rule: Rule) -> bool:
        """Whether a rule lets only values of a list pass, so that a text with spaces around it cannot slip through."""
        return rule.kind == "enum" or (rule.kind in ("foreignKey", "codeSystem") and place in self.lookups.keys)

    def _doubts(self, name: str) -> Iterator[pl.Expr]:
        one, raw = self.standard.named(name), pl.col(column_name(self.places[name]))
        if one.type == "date" and one.format in ("default", "any") and not self._is_used(name):
            yield ~is_a_date(raw)
            return
        doubt = self._quick(name)[1]
        if doubt is not None:
            yield doubt
        if one.type not in ("string", "any"):
            yield raw.is_not_null() & pl.col(name).is_null()
        elif self._matters(name) and name not in self.looked_up:
            yield raw.str.strip_chars().str.len_bytes() != raw.str.len_bytes()
        markers = self._readable_markers(one)
        if markers and self._matters(name):
            yield raw.is_in(markers)
        if any(rule.kind == "required" and rule.fields == (name,) for rule in self.rules):
            yield raw.is_null()

    def _is_used(self, name: str) -> bool:
        """Whether a rule beyond the type looks at the value, or at whether there is one."""
        return name in self.kept or any(name in rule.fields for rule in self.rules if rule.kind != "type")

    def _matters(self, name: str) -> bool:
        return name in self.kept or any(name in rule.fields for rule in self.rules)

    def _readable_markers(self, one: StandardField) -> list[str]:
        """The texts for "no value" that the quick reading would take for a value."""
        markers = [marker.strip() for marker in self.standard.missing_values_of(one) if marker.strip()]
        read = quick(one, pl.col("marker"), self.numerals.get(one.name, Numerals()))[0]
        values = pl.DataFrame({"marker": markers}, schema={"marker": pl.String}).with_columns(value=read)["value"]
        return [marker for marker, value in zip(markers, values, strict=True) if value is not None]

    def _broken(self) -> Iterator[pl.Expr]:
        for place, rule in enumerate(self.rules):
            if rule.breaks is not None:
                yield rule.breaks
            elif rule.kind in ("foreignKey", "codeSystem") and place in self.lookups.keys:
                yield _not_among(self.lookups.keys[place])
            elif rule.kind == "codeName" and place in self.lookups.chosen:
                names = self.lookups.chosen[place].names
                pairs = pl.DataFrame({rule.fields[0]: list(names), rule.fields[1]: list(names.values())})
                yield _not_among(pairs)


def _not_among(keys: pl.DataFrame) -> pl.Expr:
    """Whether a row's key, where whole, is none of these."""
    if keys.width == 1:
        return ~pl.col(keys.columns[0]).is_in(keys.to_series().implode())
    joined = pl.concat_str([pl.col(name).cast(pl.String) for name in keys.columns], separator="\x1f")
    return ~joined.is_in(keys.select(joined).to_series().implode())
