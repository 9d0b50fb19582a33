"""Per body how the requests of a year stand, as CSV for everybody."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from selaras.disclosure.exports.letter import SYNTHETIC
from selaras.disclosure.models import PublicBody
from selaras.disclosure.statistics import fates_by_body, received_in
from selaras.engines.tabular import neutral

COUNTS = {
    "in_time": "tepat_waktu",
    "late": "terlambat",
    "open": "diproses",
    "waiting": "menunggu_pemohon",
    "overdue": "lewat_batas",
    "lapsed": "gugur",
    "withdrawn": "ditarik",
    "moved": "diteruskan",
}


def as_csv(year: int, on: date) -> bytes:
    """The counts add up to `diterima`; `keadaan` is the day on which they stood so. UTF-8 with a byte order mark."""
    found = fates_by_body(received_in(year), on)
    made_up = set(received_in(year).filter(synthetic=True).values_list("body", flat=True).distinct())
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(["tahun", "kode_badan", "badan", "diterima", *COUNTS.values(), "keadaan", "catatan"])
    for body in PublicBody.objects.filter(pk__in=found).order_by("code"):
        fates = found[body.pk]
        counts = [getattr(fates, name) for name in COUNTS]
        note = SYNTHETIC if body.pk in made_up else ""
        writer.writerow([year, body.code, neutral(body.name), fates.received, *counts, on.isoformat(), note])
    return target.getvalue().encode("utf-8-sig")
