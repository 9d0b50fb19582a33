"""`selaras data list` and `selaras data release`: the room of sectoral data from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table as Columns

from selaras.cli.console import fail, out, print_json
from selaras.cli.office import account_named, open_office

if TYPE_CHECKING:
    from selaras.sectoral.models import Dataset


def list_(
    account: Annotated[
        str, typer.Option(help="Nama akun: daftar di mejanya. Tanpa itu, yang terbuka untuk umum.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Daftar himpunan data dengan versi terakhirnya.

    Bentuk JSON: [{"code", "title", "agency", "state", "newest": {"number", "state"} atau null, "released"}];
    dua yang terakhir hanya dengan --account.
    """
    open_office()
    from django.contrib.auth.models import AnonymousUser

    from selaras.sectoral.queries import datasets_at_desk_of, datasets_visible_to, with_newest

    person = account_named(account, as_json=as_json) if account else None
    found = datasets_at_desk_of(person) if person else datasets_visible_to(AnonymousUser())
    rows = [_plain(one, inside=person is not None) for one in with_newest(found)]
    if as_json:
        print_json(rows)
        return
    if not rows:
        out.print("Belum ada himpunan data. Tambahkan di meja, menu Data kami.")
        return
    table = Columns("Kode", "Judul", "Produsen", "Keadaan", "Versi")
    for one in rows:
        newest = one.get("newest")
        table.add_row(one["code"], one["title"], one["agency"], one["state"], str(newest["number"]) if newest else "-")
    out.print(table)


def _plain(one: Dataset, *, inside: bool) -> dict[str, Any]:
    """What is not released yet is told to the desk alone."""
    number, state = getattr(one, "newest_number", None), getattr(one, "newest_state", None)
    told = {"code": one.code, "title": one.title, "agency": one.agency.name, "state": one.get_state_display()}
    if not inside:
        return told
    newest = {"number": number, "state": state} if number else None
    return {**told, "newest": newest, "released": getattr(one, "released", 0)}


def release(
    code: Annotated[str, typer.Argument(help="Kode tetap himpunan data.")],
    number: Annotated[int, typer.Argument(help="Nomor versinya.")],
    account: Annotated[str, typer.Option(help="Nama akun walidata yang merilis.")],
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Rilis satu versi yang sudah diajukan; dirilis dua kali tetap sekali.

    Bentuk JSON: {"dataset", "version", "state", "released_at", "embargo_until"}
    """
    open_office()
    from selaras.people.errors import PeopleError
    from selaras.sectoral.actions.releasing import release as release_version
    from selaras.sectoral.errors import SectoralError
    from selaras.sectoral.queries import versions_at_desk_of

    actor = account_named(account, as_json=as_json)
    version = versions_at_desk_of(actor).filter(dataset__code=code, number=number).first()
    if version is None:
        fail(f"Versi {number} dari “{code}” tidak ada di meja akun ini. Lihat selaras data list.", as_json=as_json)
    try:
        released = release_version(version, actor=actor)
    except (SectoralError, PeopleError) as refused:
        fail(str(refused), as_json=as_json)
    if as_json:
        at, until = released.released_at, released.embargo_until
        told = {"released_at": at.isoformat() if at else None, "embargo_until": until.isoformat() if until else None}
        print_json({"dataset": code, "version": number, "state": released.state, **told})
        return
    out.print(f"{code} versi {number} dirilis.")
