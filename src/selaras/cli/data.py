"""Sectoral data from the shell, without a database."""

from __future__ import annotations

import typer

from selaras.cli.describe import describe

data = typer.Typer(no_args_is_help=True, help="Data sektoral: kenali berkas apa adanya.")


@data.callback()
def group() -> None:
    """Data sektoral: kenali berkas apa adanya."""


data.command("describe")(describe)
