"""`selaras data check FILE --standard S`: which cell breaks which rule of the dataset's standard."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import polars as pl
import typer
from rich.table import Table as Columns

from selaras.cli.console import err, fail, out, print_json
from selaras.cli.files import read_content, refusal, write_content
from selaras.engines.tabular import TabularError, read_table, text_of
from selaras.engines.tabular.standard import (
    CodeList,
    Report,
    TableSource,
    annotated_file,
    check_table,
    open_source,
    read_standard,
)

BROKEN = 1
_SHOWN = 20


def check(
    file: Annotated[Path, typer.Argument(help="Berkas CSV, XLSX, XLS atau ODS.")],
    standard: Annotated[Path, typer.Option(help="Standar data: Table Schema atau Data Package (.json).")],
    resource: Annotated[str, typer.Option(help="Nama sumber, bila Data Package memuat beberapa.")] = "",
    reference: Annotated[
        list[str] | None, typer.Option(help="Tabel acuan untuk kunci tamu: nama=berkas. Boleh berulang.")
    ] = None,
    codes: Annotated[
        list[str] | None,
        typer.Option(help="Daftar kode (kolom kode, nama): sistem@versi=berkas. Boleh berulang."),
    ] = None,
    annotated: Annotated[Path | None, typer.Option(help="Tulis salinan dengan catatan (.xlsx).")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Akhiri dengan kode 1 bila ada yang belum sesuai.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Periksa sebuah tabel terhadap standar datanya.

    Bentuk JSON: {"file", "standard", "valid", "rows", "blank", "errors", "warnings", "header": [kalimat],
    "unchecked": [kalimat], "numerals": {kolom: {"decimal", "certain", "ambiguous"}},
    "counts": [{"column", "rule", "count"}], "faults": [{"row", "column", "value", "rule", "severity", "message"}]}
    """
    try:
        described = read_standard(read_content(standard, as_json=as_json), resource)
        tables = dict(_reference(given, as_json) for given in reference or ())
        lists = [_code_list(given, as_json) for given in codes or ()]
        with err.status(f"Memeriksa {file.name}"):
            if annotated:
                content = read_content(file, as_json=as_json)
                table = read_table(content, file.name)
                report = check_table(described, TableSource(table), tables, lists)
                write_content(annotated, annotated_file(content, table, report), as_json=as_json)
            else:
                with file.open("rb") as stream:
                    report = check_table(described, open_source(stream, file.name), tables, lists)
    except TabularError as problem:
        fail(str(problem), as_json=as_json)
    except OSError as problem:
        fail(f"Berkas {file} tidak dapat dibuka: {refusal(problem)}. Periksa nama dan letaknya.", as_json=as_json)
    if as_json:
        print_json(as_plain(report, str(file)))
    else:
        _print(report, file.name)
    if strict and not report.valid:
        raise typer.Exit(BROKEN)


def _reference(given: str, as_json: bool) -> tuple[str, pl.DataFrame]:
    name, _, place = given.partition("=")
    if not name or not place:
        fail(f"“{given}” bukan nama=berkas. Tulis misalnya --reference wilayah=wilayah.csv.", as_json=as_json)
    return name, _frame(Path(place), as_json)


def _frame(place: Path, as_json: bool) -> pl.DataFrame:
    """Every cell of a small table as a text; empty cells are null."""
    table = read_table(read_content(place, as_json=as_json), place.name)
    columns = {name: [text_of(cell) or None for cell in table.column(at)] for at, name in enumerate(table.header)}
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


def _code_list(given: str, as_json: bool) -> CodeList:
    about, _, place = given.partition("=")
    system, _, version = about.partition("@")
    if not system or not version or not place:
        fail(
            f"“{given}” bukan sistem@versi=berkas. Tulis misalnya --codes kemendagri@2025=wilayah.csv.", as_json=as_json
        )
    frame = _frame(Path(place), as_json)
    if "kode" not in frame.columns:
        fail(f"Daftar kode {place} tidak memuat kolom kode. Samakan nama kolomnya.", as_json=as_json)
    codes = frame.filter(pl.col("kode").is_not_null())
    names = codes["nama"].fill_null("") if "nama" in frame.columns else [""] * codes.height
    return CodeList.of(system, version, dict(zip(codes["kode"], names, strict=True)))


def as_plain(report: Report, file: str) -> dict[str, Any]:
    """The report in plain JSON values."""
    errors = report.errors
    return {
        "file": file,
        "standard": report.standard.name,
        "valid": report.valid,
        "rows": report.rows,
        "blank": report.blank,
        "errors": errors,
        "warnings": report.faults.height + len(report.header_faults) - errors,
        "header": list(report.header_faults),
        "unchecked": list(report.unchecked),
        "numerals": {
            report.columns[name]: {"decimal": form.decimal, "certain": form.certain, "ambiguous": form.ambiguous}
            for name, form in report.numerals.items()
        },
        "counts": [
            {"column": column, "rule": rule, "count": count} for (column, rule), count in report.by_rule().items()
        ],
        "faults": [
            {
                "row": fault.row,
                "column": fault.column,
                "value": fault.value,
                "rule": fault.rule,
                "severity": fault.severity,
                "message": fault.message,
            }
            for fault in report.listed()
        ],
    }


def _print(report: Report, name: str) -> None:
    told = "sesuai standar" if report.valid else f"{report.errors} hal belum sesuai standar"
    out.print(f"{name}: {report.rows} baris diperiksa, {told}.")
    for sentence in (*report.header_faults, *report.unchecked):
        out.print(sentence)
    if report.faults.height:
        columns = Columns("Kolom", "Aturan", "Jumlah")
        for (column, rule), count in report.by_rule().items():
            columns.add_row(column or "seluruh baris", rule, str(count))
        out.print(columns)
    for fault in report.listed(0, _SHOWN):
        out.print(fault.message)
    if report.faults.height > _SHOWN:
        out.print(f"... dan {report.faults.height - _SHOWN} temuan lain. Pakai --json atau --annotated untuk semuanya.")
