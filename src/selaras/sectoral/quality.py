"""How good a table is, in four respects that its check can count; each share says how it was counted.

The dimensions are those of the standards on data quality (ISO/IEC 25012: completeness, accuracy as far as the standard
tells it, consistency) with uniqueness, which keys make countable. Nothing here guesses whether a figure is true.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from selaras.engines.tabular.standard import Report
from selaras.sectoral.models import Quality

Dimension = Quality.Dimension
_UNIQUE = frozenset({"unique", "primaryKey", "uniqueKeys"})
_OF_ROWS = frozenset({*_UNIQUE, "ragged", "expression", "required"})

METHODS = {
    Dimension.COMPLETENESS: "sel yang berisi nilai terbaca dibagi semua sel",
    Dimension.VALIDITY: "sel yang menaati jenis, batas, pilihan, dan acuannya dibagi semua sel",
    Dimension.UNIQUENESS: "baris yang kuncinya tidak berulang dibagi semua baris",
    Dimension.CONSISTENCY: "baris yang menaati semua aturan antarkolom dibagi semua baris",
}


@dataclass(frozen=True)
class Share:
    dimension: Dimension
    good: int
    of: int

    @property
    def method(self) -> str:
        return METHODS[self.dimension]


def shares_of(report: Report, filled: int) -> list[Share]:
    """`filled`: how many cells hold a value that could be read. A respect in which nothing can be counted is left out.

    Linear in the faults.
    """
    cells = report.rows * len(report.columns)
    found = [
        Share(Dimension.COMPLETENESS, filled, cells),
        Share(Dimension.VALIDITY, cells - _faulty_cells(report), cells),
    ]
    kinds = {rule.kind for rule in report.rules}
    if kinds & _UNIQUE:
        found.append(Share(Dimension.UNIQUENESS, report.rows - _faulty_rows(report, _UNIQUE), report.rows))
    if "expression" in kinds:
        rows = report.rows - _faulty_rows(report, frozenset({"expression"}))
        found.append(Share(Dimension.CONSISTENCY, rows, report.rows))
    return [share for share in found if share.of]


def _faulty_cells(report: Report) -> int:
    """A cell that breaks two rules is one faulty cell; in a row that is too long or too short all cells are."""
    fields = {place: rule.fields[0] for place, rule in enumerate(report.rules) if rule.kind not in _OF_ROWS}
    own = report.faults.filter(pl.col("rule").is_in(list(fields)))
    cells = own.select("row", field=pl.col("rule").replace_strict(fields, default=None, return_dtype=pl.String))
    return cells.n_unique() + _faulty_rows(report, frozenset({"ragged"})) * len(report.columns)


def _faulty_rows(report: Report, kinds: frozenset[str]) -> int:
    places = [place for place, rule in enumerate(report.rules) if rule.kind in kinds]
    return report.faults.filter(pl.col("rule").is_in(places))["row"].n_unique()
