"""The measures of quality that the check of a table against its standard can count."""

from __future__ import annotations

import polars as pl

from selaras.engines.conflicts.quality import Measure, consistency, validity
from selaras.engines.tabular.standard import Report

_UNIQUE = frozenset({"unique", "primaryKey", "uniqueKeys"})
_OF_ROWS = frozenset({*_UNIQUE, "ragged", "expression", "required"})


def measures_of(report: Report) -> tuple[Measure, ...]:
    """What was good of how much, counted as `METHODS` says; a measure of which nothing was there is left out.

    Of a row with too many or too few cells nothing counts as good. Linear in the faults.
    """
    ragged = _faulty_rows(report, frozenset({"ragged"}))
    found = [_completeness(report, ragged), _validity(report, ragged)]
    kinds = [rule.kind for rule in report.rules]
    if _UNIQUE.intersection(kinds):
        found.append(Measure("uniqueness", report.rows - _faulty_rows(report, _UNIQUE), report.rows))
    if asked := kinds.count("expression"):
        broken = _of_kinds(report, frozenset({"expression"})).height
        found.append(consistency(report.rows * asked, broken + ragged * asked))
    return tuple(one for one in found if one.of)


def _completeness(report: Report, ragged: int) -> Measure:
    columns = {rule.fields[0] for rule in report.rules if rule.kind == "required"}
    empty = _of_kinds(report, frozenset({"required"})).height + ragged * len(columns)
    return Measure("completeness", report.rows * len(columns) - empty, report.rows * len(columns))


def _validity(report: Report, ragged: int) -> Measure:
    """A cell that breaks two rules is one faulty cell."""
    fields = {place: rule.fields[0] for place, rule in enumerate(report.rules) if rule.kind not in _OF_ROWS}
    own = report.faults.filter(pl.col("rule").is_in(list(fields)))
    cells = own.select("row", field=pl.col("rule").replace_strict(fields, default=None, return_dtype=pl.String))
    return validity(report.rows * len(report.columns), cells.n_unique() + ragged * len(report.columns))


def _faulty_rows(report: Report, kinds: frozenset[str]) -> int:
    return _of_kinds(report, kinds)["row"].n_unique()


def _of_kinds(report: Report, kinds: frozenset[str]) -> pl.DataFrame:
    places = [place for place, rule in enumerate(report.rules) if rule.kind in kinds]
    return report.faults.filter(pl.col("rule").is_in(places))
