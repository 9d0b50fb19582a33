"""`selaras data`: what a file holds, and whether it keeps its standard; only `daily` asks the database."""

from __future__ import annotations

import typer

from selaras.cli.data_check import check
from selaras.cli.data_daily import daily
from selaras.cli.data_standard import standard
from selaras.cli.describe import describe

data = typer.Typer(no_args_is_help=True, help="Data sektoral: kenali dan periksa berkas.")


@data.callback()
def group() -> None:
    """Data sektoral: kenali dan periksa berkas."""


data.command("describe")(describe)
data.command("check")(check)
data.command("daily")(daily)
data.command("standard")(standard)
