"""Sectoral data from the shell, without a database."""

from __future__ import annotations

import typer

from selaras.cli.data_check import check

data = typer.Typer(no_args_is_help=True, help="Data sektoral: kenali dan periksa berkas.")


@data.callback()
def group() -> None:
    """Data sektoral: kenali dan periksa berkas."""


data.command("check")(check)
