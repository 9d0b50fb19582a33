"""A cycle with the usual calendar, for the tests of the calendar."""

from __future__ import annotations

from datetime import date

from selaras.government.actions import seed_parameters
from selaras.government.models import Region
from selaras.people.actions import system_account
from selaras.people.models import Account, Role
from selaras.planning.actions.calendar import seed_stages
from selaras.planning.models import Cycle


def seeded_cycle(year: int = 2021) -> Cycle:
    region, _ = Region.objects.get_or_create(
        code="33.05", defaults={"name": "Kabupaten Contoh", "level": Region.Level.REGENCY}
    )
    cycle = Cycle.objects.create(region=region, year=year)
    seed_parameters(actor=system_account())
    seed_stages(cycle, on=date(year - 1, 1, 2), actor=system_account())
    return cycle


def holder(kind: Role.Kind, name: str = "petugas") -> Account:
    account = Account.objects.create_user(name, email=f"{name}@contoh.test")
    Role.objects.create(account=account, kind=kind)
    return account
