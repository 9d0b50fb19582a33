"""A table against its standard: all rows, all faults, one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from selaras.engines.tabular.errors import NotATable
from selaras.engines.tabular.standard.block_check import BlockCheck
from selaras.engines.tabular.standard.blocks import CellStyle, Source
from selaras.engines.tabular.standard.header_fit import Fit, fit_header
from selaras.engines.tabular.standard.lookups import Lookups
from selaras.engines.tabular.standard.model import NUMERIC, Standard
from selaras.engines.tabular.standard.number_columns import Numerals, numerals_of
from selaras.engines.tabular.standard.references import CodeList
from selaras.engines.tabular.standard.report import Report
from selaras.engines.tabular.standard.rules import rules_of


def check_table(
    standard: Standard,
    source: Source,
    references: Mapping[str, pl.DataFrame] | None = None,
    code_lists: Sequence[CodeList] = (),
    fit: Fit | None = None,
) -> Report:
    """Check every row; every fault is reported, a ragged row as one.

    `references`: the tables that foreign keys point at, by their resource; `code_lists`: the lists of the code systems
    that columns name, and others to tell where a stray code does belong; `fit`: which column is which field, else by
    name. Rows stream through in blocks of columns: memory holds one block, the keys that must be unique and the faults.
    Expected linear in the cells. Raises
    `TabularError` with a sentence where the table cannot be read or a reference table lacks a column.

    >>> import io
    >>> from selaras.engines.tabular.standard import CsvSource, read_standard
    >>> standard = read_standard('{"fields": [{"name": "desa"}, {"name": "jiwa", "type": "integer", \
"constraints": {"minimum": 0}}]}')
    >>> rows = io.BytesIO(b"desa,jiwa\\nSrati,1.250\\nAyah,-3\\nArgosari,banyak")
    >>> for fault in check_table(standard, CsvSource(rows, ["desa", "jiwa"])).listed():
    ...     print(fault.message)
    Baris 3, kolom jiwa: "-3" kurang dari 0. Periksa lagi; paling sedikit 0.
    Baris 4, kolom jiwa: "banyak" bukan bilangan bulat. Tulis satu bilangan saja, misalnya 120.
    """
    if not source.header:
        raise NotATable("Berkas ini tidak memuat baris nama kolom. Tambahkan nama kolom di atas datanya.")
    fit = fit or fit_header(source.header, standard)
    places = fit.places
    rules = rules_of(standard, frozenset(places))
    numerals = {
        one.name: numerals_of(one, source.sample(places[one.name]))
        for one in standard.fields
        if one.name in places and one.type in NUMERIC and one.type != "year"
    }
    lookups = Lookups(standard, rules, references or {}, code_lists)
    check = BlockCheck(standard, rules, places, numerals, lookups)
    for block in source.blocks(cell_styles(standard, places, numerals, len(source.header))):
        check.take(block)
    faults = check.finish()
    return Report(
        standard,
        rules,
        source.header,
        {name: source.header[place] for name, place in places.items()},
        check.rows,
        check.blank,
        faults,
        fit.faults,
        (*lookups.missing, *_unasked(standard, places)),
        numerals,
    )


def cell_styles(
    standard: Standard, places: Mapping[str, int], numerals: Mapping[str, Numerals], width: int
) -> list[CellStyle]:
    """How each column of a workbook is written as texts, so that its field reads back what the workbook typed."""
    styles = [CellStyle()] * width
    for name, place in places.items():
        one = standard.named(name)
        own_form = one.type == "date" and one.format not in ("default", "any")
        decimal = numerals[name].decimal if name in numerals else "."
        styles[place] = CellStyle(decimal, one.format if own_form else "%Y-%m-%d")
    return styles


def _unasked(standard: Standard, places: Mapping[str, int]) -> list[str]:
    """Rules over several columns that cannot be asked because a column lacks."""
    asked = {rule.detail.name for rule in rules_of(standard, frozenset(places)) if rule.kind == "expression"}
    return [
        f"Aturan {cross.name} tidak diperiksa, karena sebagian kolomnya tidak ada."
        for cross in standard.rules
        if cross.name not in asked
    ]
