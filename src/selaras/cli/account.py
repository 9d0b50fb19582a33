"""`selaras account`: who may sign in."""

from __future__ import annotations

import typer

from selaras.cli.console import fail, out
from selaras.cli.office import open_office

account = typer.Typer(help="Akun yang boleh masuk.", no_args_is_help=True)


@account.callback()
def _group() -> None:
    """Akun yang boleh masuk."""


@account.command("set")
def set_(
    username: str = typer.Argument(help="Nama untuk masuk."),
    name: str = typer.Option(..., "--name", help="Nama yang ditampilkan."),
    role: str = typer.Option("planner", "--role", help="administrator, planner, agency_planner, secretary, observer."),
) -> None:
    """Buat akun, atau beri akun yang ada kata sandi baru. Kata sandi ditampilkan sekali dan tidak disimpan."""
    actor = open_office()
    from selaras.people.actions import set_account
    from selaras.people.models import Role

    if role not in Role.Kind.values:
        fail(f"Peran “{role}” tidak dikenal. Pilih salah satu: {', '.join(Role.Kind.values)}.")
    try:
        password = set_account(username, name, Role.Kind(role), actor=actor)
    except ValueError as wrong:
        fail(str(wrong))
    out.print(f"{username}  {password}", highlight=False)
