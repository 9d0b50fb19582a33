"""`selaras information`: what the openness room needs done by itself, day by day."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selaras.cli.console import fail, out
from selaras.cli.files import read_content
from selaras.cli.office import open_office

information = typer.Typer(help="Permohonan informasi: pekerjaan harian dan surel.", no_args_is_help=True)


@information.callback()
def _group() -> None:
    """Permohonan informasi: pekerjaan harian dan surel."""


@information.command("form")
def form(code: str = typer.Argument("", help="Kode kabupaten/kota; boleh kosong bila hanya ada satu.")) -> None:
    """Bentuk jaringan badan publik dari wilayah dan perangkat daerah yang sudah ada; yang baru saja ditambah."""
    actor = open_office()
    from selaras.disclosure.actions.networking import form_network
    from selaras.government.actions import know_this_year
    from selaras.government.models import Region

    regencies = Region.objects.filter(level=Region.Level.REGENCY)
    found = list(regencies.filter(pk=code) if code else regencies[:2])
    if len(found) != 1:
        known = ", ".join(regencies.values_list("pk", flat=True)) or "belum ada; masukkan berkas wilayah dahulu"
        fail(f"Sebutkan satu kode kabupaten/kota. Yang ada: {known}.")
    made = form_network(found[0], actor=actor)
    know_this_year(found[0], actor=actor)
    out.print(f"{made} badan publik baru dalam jaringan {found[0].name}.")


@information.command("desks")
def desks(file: Annotated[Path, typer.Argument(help="Berkas CSV, XLSX, XLS atau ODS.")]) -> None:
    """Isi data meja layanan dari berkas: keputusan, alamat, jam, pejabat. Berkas yang sama tidak mengubah apa-apa."""
    actor = open_office()
    from selaras.disclosure.actions.importing_desks import take_desks
    from selaras.disclosure.errors import DisclosureError
    from selaras.engines.tabular import TabularError

    try:
        batch = take_desks(file.name, read_content(file, as_json=False), actor=actor)
    except (DisclosureError, TabularError) as refused:
        fail(str(refused))
    out.print(f"{batch.read} baris dibaca, {batch.taken} meja diisi, {batch.kept} ditahan.")
    for row in batch.rows.filter(outcome="kept"):
        out.print(f"Baris {row.number}: {' '.join(row.reasons)}")


@information.command("daily")
def daily() -> None:
    """Pekerjaan satu hari: gugurkan yang tidak dilengkapi, ingatkan sebelum batas, lupakan yang lama."""
    actor = open_office()
    from django.utils import timezone

    from selaras.disclosure.actions.sweeping import sweep
    from selaras.outreach.reach.actions.forgetting import forget_past_days

    forget_past_days(timezone.localdate(), actor=actor)
    swept = sweep(actor=actor)
    out.print(f"{swept.lapsed} permohonan gugur, {swept.reminded} pengingat, {swept.moved} batas waktu bergeser.")
    out.print(f"{swept.forgotten} draf pemohon yang lama dilupakan.")
    if swept.ending:
        out.print(f"{swept.ending} pengecualian segera berakhir; mejanya diberi tahu.")


@information.command("send")
def send() -> None:
    """Kirim surel yang menunggu kepada pemohon dan meja layanan. Tidak ada yang dikirim dua kali."""
    actor = open_office()
    from selaras.disclosure.actions.mailing import send_waiting
    from selaras.disclosure.errors import NoMailServer

    try:
        done = send_waiting(actor=actor)
    except NoMailServer as down:
        fail(str(down))
    out.print(f"{done.sent} surel dikirim.")
    if done.failed:
        fail(f"{done.failed} surel ditolak server dan dicoba lagi nanti. Mejanya melihat yang mana.")


@information.command("fetch")
def fetch() -> None:
    """Baca kotak surat dalam SELARAS_IMAP: surel menjadi permohonan, atau disimpan pada permohonan yang dibalasnya."""
    open_office()
    from django.conf import settings

    from selaras.disclosure.actions.receiving_mail import fetch_mail
    from selaras.disclosure.errors import NoMailbox

    try:
        fates = fetch_mail(settings.MAILBOX)
    except NoMailbox as closed:
        fail(str(closed))
    out.print(f"{sum(fates.values())} surel dibaca.")
    for fate, count in fates.items():
        out.print(f"  {count} {fate}")
