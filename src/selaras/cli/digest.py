"""`selaras digest`: by mail what is waiting for whom."""

from __future__ import annotations

import typer

from selaras.cli.console import fail, out
from selaras.cli.office import open_office

digest = typer.Typer(help="Surel tentang apa yang menunggu siapa.", no_args_is_help=True)


@digest.callback()
def _group() -> None:
    """Surel tentang apa yang menunggu siapa."""


@digest.command("send")
def send() -> None:
    """Kirim surel kepada setiap orang yang ditunggu tindakannya, paling banyak sekali sehari."""
    actor = open_office()
    from selaras.forum.actions.telling import send_digests
    from selaras.forum.queries import newest_forum

    forum = newest_forum()
    if forum is None:
        fail("Belum ada forum. Masukkan berkas sebuah forum dengan: selaras forum run MAP --out HASIL")
    sent, refused = send_digests(forum, actor=actor)
    out.print(f"{sent} surel dikirim.")
    if refused:
        fail(f"Ditolak oleh server surel: {', '.join(refused)}. Periksa SELARAS_MAIL, lalu jalankan lagi.")
