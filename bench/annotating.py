"""A workbook of 100,000 rows in, checked against its standard, and the annotated copy out."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import polars as pl
import xlsxwriter

from bench import case, peak_mb, spent
from bench.validation_sample import STANDARD, Sample, write_sample
from selaras.engines.tabular import read_table
from selaras.engines.tabular.standard import TableSource, annotated_table, check_table, read_standard

ROWS = 100_000


@case("annotating", asks=f"XLSX {ROWS:,} x 10 in, annotated XLSX out: <= 15 CPU s, <= 500 MB")
def annotating() -> None:
    with tempfile.TemporaryDirectory() as place:
        sample = write_sample(Path(place), ROWS)
        content, regions = _workbook(sample), sample.reference()
    with spent() as reading:
        table = read_table(content)
    with spent() as checking:
        report = check_table(read_standard(STANDARD), TableSource(table), {"wilayah": regions})
    with spent() as writing:
        copy = annotated_table(table, report)
    found = set(report.as_frame().select("row", "column", "rule").iter_rows())
    whole = reading.cpu + checking.cpu + writing.cpu
    print(f"selaras {whole:6.2f} CPU s ({reading.cpu:.2f} read, {checking.cpu:.2f} checked, {writing.cpu:.2f} written)")
    print(f"        {peak_mb():.0f} MB, recall {len(found & sample.truth) / len(sample.truth):.2%}, ", end="")
    print(f"{len(found - sample.truth)} extra, copy of {len(copy) / 1e6:.1f} MB")


def _workbook(sample: Sample) -> bytes:
    """The table as a workbook whose numbers are numbers."""
    frame = pl.read_csv(sample.path, infer_schema=False)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_numbers": True})
    sheet = book.add_worksheet()
    for at, row in enumerate([tuple(frame.columns), *frame.iter_rows()]):
        sheet.write_row(at, 0, row)
    book.close()
    return out.getvalue()
