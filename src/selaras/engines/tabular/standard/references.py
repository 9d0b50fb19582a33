"""Values that must stand in another table: reference tables, and code lists with the system and version they are of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from selaras.engines.tabular.standard.columns import read_column
from selaras.engines.tabular.standard.errors import BadStandard
from selaras.engines.tabular.standard.model import CodeSystem, ForeignKey, Standard, StandardField
from selaras.engines.tabular.standard.number_columns import numerals_of

_PLACE = r"^(?:provinsi|propinsi|prov\.?|kecamatan|kec\.?|desa|kelurahan|kel\.?)\s+"
_KIND = r"^(?:(kota)|kab(?:upaten)?\.?)\s+"


@dataclass(frozen=True, slots=True)
class CodeList:
    """The codes of one system as of one version, with what each is called (``{}``-like where nothing is known).

    It is whole for the codes that begin with `within`; of others that it lacks it says nothing.
    """

    system: CodeSystem
    names: Mapping[str, str]
    within: str = ""

    @classmethod
    def of(cls, name: str, version: str, codes: Mapping[str, str] | Iterable[str], within: str = "") -> CodeList:
        """A list from codes with their names, or from codes alone."""
        names = dict(codes) if isinstance(codes, Mapping) else dict.fromkeys(codes, "")
        return cls(CodeSystem(name, version), names, within)


def keys_of(foreign: ForeignKey, standard: Standard, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame | None:
    """The distinct keys of a reference table, typed as the columns that point at it; None where it was not given."""
    table = tables.get(foreign.resource)
    if table is None:
        return None
    columns = []
    for ours, theirs in zip(foreign.fields, foreign.reference_fields, strict=True):
        if theirs not in table.columns:
            raise BadStandard(
                f"Tabel acuan {foreign.resource} tidak memuat kolom {theirs}. Kolomnya: {', '.join(table.columns)}."
            )
        columns.append(_typed(table[theirs].cast(pl.String), standard.named(ours)).alias(ours))
    return pl.DataFrame(columns).drop_nulls().unique()


def _typed(texts: pl.Series, one: StandardField) -> pl.Series:
    return read_column(texts, one, (), numerals_of(one, texts.drop_nulls().head(5_000))).values


def strangers(values: pl.DataFrame, keys: pl.DataFrame) -> pl.Series:
    """The places of rows whose key is whole and stands in no row of `keys`. Expected linear."""
    columns = keys.columns
    if len(columns) == 1:
        column = values[columns[0]]
        return (~column.is_in(keys.to_series().implode()) & column.is_not_null()).arg_true()
    held = values.select(columns).with_row_index("#").drop_nulls()
    return held.join(keys, on=columns, how="anti")["#"].sort()


def list_of(system: CodeSystem, lists: Sequence[CodeList]) -> CodeList | None:
    """The list of the system and version that a column names; None where it was not given."""
    return next(
        (each for each in lists if (each.system.name, each.system.version) == (system.name, system.version)), None
    )


def elsewhere(code: str, chosen: CodeList, lists: Sequence[CodeList]) -> str:
    """Where else a code stands, for a person: the systems with what they call it; ``""`` where nowhere."""
    found = [(each.system, each.names[code]) for each in lists if each is not chosen and code in each.names]
    return "; ".join(f"{system}: {name}" if name else str(system) for system, name in found)


def misnamed(codes: pl.Series, names: pl.Series, chosen: CodeList) -> pl.DataFrame:
    """The places (`#`) where a known code stands beside a name that is not its own, with the right one (`right`).

    Names are compared without capitals, signs and the word for the kind of place; but kota and kabupaten, where both
    names say which, are two places. Expected linear.
    """
    known = pl.DataFrame({"code": list(chosen.names), "right": list(chosen.names.values())}).filter(
        pl.col("right") != ""
    )
    pairs = pl.DataFrame({"code": codes, "name": names}).with_row_index("#").drop_nulls()
    beside = pairs.join(known, on="code", how="inner", maintain_order="left").filter(pl.col("name") != pl.col("right"))
    return beside.filter(~_same("name", "right")).select("#", "right")


def system_of(code: str, name: str, lists: Sequence[CodeList]) -> str:
    """The system in which this code has this name; ``""`` where in none."""
    rights = [each.names.get(code, "") for each in lists]
    beside = pl.DataFrame(
        {"name": [name] * len(lists), "right": rights}, schema={"name": pl.String, "right": pl.String}
    )
    same = beside.select(_same("name", "right") & (pl.col("right") != "")).to_series().arg_true()
    return str(lists[same[0]].system) if len(same) else ""


def _same(one: str, other: str) -> pl.Expr:
    texts = [pl.col(column).str.to_lowercase().str.strip_chars().str.replace(_PLACE, "") for column in (one, other)]
    bare = [text.str.replace(_KIND, "").str.replace_all(r"\W", "") for text in texts]
    first, second = (text.str.extract(_KIND, 0) for text in texts)
    city = [text.str.contains(r"^kota\s") for text in texts]
    return (bare[0] == bare[1]) & (first.is_null() | second.is_null() | (city[0] == city[1]))
