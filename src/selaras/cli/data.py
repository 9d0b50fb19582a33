"""Sectoral data from the shell, without a database."""

from __future__ import annotations

import typer

from selaras.cli.data_check import check
from selaras.cli.data_standard import standard

data = typer.Typer(no_args_is_help=True, help="Data sektoral: kenali dan periksa berkas.")


@data.callback()
def group() -> None:
    """Data sektoral: kenali dan periksa berkas."""


data.command("check")(check)
data.command("standard")(standard)
