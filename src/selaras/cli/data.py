"""`selaras data`: what a file holds and whether it keeps its standard, without a database; and the room of data."""

from __future__ import annotations

import typer

from selaras.cli.data_check import check
from selaras.cli.data_codes import codes
from selaras.cli.data_daily import daily
from selaras.cli.data_maturity import maturity
from selaras.cli.data_room import list_, release
from selaras.cli.data_send import send
from selaras.cli.data_standard import standard
from selaras.cli.describe import describe

data = typer.Typer(
    no_args_is_help=True, help="Data sektoral: kenali dan periksa berkas, kirim, rilis, ukur kematangan."
)


@data.callback()
def group() -> None:
    """Data sektoral: kenali dan periksa berkas, kirim, rilis, ukur kematangan."""


data.command("describe")(describe)
data.command("check")(check)
data.command("daily")(daily)
data.command("standard")(standard)
data.command("codes")(codes)
data.command("list")(list_)
data.command("send")(send)
data.command("release")(release)
data.command("maturity")(maturity)
