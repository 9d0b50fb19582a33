"""A table as comma-separated text, for programs and spreadsheets alike."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from selaras.documents.printable import printable
from selaras.engines.tabular import neutral


def comma_separated(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """UTF-8 with a byte order mark (spreadsheets need it), plain machine numbers; formulas neutralised.

    >>> comma_separated(["nama"], [["=1+1"], [None]]).decode("utf-8-sig").splitlines()
    ['nama', "'=1+1", '""']
    """
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([neutral(printable(cell)) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")
