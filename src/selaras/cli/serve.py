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


def server_command(host: str, port: int, workers: int) -> list[str]:
    """The web server as the guide for servers starts it, quieter."""
    address = ["--host", host, "--port", str(port), "--workers", str(workers), "--blocking-threads", "4"]
    # Without respawning, one process that dies takes the others down with it; without a timeout, one that is told to
    # stop while it still starts is waited for without end.
    ends = ["--respawn-failed-workers", "--workers-kill-timeout", "10", "--log-level", "warning"]
    return [sys.executable, "-m", "granian", "--interface", "wsgi", *address, *ends, "selaras.web.wsgi:application"]


def run_server(host: str, port: int, workers: int) -> None:
    """Replace this process by the web server."""
    os.environ.setdefault("SELARAS_WORKER", "inline")  # an office that keeps a worker of its own says so
    sys.stdout.flush()
    os.execv(sys.executable, server_command(host, port, workers))  # noqa: S606 - no shell


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
