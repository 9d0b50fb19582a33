"""`selaras demo`: the sample region, decided and served, for whoever wants to see it first."""

from __future__ import annotations

from pathlib import Path

import typer

from selaras.cli.console import fail, out
from selaras.cli.forum import steps
from selaras.cli.office import open_office
from selaras.cli.serve import collect_static, free_port, run_server

SIGN_INS = (
    ("bappeda", "Petugas Bappeda (contoh)", "planner"),
    ("sekretaris", "Sekretaris forum (contoh)", "secretary"),
)


def demo(
    folder: Path = typer.Option(Path("examples/kebumen-2021"), help="Folder contoh."),
    to: Path = typer.Option(Path("hasil"), "--out", help="Folder untuk dokumen hasil."),
    port: int = typer.Option(8000, help="Port pertama yang dicoba."),
    serve: bool = typer.Option(True, help="Sajikan situsnya sesudah selesai."),
) -> None:
    """Muat wilayah contoh, putuskan forumnya, sajikan situsnya, dan tampilkan alamat serta akunnya."""
    if not folder.is_dir():
        fail(f"Folder contoh “{folder}” tidak ada. Jalankan dari folder Selaras, atau sebutkan dengan --folder.")
    actor = open_office()
    from selaras.forum.actions import run
    from selaras.forum.folder import open_folder
    from selaras.people.actions import set_account
    from selaras.people.models import Role

    with steps() as step:
        decision, _ = run(open_folder(folder), to, rule="", actor=actor, progress=step)
    collect_static()
    passwords = [(name, set_account(name, label, Role.Kind(kind), actor=actor)) for name, label, kind in SIGN_INS]
    host, chosen = "127.0.0.1", free_port("127.0.0.1", port)
    out.print(f"\n[bold]{decision.forum.name}[/bold]", highlight=False)
    out.print(f"{decision.summary['funded']} dari {decision.summary['proposals']} usulan didanai.", highlight=False)
    out.print(f"Dokumen: {to.resolve()}", highlight=False, soft_wrap=True)
    out.print(f"Situs:   http://{host}:{chosen}/   (hentikan dengan Ctrl-C)", highlight=False)
    for name, password in passwords:
        out.print(f"Masuk:   {name}  {password}", highlight=False, markup=False)
    if serve:
        run_server(host, chosen, 1)
