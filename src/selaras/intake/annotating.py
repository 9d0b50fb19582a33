"""The file as it came, with what became of each row written beside it, for its sender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from selaras.engines.tabular import CheckedRow, CheckedTable, Mark, RegionIndex, annotated_copy, check
from selaras.engines.tabular.kind import Kind
from selaras.intake.models import Batch, Row


def annotated(batch: Batch, kind: str | Kind = "", *, regions: RegionIndex | None = None) -> bytes:
    """An XLSX; a cell that a reason names is coloured. `kind`: where it is not the one of that name."""
    mapping = {column: field for column, field in batch.mapping.items() if field}
    result = check(bytes(batch.content), batch.name, kind or batch.kind, mapping=mapping, regions=regions)
    fates = {(row.sheet, row.number): row for row in batch.rows.all()}
    sheets = tuple(_with_fates(sheet, fates) for sheet in result.sheets)
    return annotated_copy(bytes(batch.content), replace(result, sheets=sheets))


def _with_fates(sheet: CheckedTable, fates: Mapping[tuple[str, int], Row]) -> CheckedTable:
    named = {f", kolom {name}: ": at for at, name in enumerate(sheet.table.header)}
    return replace(sheet, rows=tuple(_with_fate(row, fates.get((row.sheet, row.number)), named) for row in sheet.rows))


def _with_fate(row: CheckedRow, fate: Row | None, named: Mapping[str, int]) -> CheckedRow:
    """The row with what the room said of it beyond what the reading alone told."""
    if fate is None:
        return row
    more = [_mark(sentence, named, stops=True) for sentence in fate.reasons if sentence not in row.reasons]
    more += [_mark(sentence, named, stops=False) for sentence in fate.notes if sentence not in row.notes]
    return replace(row, outcome="kept" if fate.outcome == Row.Outcome.KEPT else "taken", marks=(*row.marks, *more))


def _mark(sentence: str, named: Mapping[str, int], *, stops: bool) -> Mark:
    return Mark(next((at for words, at in named.items() if words in sentence), -1), sentence, stops)
