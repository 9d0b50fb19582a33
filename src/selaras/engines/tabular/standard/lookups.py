"""The other tables that rules look into, made ready once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from selaras.engines.tabular.standard.model import CodeSystem, ForeignKey, Standard
from selaras.engines.tabular.standard.references import (
    CodeList,
    elsewhere,
    keys_of,
    list_of,
    misnamed,
    strangers,
    system_of,
)
from selaras.engines.tabular.standard.rules import Rule

Found = tuple[pl.Series, list[str]]


class Lookups:
    """Answers, block by block, which rows point at nothing. `missing`: sentences on tables that were not given."""

    def __init__(
        self,
        standard: Standard,
        rules: Sequence[Rule],
        tables: Mapping[str, pl.DataFrame],
        lists: Sequence[CodeList],
    ) -> None:
        self.lists = lists
        self.missing: list[str] = []
        self.keys: dict[int, pl.DataFrame] = {}
        self.chosen: dict[int, CodeList] = {}
        for place, rule in enumerate(rules):
            if isinstance(rule.detail, ForeignKey) and rule.detail.resource:
                self._prepare_table(place, rule.detail, standard, tables)
            elif isinstance(rule.detail, CodeSystem):
                self._prepare_list(place, rule)

    def _prepare_table(
        self, place: int, foreign: ForeignKey, standard: Standard, tables: Mapping[str, pl.DataFrame]
    ) -> None:
        keys = keys_of(foreign, standard, tables)
        if keys is None:
            told = (
                f"Tabel acuan {foreign.resource} tidak disertakan, jadi {', '.join(foreign.fields)} tidak dicocokkan."
            )
            self.missing.append(told)
        else:
            self.keys[place] = keys

    def _prepare_list(self, place: int, rule: Rule) -> None:
        chosen = list_of(rule.detail, self.lists)
        if chosen is not None:
            self.chosen[place] = chosen
            self.keys[place] = pl.DataFrame({rule.fields[0]: list(chosen.names)})
        elif rule.kind == "codeSystem":
            told = f"Daftar kode {rule.detail} tidak disertakan, jadi kolom {rule.fields[0]} tidak dicocokkan."
            self.missing.append(told)

    def broken(self, place: int, rule: Rule, values: pl.DataFrame) -> Found:
        """The places of a block's rows that break a rule, and for each what its message adds."""
        if place not in self.keys:
            return pl.Series(dtype=pl.UInt32), []
        if rule.kind == "foreignKey":
            found = strangers(values, self.keys[place])
            return found, [""] * len(found)
        codes = values[rule.fields[0]].cast(pl.String)
        if rule.kind == "codeName":
            return self._misnamed(place, codes, values[rule.fields[1]].cast(pl.String))
        found = strangers(codes.to_frame(), self.keys[place])
        found = found.filter(codes.gather(found).str.starts_with(self.chosen[place].within))
        told = {code: elsewhere(code, self.chosen[place], self.lists) for code in codes.gather(found).unique()}
        return found, [told[code] for code in codes.gather(found)]

    def _misnamed(self, place: int, codes: pl.Series, names: pl.Series) -> Found:
        chosen = self.chosen[place]
        others = [each for each in self.lists if each is not chosen]
        found = misnamed(codes, names, chosen)
        rows = found["#"]
        hints: dict[tuple[str, str], str] = {}
        told = []
        for code, name, right in zip(codes.gather(rows), names.gather(rows), found["right"], strict=True):
            if (code, name) not in hints:
                hints[code, name] = f"{right}\t{system_of(code, name, others)}"
            told.append(hints[code, name])
        return rows, told
