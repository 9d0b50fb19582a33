"""`selaras audit`: proof that the log was not changed."""

from __future__ import annotations

import typer

from selaras.cli.console import fail, out
from selaras.cli.office import open_office

audit = typer.Typer(help="Catatan tindakan yang berantai.", no_args_is_help=True)


@audit.callback()
def _group() -> None:
    """Catatan tindakan yang berantai."""


@audit.command("verify")
def verify(
    head: str = typer.Option("", "--head", help="Ujung rantai yang pernah Anda catat, misalnya dari berita acara."),
) -> None:
    """Periksa seluruh rantai catatan; gagal bila satu entri diubah atau dihapus.

    Entri terbaru yang dihapus hanya tampak bila Anda menyebutkan ujung yang pernah dicatat.
    """
    open_office()
    from selaras.audit import queries

    verdict = queries.verify()
    if not verdict.intact:
        fail(f"Catatan tidak utuh: entri nomor {verdict.broken_at} tidak cocok dengan entri sebelumnya.")
    if head and not queries.holds(head.strip().lower()):
        fail("Catatan tidak memuat ujung yang Anda catat: entri terbaru dihapus, atau salah salin. Periksa salinannya.")
    out.print(f"Catatan utuh: {verdict.entries} entri, ujung rantai {verdict.head}", soft_wrap=True)
