"""Files from the shell: `selaras import check FILE --kind proposals --json` says what would be taken and what not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table as Columns

from selaras.cli.console import err, fail, out, print_json
from selaras.cli.files import read_content, write_content
from selaras.engines import tabular
from selaras.engines.tabular import REASONS, CheckResult, Place, RegionIndex, TabularError

imports = typer.Typer(no_args_is_help=True, help="Berkas masuk: periksa sebelum diimpor.")
_SHOWN = 20
_SLOW_BYTES = 2_000_000  # about two seconds of work


@imports.callback()
def group() -> None:
    """Berkas masuk: periksa sebelum diimpor."""


@imports.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="Berkas CSV, XLSX, XLS atau ODS.")],
    kind: Annotated[str, typer.Option(help=f"Jenis daftar: {', '.join(tabular.KINDS)}.")] = "proposals",
    regions: Annotated[Path | None, typer.Option(help="Daftar wilayah (kode, nama) untuk mencocokkan desa.")] = None,
    annotated: Annotated[Path | None, typer.Option(help="Tulis salinan berkas dengan catatan (.xlsx).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Periksa sebuah berkas: baris mana yang diambil, mana yang ditahan, dan mengapa."""
    try:
        content = read_content(file, as_json=as_json)
        with _busy(f"Memeriksa {file.name}", len(content)):
            known = _regions(regions, as_json) if regions else None
            result = tabular.check(content, file.name, kind, regions=known)
            copy = tabular.annotated_copy(content, result) if annotated else b""
    except TabularError as problem:
        fail(str(problem), as_json=as_json)
    if annotated:
        write_content(annotated, copy, as_json=as_json)
    if as_json:
        print_json(as_plain(result, str(file)))
    else:
        _print(result)


def _regions(file: Path, as_json: bool) -> RegionIndex:
    found = tabular.check(read_content(file, as_json=as_json), file.name, "regions")
    taken = [row.values for row in found.rows if row.outcome == "taken"]
    places = [Place(*(str(values.get(name, "")) for name in ("code", "name", "level", "parent"))) for values in taken]
    if not places:
        fail(f"Daftar wilayah {file} tidak memuat kolom kode dan nama. Pakai berkas lain.", as_json=as_json)
    return RegionIndex(places)


@contextmanager
def _busy(what: str, size: int) -> Iterator[None]:
    """A sign of life on a terminal while a large file is read; the readers cannot say how far they are."""
    quiet = not err.is_terminal or size < _SLOW_BYTES
    shown = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*shown, console=err, disable=quiet, transient=True) as bar:
        bar.add_task(what, total=None)
        yield


def as_plain(result: CheckResult, file: str) -> dict[str, Any]:
    """The result in plain JSON values: money and numbers as numbers, dates as ISO 8601."""
    return {
        "file": file,
        "kind": result.kind,
        "read": result.read,
        "taken": result.taken,
        "kept": result.kept,
        "skipped": result.skipped,
        "columns": [
            {
                "column": match.column,
                "field": match.field,
                "confidence": match.confidence,
                "alternatives": [{"field": name, "confidence": score} for name, score in match.alternatives],
            }
            for match in result.columns
        ],
        "missing": list(result.missing),
        "facts": _facts(result),
        "rows": [
            {
                "sheet": row.sheet if len(result.sheets) > 1 else None,
                "row": row.number,
                "outcome": row.outcome,
                "reasons": list(row.reasons),
                "notes": list(row.notes),
                "values": {name: _plain(value) for name, value in row.values.items()},
            }
            for row in result.rows
        ],
    }


def _facts(result: CheckResult) -> dict[str, Any]:
    sheets = []
    for checked in result.sheets:
        facts, table = checked.table.facts, checked.table
        sheets.append(
            {
                "sheet": facts.sheet,
                "kind": facts.kind,
                "encoding": facts.encoding,
                "delimiter": facts.delimiter,
                "header_rows": list(facts.header_rows),
                "titles": list(table.titles),
                "rows": table.row_count,
                "skipped": [{"row": row.number, "reason": row.reason} for row in table.skipped],
                "warnings": list(facts.warnings),
            }
        )
    others = [{"sheet": other.sheet, "rows": other.rows, "reason": other.reason} for other in result.other_sheets]
    return {"sheets": sheets, "other_sheets": others}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | time | timedelta):
        return value.isoformat() if not isinstance(value, timedelta) else str(value)
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _print(result: CheckResult) -> None:
    out.print(
        f"{result.name}: {result.read} baris dibaca, {result.taken} diambil, {result.kept} ditahan.",
    )
    if result.skipped:
        parts = ", ".join(f"{count} {REASONS[reason]}" for reason, count in result.skipped.items())
        out.print(f"Bukan data: {parts}.")
    for other in result.other_sheets:
        out.print(f"Lembar {other.sheet} dilewati ({other.rows} baris): {other.reason}.")
    labels = {one.name: one.label for one in tabular.kind_named(result.kind).fields}
    columns = Columns("Kolom", "Dibaca sebagai", "Keyakinan", title="Kolom")
    for match in result.columns:
        label = labels.get(match.field, "–") if match.field else "–"
        columns.add_row(match.column, label, f"{match.confidence:.0%}" if match.field else "")
    out.print(columns)
    sentences = [said for row in result.rows for said in (*row.reasons, *row.notes)]
    for said in sentences[:_SHOWN]:
        out.print(said)
    if len(sentences) > _SHOWN:
        out.print(f"... dan {len(sentences) - _SHOWN} catatan lain. Pakai --json untuk semuanya.")
