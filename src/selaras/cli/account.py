"""`selaras account`: who may sign in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import typer

from selaras.cli.console import fail, out
from selaras.cli.office import open_office

if TYPE_CHECKING:
    from selaras.government.models import Agency, Region

account = typer.Typer(help="Akun yang boleh masuk.", no_args_is_help=True)


@account.callback()
def _group() -> None:
    """Akun yang boleh masuk."""


@account.command("set")
def set_(
    username: str = typer.Argument(help="Nama untuk masuk."),
    name: str = typer.Option(..., "--name", help="Nama yang ditampilkan."),
    role: str = typer.Option(
        "planner",
        "--role",
        help="Misalnya planner atau secretary; semua peran disebut bila yang ditulis tidak dikenal.",
    ),
    region: str = typer.Option("", "--region", help="Kode desa atau kecamatan tempat peran dipegang: 33.05.01.2001."),
    agency: str = typer.Option("", "--agency", help="Kode atau nama perangkat daerah tempat peran dipegang."),
    until: str = typer.Option("", "--until", help="Hari terakhir peran berlaku, tahun-bulan-hari: 2026-12-31."),
) -> None:
    """Buat akun, atau beri akun yang ada kata sandi baru. Kata sandi ditampilkan sekali dan tidak disimpan."""
    actor = open_office()
    from selaras.people.actions import set_account
    from selaras.people.models import Role

    if role not in Role.Kind.values:
        fail(f"Peran “{role}” tidak dikenal. Pilih salah satu: {', '.join(Role.Kind.values)}.")
    try:
        password = set_account(
            username,
            name,
            Role.Kind(role),
            _region(region),
            _agency(agency),
            until=_day(until),
            actor=actor,
        )
    except ValueError as wrong:
        fail(str(wrong))
    out.print(f"{username}  {password}")


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        fail(f"Tanggal “{text}” tidak dapat dibaca. Tulis tahun-bulan-hari, misalnya 2026-12-31.")


def _region(code: str) -> Region | None:
    from selaras.government.models import Region

    if not code:
        return None
    found = Region.objects.filter(code=code).first()
    if found is None:
        fail(f"Wilayah “{code}” tidak dikenal. Tulis kodenya seperti 33.05.01.2001, sesudah berkas wilayah dimasukkan.")
    return found


def _agency(text: str) -> Agency | None:
    from django.db.models import Q

    from selaras.government.models import Agency

    if not text:
        return None
    found = Agency.objects.filter(Q(code=text) | Q(name__iexact=text) | Q(short_name__iexact=text))[:2]
    if len(found) != 1:
        known = ", ".join(f"{agency.code} {agency.label}" for agency in Agency.objects.all()[:50])
        fail(f"Perangkat daerah “{text}” tidak dikenal atau lebih dari satu. Yang ada: {known or 'belum ada'}.")
    return found[0]
