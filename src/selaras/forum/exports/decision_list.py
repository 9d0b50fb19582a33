"""The decision list: every proposal, its outcome and the reason, as a workbook and as plain CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any

from selaras.documents.printable import printable
from selaras.documents.sheets import Form, Sheet, workbook
from selaras.engines.indonesian.wording import plain_date
from selaras.engines.tabular import neutral
from selaras.forum.exports.report import Line, Report

COLUMNS = (
    ("Nomor", 14), ("Sumber", 18), ("Usulan", 46), ("Kecamatan", 16), ("Desa/Kelurahan", 18), ("Volume", 10),
    ("Satuan", 10), ("Biaya diusulkan (Rp)", 17), ("Perangkat daerah", 20), ("Kode", 18), ("Nilai", 10),
    ("Urutan", 8), ("Hasil", 16), ("Biaya disetujui (Rp)", 17), ("Alasan", 80),
)  # fmt: skip


def as_workbook(report: Report) -> bytes:
    form = Form(
        title=f"Daftar keputusan – {report.forum.name}",
        columns=[label for label, _ in COLUMNS],
        widths=[width for _, width in COLUMNS],
        subtitles=[
            f"{plain_date(report.forum.held_on)}. Kode verifikasi {report.decision.verification_code}.",
            *([report.warning] if report.warning else []),
        ],
    )
    money = frozenset({7, 13})
    return workbook([Sheet("Keputusan", form, (_row(line) for line in report.lines), money, filtered=True)])


def as_csv(report: Report) -> bytes:
    """UTF-8 with a byte order mark (spreadsheets need it), a comma, plain machine numbers; formulas neutralised."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([label for label, _ in COLUMNS] + ["Catatan"])
    for line in report.lines:
        writer.writerow([*_plain(_row(line)), report.warning])
    return target.getvalue().encode("utf-8-sig")


def _plain(row: Sequence[Any]) -> Iterator[Any]:
    for value in row:
        if isinstance(value, Decimal):
            yield f"{value.normalize():f}"  # 300, not 300.000, which an Indonesian reads as three hundred thousand
        else:
            yield neutral(printable(value)) if isinstance(value, str) else value


def _row(line: Line) -> tuple[Any, ...]:
    return (
        line.number,
        line.source,
        line.title,
        line.district,
        line.village,
        line.volume,
        line.unit,
        line.asked,
        line.agency,
        line.code,
        None if line.score is None else Decimal(line.score) / 10_000,  # out of a hundred, as on the pages
        line.rank,
        line.status_label,
        line.cost,
        line.sentence,
    )
