"""A file read against a standard: the faults and the typed table. Reads; changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import polars as pl
from django.utils.translation import gettext as _

from selaras.engines.tabular.standard import (
    Block,
    CellStyle,
    CodeList,
    Fit,
    Report,
    Source,
    Standard,
    check_table,
    read_standard,
    typed_blocks,
)
from selaras.engines.tabular.standard.rules import rules_of
from selaras.sectoral.errors import NotNow
from selaras.sectoral.laying_out import LaidOut, open_laid_out
from selaras.sectoral.models import Check, Dataset, Version
from selaras.sectoral.period import period_of

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Reference:
    """The rows of another dataset that a foreign key points at, and of which version they are."""

    version: int
    table: pl.DataFrame


@dataclass(frozen=True)
class Examined:
    """`faults` and `table` are Parquet files; there is a table only where the file keeps its standard."""

    report: Report
    laid_out: LaidOut
    faults: Path
    table: Path | None
    references: dict[str, int]
    code_lists: list[str]
    period: list[str] | None

    @property
    def summary(self) -> dict[str, Any]:
        """What a page tells of the check without opening the faults, in plain JSON."""
        report = self.report
        return {
            "header": list(report.header),
            "columns": report.columns,
            "blank": report.blank,
            "header_faults": list(report.header_faults),
            "unchecked": list(report.unchecked),
            "counts": [[column, rule, count] for (column, rule), count in report.by_rule().items()],
            "numerals": {
                name: {"decimal": form.decimal, "certain": form.certain, "ambiguous": form.ambiguous}
                for name, form in report.numerals.items()
            },
            "references": self.references,
            "code_lists": self.code_lists,
            **self.laid_out.summary(report.standard),
            "period": self.period,
        }


class _Counted:
    """A source that tells how many rows went through it."""

    def __init__(self, source: Source, told: Progress) -> None:
        self._source, self._told = source, told
        self.header = source.header

    def sample(self, column: int) -> list[str]:
        return self._source.sample(column)

    def blocks(self, styles: Sequence[CellStyle], /) -> Iterator[Block]:
        rows = 0
        for block in self._source.blocks(styles):
            yield block
            rows += block.cells.height + len(block.ragged)
            self._told(rows)


def examine(
    package: Mapping[str, Any],
    stream: BinaryIO,
    version: Version,
    references: Mapping[str, Reference],
    code_lists: Sequence[CodeList],
    folder: Path,
    progress: Progress,
) -> Examined:
    """Check the whole file; `folder` takes what is written. `progress` hears the rows seen, over two passes.

    Memory holds a block, the keys and the faults. The same file, standard and references give the same bytes. Raises
    `TabularError` where the file cannot be read as a table.
    """
    standard = read_standard(package)
    laid_out = open_laid_out(stream, version, standard)
    source, fit = laid_out.source, laid_out.fit
    tables = {resource: one.table for resource, one in references.items()}
    report = check_table(standard, _Counted(source, progress), tables, code_lists, fit)
    faults = folder / "faults.parquet"
    report.faults.write_parquet(faults)
    again = _Counted(source, lambda rows: progress(report.rows + rows))
    table = _write_table(standard, again, fit, report, folder)
    lists = [str(one.system) for one in code_lists]
    used = {resource: one.version for resource, one in references.items()}
    valid = table if report.valid else None
    period = period_of(valid, standard) if valid else None
    return Examined(report, laid_out, faults, valid, used, lists, period)


def _write_table(standard: Standard, source: Source, fit: Fit, report: Report, folder: Path) -> Path:
    """Block by block, since the whole table may not fit."""
    parts: list[Path] = []
    for frame in typed_blocks(standard, source, report.numerals, fit):
        parts.append(folder / f"part-{len(parts):06}.parquet")
        frame.write_parquet(parts[-1])
    table = folder / "table.parquet"
    if parts:
        pl.scan_parquet(parts).sink_parquet(table)
    return table


def references_of(package: Mapping[str, Any]) -> dict[str, Reference]:
    """The released tables of the datasets that the standard's foreign keys name by their code.

    A name that no released dataset has is left out; the check then says what it could not ask.
    """
    wanted = {foreign.resource for foreign in read_standard(package).foreign_keys if foreign.resource}
    found = {}
    for dataset in Dataset.objects.filter(code__in=wanted):
        released = dataset.versions.filter(state=Version.State.RELEASED).select_related("check_in_force")
        if version := released.order_by("-number").first():
            found[dataset.code] = Reference(version.number, table_of(version))
    return found


def table_of(version: Version) -> pl.DataFrame:
    """The typed rows of a version. Raises NotNow where no check of it has passed."""
    check = version.check_in_force
    if check is None or not check.passed:
        raise NotNow(_("Versi ini belum lulus pemeriksaan, jadi tabelnya belum ada."))
    with check.table.open("rb") as file:
        return pl.read_parquet(file)


def report_of(check: Check) -> Report:
    """The report of a check that is done, as it was kept; its sentences are made as they are read."""
    standard, told = read_standard(check.standard.package), check.summary
    rules = rules_of(standard, frozenset(told["columns"]))
    with check.faults.open("rb") as file:
        faults = pl.read_parquet(file)
    return Report(
        standard,
        rules,
        tuple(told["header"]),
        told["columns"],
        check.rows,
        told["blank"],
        faults,
        tuple(told["header_faults"]),
        tuple(told["unchecked"]),
    )
