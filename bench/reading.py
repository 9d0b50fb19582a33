"""Reading and checking tables: how long 100,000 rows take, and what the usual readers make of the same files."""

from __future__ import annotations

import csv
import io
import random
from typing import Any

import openpyxl
import polars
import xlsxwriter

from bench import case, peak_mb, shared_data, spent
from selaras.engines.tabular import TabularError, annotated_copy, check, read_table, read_tables

ROWS = 100_000
_HEADER = ("No", "Usulan", "Desa", "Kecamatan", "RT", "RW", "Volume", "Satuan", "Biaya", "Keterangan")


def _rows(amount: int) -> list[tuple[str, ...]]:
    draw = random.Random(2021)
    works = ("Rabat beton", "Talud", "Lampu jalan", "Pelatihan", "Saluran air")
    return [
        (
            str(number), f"{draw.choice(works)} dusun {draw.randint(1, 99)}", f"Desa {draw.randint(1, 460)}", "Ayah",
            f"{draw.randint(1, 9):02d}", f"{draw.randint(1, 9):02d}", str(draw.randint(1, 500)), "m",
            f"Rp {draw.randint(5, 900)}.000.000,-" if draw.random() < 0.9 else f"{draw.randint(5, 900)} jt", "",
        )
        for number in range(1, amount + 1)
    ]  # fmt: skip


def _csv(delimiter: str = ";") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([_HEADER, *_rows(ROWS)])
    return out.getvalue().encode()


def _xlsx() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate([_HEADER, *_rows(ROWS)]):
        sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()


def _openpyxl(content: bytes) -> int:
    sheet: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True).active
    return sum(1 for _ in sheet.iter_rows(values_only=True))


@case("reading", asks=f"{ROWS:,} rows of CSV in one to two CPU s; XLSX several times faster than openpyxl")
def reading() -> None:
    text, book = _csv(), _xlsx()
    with spent() as ours:
        table = read_table(text)
    with spent() as peer:
        frame = polars.read_csv(io.BytesIO(text), separator=";", infer_schema=False)
    print(f"CSV  selaras {ours.cpu:6.2f} s, {len(table.rows):,} rows")
    print(f"     polars  {peer.cpu:6.2f} s, {len(frame):,} rows (told the separator, nothing but cells)")
    with spent() as ours:
        table = read_table(book)
    with spent() as peer:
        rows = _openpyxl(book)
    print(
        f"XLSX selaras {ours.cpu:6.2f} s, {len(table.rows):,} rows; openpyxl read-only {peer.cpu:.2f} s, {rows:,}; "
        f"{peer.cpu / ours.cpu:.1f} times"
    )
    with spent() as checked:
        result = check(text, "usulan.csv", "proposals")
    print(f"check selaras {checked.cpu:5.2f} s: {result.taken:,} taken, {result.kept:,} kept of {result.read:,}")
    with spent() as copied:
        size = len(annotated_copy(text, result))
    print(f"annotated copy {copied.cpu:5.2f} s, {size / 1e6:.1f} MB; peak {peak_mb():.0f} MB")


def _polars_rows(content: bytes) -> int | None:
    """Rows and at least two columns, as polars reads with its defaults; None where it fails."""
    try:
        frame = polars.read_csv(io.BytesIO(content))
    except Exception:  # the peer's failure is the figure
        return None
    return len(frame) if frame.width > 1 else 0


@case("robustness", asks="0 exceptions and 0 rows lost on every real file; polars with its defaults beside it")
def robustness() -> None:
    folder = shared_data()
    if folder is None:
        print("the shared data set is not on this machine")
        return
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in (".csv", ".xlsx", ".xls", ".gz")]
    read = lost = peer_failed = texts = 0
    refused: list[str] = []
    for path in files:
        content = path.read_bytes()
        try:
            tables = read_tables(content, path.name)
        except TabularError as problem:
            refused.append(f"{path.name}: {problem}")
            continue
        read += 1
        lost += sum(len({row.number for row in table.in_file_order()}) != table.row_count for table in tables)
        if path.suffix == ".csv":
            texts += 1
            rows = _polars_rows(content)
            peer_failed += rows is None or (rows == 0 and len(tables[0].rows) > 0 and len(tables[0].header) > 1)
    print(f"selaras: {read} of {len(files)} files read, {lost} tables with a row lost, {len(refused)} refused")
    for line in refused:
        print(f"  {line}")
    print(f"polars: fails or sees no table in {peer_failed} of the {texts} CSV files")
