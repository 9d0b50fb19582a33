"""`selaras data maturity`: the index of statistics maturity, what the system knows, and what lifts the index most."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table as Columns

from selaras.cli.console import out, print_json
from selaras.cli.office import open_office

_SHOWN = 10


def maturity(
    year: Annotated[int, typer.Option(help="Tahun yang dinyatakan; tanpa itu tahun ini.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Indeks kematangan statistik sektoral menurut bukti dan yang dinyatakan walidata.

    Bentuk JSON: {"year", "on", "index", "band", "lowest", "highest", "missing": [kode], "to_do": [kode], "basis",
    "own_basis", "indicators": [{"code", "name", "share", "have", "of", "evidence", "proposed", "stated", "deed"}]}
    """
    open_office()
    from django.utils import timezone

    from selaras.sectoral.exports.maturity import as_plain
    from selaras.sectoral.maturity import sheet_of_year
    from selaras.sectoral.maturity.wording import deed_words, index_words, lift_words, steps_words

    today = timezone.localdate()
    sheet = sheet_of_year(year or today.year, today)
    if as_json:
        print_json(as_plain(sheet))
        return
    out.print(f"{index_words(sheet)}.")
    out.print(steps_words(sheet.method))
    table = Columns("Kode", "Indikator", "Langkah", "Indeks naik")
    for line in sheet.to_do()[:_SHOWN]:
        table.add_row(line.code, line.node.name, deed_words(line), lift_words(line))
    out.print(table)
