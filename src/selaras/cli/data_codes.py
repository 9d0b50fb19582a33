"""`selaras data codes FILE --as kemendagri@2025`: a list of codes taken into the office."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from selaras.cli.console import fail, out
from selaras.cli.files import read_content
from selaras.cli.office import open_office


def codes(
    file: Annotated[Path, typer.Argument(help="Berkas CSV, XLSX, XLS atau ODS dengan kolom kode dan nama.")],
    about: Annotated[str, typer.Option("--as", help="Sistem dan versinya: kemendagri@2025.")],
    valid_from: Annotated[datetime | None, typer.Option("--from", help="Berlaku sejak.", formats=["%Y-%m-%d"])] = None,
    valid_to: Annotated[datetime | None, typer.Option("--to", help="Berlaku sampai.", formats=["%Y-%m-%d"])] = None,
) -> None:
    """Impor daftar kode, yang dirujuk kolom kode dalam standar data. Berkas yang sama tidak mengubah apa-apa."""
    actor = open_office()
    from selaras.engines.tabular import TabularError
    from selaras.sectoral.actions.listing_codes import import_code_list
    from selaras.sectoral.errors import SectoralError

    valid = (valid_from.date() if valid_from else None, valid_to.date() if valid_to else None)
    try:
        made = import_code_list(about, read_content(file, as_json=False), file.name, valid, actor=actor)
    except (SectoralError, TabularError) as refused:
        fail(str(refused))
    bad = made.codes.exclude(problem="")
    out.print(f"{made.codes.filter(problem='').count()} kode {about}, {bad.count()} baris ditahan.")
    for row in bad:
        out.print(f"Baris {row.line}: {row.problem}")
