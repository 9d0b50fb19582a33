"""`selaras information`: what the openness room needs done by itself, day by day."""

from __future__ import annotations

import typer

from selaras.cli.console import out
from selaras.cli.office import open_office

information = typer.Typer(help="Permohonan informasi: pekerjaan harian.", no_args_is_help=True)


@information.callback()
def _group() -> None:
    """Permohonan informasi: pekerjaan harian."""


@information.command("daily")
def daily() -> None:
    """Pekerjaan satu hari: gugurkan yang tidak dilengkapi, ingatkan sebelum batas, hitung ulang yang tertunda."""
    actor = open_office()
    from selaras.disclosure.actions.sweeping import sweep

    swept = sweep(actor=actor)
    out.print(f"{swept.lapsed} permohonan gugur, {swept.reminded} pengingat, {swept.moved} batas waktu bergeser.")
