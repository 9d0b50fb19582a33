"""What a sample shows of each column, and why that may be so: proposals that a person confirms or changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import polars as pl

from selaras.engines.indonesian.wording import number
from selaras.engines.tabular.standard.drafting import draft_standard
from selaras.engines.tabular.standard.model import NUMERIC, CrossRule, Standard, StandardField
from selaras.engines.tabular.standard.number_columns import numerals_of
from selaras.engines.tabular.standard.table_source import TableSource
from selaras.engines.tabular.standard.typed import typed_blocks
from selaras.engines.tabular.table import Table, text_of
from selaras.engines.tabular.units import unit_of
from selaras.engines.tabular.vocabulary import plain_name

_CODE = re.compile(r"\b(?:kode|code|kd|nik|npsn)\b")
_NAME = re.compile(r"\b(?:nama|name|uraian)\b")
_DIGITS = r"^\d+(?:\.\d+)*$"
_SHOWN = 3
_ENOUGH = 3
"""Rows without which a sum that holds in all of them proves nothing."""
_MOST_NUMBERS = 12


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """A column as the sample shows it. The sentences say why; ``""`` where there is nothing to say.

    `is_code`: its cells look like codes. `names`: the column that says what each code is called. `is_unique`: no value
    stands twice. `smallest`, `largest`: of a column of numbers or dates, as a standard writes a bound.
    """

    field: StandardField
    examples: tuple[str, ...]
    why_type: str
    why_filled: str
    is_unique: bool
    why_unique: str
    is_code: bool
    why_code: str
    names: str = ""
    smallest: str = ""
    largest: str = ""


def propose_columns(table: Table, name: str) -> tuple[Standard, tuple[ColumnProposal, ...]]:
    """The draft of a standard, and for each of its columns what speaks for it. Linear in the cells.

    >>> from selaras.engines.tabular import read_table
    >>> _, columns = propose_columns(read_table(b"kode desa;nama desa;luas (km2)\\n33.05.01;Ayah;1,5\\n"), "luas")
    >>> [(one.field.type, one.field.unit, one.is_code, one.names) for one in columns]
    [('string', '', True, 'nama desa'), ('string', '', False, ''), ('number', 'km2', False, '')]
    """
    draft = draft_standard(table, name)
    draft = replace(draft, fields=tuple(replace(one, unit=unit_of(one.name)) for one in draft.fields))
    values = _values(draft, table)
    proposals = (_proposal(one, place, table, values) for place, one in enumerate(draft.fields))
    return draft, tuple(_with_names(list(proposals)))


def _values(draft: Standard, table: Table) -> pl.DataFrame:
    source = TableSource(table)
    numerals = {
        one.name: numerals_of(one, source.sample(place))
        for place, one in enumerate(draft.fields)
        if one.type in ("integer", "number")
    }
    return pl.concat(typed_blocks(draft, source, numerals)) if table.rows else pl.DataFrame()


def _proposal(one: StandardField, place: int, table: Table, values: pl.DataFrame) -> ColumnProposal:
    cells = [text for text in map(text_of, table.column(place)) if text]
    rows, filled = len(table.rows), len(cells)
    held = values[one.name].drop_nulls() if one.name in values.columns else pl.Series(dtype=pl.String)
    unique = filled == rows > 1 and held.n_unique() == rows
    is_code, why_code = _code(one, cells)
    ordered = one.type in NUMERIC or one.type == "date"
    return ColumnProposal(
        one,
        tuple(dict.fromkeys(cells))[:_SHOWN],
        _WHY[one.type if one.type in _WHY else "string"].format(n=number(filled)) if filled else "Kolom ini kosong.",
        f"Terisi di {number(filled)} dari {number(rows)} baris.",
        unique,
        "Tidak ada isian yang berulang." if unique else "Ada isian yang berulang atau kosong.",
        is_code,
        why_code,
        "",
        str(held.min()) if ordered and len(held) else "",
        str(held.max()) if ordered and len(held) else "",
    )


_WHY = {
    "integer": "Semua {n} isiannya bilangan bulat.",
    "number": "Semua {n} isiannya bilangan.",
    "year": "Semua {n} isiannya tahun empat angka.",
    "date": "Semua {n} isiannya tanggal.",
    "string": "Isiannya bukan bilangan atau tanggal saja.",
}


def _code(one: StandardField, cells: list[str]) -> tuple[bool, str]:
    if _CODE.search(plain_name(one.name)):
        return True, "Nama kolomnya menyebut kode."
    digits = bool(cells) and one.type == "string" and pl.Series(cells).str.contains(_DIGITS).all()
    return digits, "Isinya angka bertitik atau berawalan nol, seperti kode." if digits else ""


def _with_names(proposals: list[ColumnProposal]) -> Iterator[ColumnProposal]:
    """A code column takes for its names the column whose own name speaks of names, the nearest first."""
    for place, one in enumerate(proposals):
        texts = [(abs(at - place), other.field.name) for at, other in enumerate(proposals) if _names(one, other)]
        yield replace(one, names=min(texts)[1]) if one.is_code and texts else one


def _names(code: ColumnProposal, other: ColumnProposal) -> bool:
    if other is code or other.is_code or other.field.type != "string":
        return False
    name = plain_name(other.field.name)
    return bool(_NAME.search(name)) or name in plain_name(code.field.name)


def propose_sums(table: Table, draft: Standard) -> tuple[CrossRule, ...]:
    """Two columns of numbers whose sum is a third in every row. Nothing from fewer than three rows that count.

    At most 12 columns of numbers are looked at: 660 comparisons of whole columns.

    >>> from selaras.engines.tabular import read_table
    >>> table = read_table(b"desa;laki;perempuan;jumlah\\nAyah;1;2;3\\nSrati;4;4;8\\nArgosari;5;9;14\\n")
    >>> [rule.expression for rule in propose_sums(table, draft_standard(table, "penduduk"))]
    ['[laki] + [perempuan] = [jumlah]']
    """
    names = [one.name for one in draft.fields if one.type in ("integer", "number") and not set(one.name) & set("[]")]
    names = names[:_MOST_NUMBERS]
    if len(names) < 3 or len(table.rows) < _ENOUGH:
        return ()
    values = _values(draft, table).select(names)
    return tuple(_sum(*each) for each in _triples(names) if _holds(values, *each))


def _triples(names: list[str]) -> Iterator[tuple[str, str, str]]:
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            yield from ((one, other, total) for total in names if total not in (one, other))


def _holds(values: pl.DataFrame, one: str, other: str, total: str) -> bool:
    """In every row where all three are there, of which three must not be nought in a part."""
    whole = values.select(one, other, total).drop_nulls()
    telling = whole.filter((pl.col(one) != 0) & (pl.col(other) != 0))
    if telling.height < _ENOUGH:
        return False
    return bool(whole.select(((pl.col(one) + pl.col(other) - pl.col(total)).abs() < 1e-6).all()).item())


def _sum(one: str, other: str, total: str) -> CrossRule:
    return CrossRule(total, f"[{one}] + [{other}] = [{total}]", f"{one} + {other} harus sama dengan {total}")
