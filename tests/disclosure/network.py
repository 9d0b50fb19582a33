"""A small network of PPID bodies with people at its desks, for tests. All names are invented; the places are real."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from selaras.disclosure.actions.networking import form_network
from selaras.disclosure.actions.requesting import By, Wanted, submit
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import PublicBody, Request
from selaras.disclosure.papers import Paper
from selaras.government.actions import seed_parameters
from selaras.government.models import Agency, Calendar, Holiday, Region
from selaras.people.actions.accounts import system_account
from selaras.people.models import Account, Role
from tests.people.persons import someone

Kind = Role.Kind
DISTRICT, VILLAGE, OTHER_VILLAGE = "33.05.22", "33.05.22.2002", "33.05.22.2003"
HOLIDAYS = [(date(2020, 3, 25), "Hari Suci Nyepi"), (date(2020, 4, 10), "Wafat Isa Al Masih")]
PICTURE = b"\xff\xd8\xff" + b"gambar contoh"


def network() -> PublicBody:
    """The whole network; returns the body of a village."""
    system = system_account()
    seed_parameters(actor=system)
    regency = Region.objects.create(code="33.05", name="Kabupaten Kebumen", level=Region.Level.REGENCY)
    district = Region.objects.create(code=DISTRICT, name="Sadang", level=Region.Level.DISTRICT, parent=regency)
    for code, name in ((VILLAGE, "Seboro"), (OTHER_VILLAGE, "Wonosari")):
        Region.objects.create(code=code, name=name, level=Region.Level.VILLAGE, kind="desa", parent=district)
    Agency.objects.create(region=regency, code="2.16.01", name="Dinas Komunikasi dan Informatika", short_name="Kominfo")
    calendar = Calendar.objects.create(region=regency, version=1)
    Holiday.objects.bulk_create(
        Holiday(calendar=calendar, date=day, name=name, kind=Holiday.Kind.NATIONAL) for day, name in HOLIDAYS
    )
    form_network(regency, actor=system)
    return village()


def village() -> PublicBody:
    return PublicBody.objects.get(region=VILLAGE)


def agency() -> PublicBody:
    return PublicBody.objects.get(kind=PublicBody.Kind.AGENCY)


def at_desk(body: PublicBody) -> Account:
    """Who works at a body's desk; the same person when asked again."""
    name = f"petugas-{body.code}"
    known = Account.objects.filter(username=name).first()
    if known:
        return known
    account = Account.objects.create_user(name, first_name="Petugas (contoh)")
    kind = Kind.VILLAGE_OPERATOR if body.kind == PublicBody.Kind.VILLAGE else Kind.PPID_OFFICER
    Role.objects.create(account=account, kind=kind, region=body.region, agency=body.agency)
    return account


def superior_of(body: PublicBody) -> Account:
    """Who answers the objections against a body."""
    if body.kind != PublicBody.Kind.VILLAGE:
        return someone(Kind.PPID_SUPERIOR, "sekda")
    name = f"kades-{body.code}"
    known = Account.objects.filter(username=name).first()
    if known:
        return known
    account = Account.objects.create_user(name, first_name="Kepala Desa (contoh)")
    Role.objects.create(account=account, kind=Kind.PPID_SUPERIOR, region=body.region)
    return account


def main_officer() -> Account:
    return someone(Kind.PPID_OFFICER, "ppid-utama")


WANTED = Wanted("Salinan APBDes tahun 2019 beserta laporannya", "Penelitian", "copy", "soft", "site")
SITI = Identity("Siti (contoh)", "3305226501900001", "RT 02 RW 01 Seboro (contoh)", "081200000001")


def asked(body: PublicBody, submission: UUID | None = None, wanted: Wanted = WANTED, **told: Any) -> Request:
    """A request by form, complete unless something else is told."""
    by = By(**{"identity": SITI, "papers": (Paper("identity", "image/jpeg", PICTURE),), **told})
    return submit(body, submission or uuid4(), wanted, by)
