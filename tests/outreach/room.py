"""A regency with two districts, its desks, and messages that go out. Names of persons and messages are invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from selaras.government.actions import seed_parameters
from selaras.government.models import Calendar, Holiday, Region
from selaras.outreach.actions.channels import add_channel
from selaras.outreach.actions.sending import send
from selaras.outreach.actions.writing import Written, write_message
from selaras.outreach.models import Channel, Delivery, Message
from selaras.people.actions import system_account
from selaras.people.models import Account, Role
from tests.people.persons import person, someone

Kind, Level = Role.Kind, Region.Level
SADANG, KLIRONG = "33.05.22", "33.05.04"
SEBORO, WONOSARI, JOGOSIMO = "33.05.22.2002", "33.05.22.2003", "33.05.04.2001"
VILLAGES = {SEBORO: "Seboro", WONOSARI: "Wonosari", JOGOSIMO: "Jogosimo"}


def places() -> None:
    """Made once; with the regulation and a calendar loaded."""
    if Region.objects.exists():
        return
    seed_parameters(actor=system_account())
    regency = Region.objects.create(code="33.05", name="Kabupaten Kebumen", level=Level.REGENCY)
    for code, name in ((SADANG, "Sadang"), (KLIRONG, "Klirong")):
        Region.objects.create(code=code, name=name, level=Level.DISTRICT, parent=regency)
    for code, name in VILLAGES.items():
        Region.objects.create(code=code, name=name, level=Level.VILLAGE, kind="desa", parent_id=code[:8])
    calendar = Calendar.objects.create(region=regency, version=1)
    years = {timezone.localdate().year + more for more in (0, 1)} | {2020, 2021}
    days = [(date(year, 1, 1), "Tahun Baru") for year in years] + [(date(2020, 3, 25), "Hari Suci Nyepi")]
    Holiday.objects.bulk_create(
        Holiday(calendar=calendar, date=day, name=name, kind=Holiday.Kind.NATIONAL) for day, name in days
    )


def writer() -> Account:
    return someone(Kind.PPID_OFFICER, "ppid-utama")


def _at(name: str, kind: str, code: str) -> Account:
    known = Account.objects.filter(username=name).first()
    return known or person(name, kind, region=Region.objects.get(code=code))


def desk(code: str = SEBORO) -> Account:
    return _at(f"desa-{code}", Kind.VILLAGE_OPERATOR, code)


def district(code: str = SADANG) -> Account:
    return _at(f"kecamatan-{code}", Kind.DISTRICT_OPERATOR, code)


def channel(name: str = "Papan pengumuman", kind: str = Channel.Kind.NOTICE_BOARD, *regions: str) -> Channel:
    places()
    return Channel.objects.filter(name=name).first() or add_channel(kind, name, regions, actor=writer())


def said(title: str = "Air PDAM mati dua hari (contoh)", **more: Any) -> Written:
    today = timezone.localdate()
    told: dict[str, Any] = {
        "text": "Air mati Senin dan Selasa karena pipa diganti. Tampung air secukupnya.",
        "audience": "Pelanggan PDAM",
        "purpose": "Agar warga menampung air lebih dahulu",
        "legal_basis": "Surat PDAM contoh nomor 1",
        "valid_from": today,
        "valid_until": today + timedelta(days=30),
    }
    told.setdefault("channels", [] if "channels" in more else [channel().pk])
    return Written(title, **(told | more))


def draft(title: str = "Air PDAM mati dua hari (contoh)", **more: Any) -> Message:
    places()
    return write_message(uuid4(), said(title, **more), actor=writer())


def sent(title: str = "Air PDAM mati dua hari (contoh)", **more: Any) -> Message:
    return send(draft(title, **more), actor=writer())


def at(message: Message, code: str = SEBORO) -> Delivery:
    return message.deliveries.get(village=code)
