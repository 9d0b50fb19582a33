"""`selaras worker`: what was queued on the site, worked off by a process of its own."""

from __future__ import annotations

import typer

from selaras.cli.office import open_office


def worker(
    once: bool = typer.Option(False, "--once", help="Selesaikan yang menunggu, lalu berhenti."),
    interval: float = typer.Option(1.0, help="Jeda antara dua pemeriksaan, dalam detik."),
) -> None:
    """Kerjakan antrean situs: menghitung keputusan dan menulis dokumen. Hentikan dengan Ctrl-C."""
    open_office()
    from django.core.management import call_command

    call_command("db_worker", batch=once, interval=interval, startup_delay=False, verbosity=0)
