"""`selaras serve`: the site on this machine."""

from __future__ import annotations

import os
import socket
import sys

import typer

from selaras.cli.console import fail, out
from selaras.cli.office import open_office


def free_port(host: str, wanted: int) -> int:
    """`wanted`, or the next free port among the twenty after it."""
    for port in range(wanted, wanted + 20):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    fail(f"Port {wanted} sampai {wanted + 19} sedang dipakai. Pilih port lain dengan --port.")


def collect_static() -> None:
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False)


def run_server(host: str, port: int, workers: int) -> None:
    """Replace this process by the web server."""
    granian = ["-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port), "--workers", str(workers)]
    os.environ.setdefault("SELARAS_WORKER", "inline")  # an office that keeps a worker of its own says so
    # Without respawning, one process that dies takes the others down with it.
    quiet = ["--log-level", "warning", "--blocking-threads", "4", "--respawn-failed-workers"]
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *granian, *quiet, "selaras.web.wsgi:application"])  # noqa: S606 - no shell


def serve(
    host: str = typer.Option("127.0.0.1", help="Alamat yang didengarkan."),
    port: int = typer.Option(8000, help="Port pertama yang dicoba."),
    workers: int = typer.Option(2, help="Jumlah proses."),
) -> None:
    """Sajikan situs di mesin ini."""
    open_office()
    collect_static()
    chosen = free_port(host, port)
    out.print(f"Situs tersedia di http://{host}:{chosen}/ (hentikan dengan Ctrl-C)")
    run_server(host, chosen, workers)
