"""The application that every group of commands joins."""

from __future__ import annotations

import typer

from selaras.cli.imports import imports

app = typer.Typer(
    name="selaras",
    help="Forum Perangkat Daerah: dari usulan sampai keputusan yang dapat dihitung ulang.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def selaras() -> None:
    """Forum Perangkat Daerah: dari usulan sampai keputusan yang dapat dihitung ulang."""


app.add_typer(imports, name="import")


def main() -> None:
    app()
