"""A small office for tests of accounts: two districts with a village each, and one agency."""

from __future__ import annotations

from datetime import date

from selaras.government.models import Agency, Region
from selaras.people.models import Account, Role

DISTRICTS = ("33.05.01", "33.05.02")
VILLAGES = ("33.05.01.2001", "33.05.02.2001")


def make_bodies() -> None:
    regency = Region.objects.create(code="33.05", name="Contoh", level="regency")
    for code, village, name in zip(DISTRICTS, VILLAGES, ("Utara", "Selatan"), strict=True):
        district = Region.objects.create(code=code, name=name, level="district", parent=regency)
        Region.objects.create(code=village, name=f"Desa {name}", level="village", parent=district)
    Agency.objects.create(region=regency, code="1.03", name="Dinas Contoh")


def village(at: int = 0) -> Region:
    return Region.objects.get(pk=VILLAGES[at])


def district(at: int = 0) -> Region:
    return Region.objects.get(pk=DISTRICTS[at])


def agency() -> Agency:
    return Agency.objects.get(code="1.03")


def seen_again(account: Account) -> Account:
    """The account as the next request reads it."""
    return Account.objects.get(pk=account.pk)


def own_role(account: Account, until: date | None = None) -> Role:
    role = account.roles.get()
    if until:
        role.until = until
        role.save()
    return role
