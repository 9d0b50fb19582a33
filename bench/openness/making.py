"""Makes the office of the benchmark in the database that the environment names.

python -m bench.openness.making 50000
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selaras.disclosure.models import PublicBody
    from selaras.government.models import Region
    from selaras.people.models import Account

SEED = 14  # of UU 14/2008
DECREED = date(2020, 1, 2)


def make(many: int) -> None:
    from selaras.cli.office import open_office

    system = open_office()
    from django.utils import timezone

    from bench.openness.counted import Counted
    from bench.openness.keeping import AT_ONCE, YEARS, Arriving, keep
    from bench.openness.lists import publish
    from bench.openness.lives import Living
    from selaras.disclosure.actions.networking import form_network
    from selaras.disclosure.models import PublicBody
    from selaras.government.actions import seed_calendar

    today, draw, region = timezone.localdate(), Random(SEED), _regions()
    calendar = seed_calendar(region, range(today.year - YEARS, today.year + 2), actor=system)
    form_network(region, actor=system)
    _help_villages()
    bodies = list(PublicBody.objects.select_related("region", "agency"))
    for body in bodies:
        body.email = f"{body.code}@example.com"
    PublicBody.objects.bulk_update(bodies, ["email"], batch_size=200)
    living = Living(draw, Counted(calendar), today, {body.pk: _test(body) for body in bodies})
    arriving, kept = Arriving(living, bodies), Counter[str]()
    while (wanted := many - kept["Request"]) > 0:
        lives = list(arriving.some(min(AT_ONCE, wanted)))
        kept += keep(lives, arriving.people, draw)
        onwards = list(arriving.onwards([life for life in lives if life.moves][: many - kept["Request"]]))
        kept += keep(onwards, arriving.people, draw)
    kept["Item"] = publish(bodies, today, draw)
    _accounts()
    _settle()
    print(f"  synthetic: {len(bodies)} bodies; " + ", ".join(f"{rows:,} {name}" for name, rows in kept.items()))


def _regions() -> Region:
    """Kebumen with its real places: 26 districts, 449 desa, 11 kelurahan, and its agencies."""
    from selaras.government.models import Agency, Region
    from selaras.sample.facts import agencies, districts

    regency = Region.objects.create(code="33.05", name="Kabupaten Kebumen", level="regency")
    Region.objects.bulk_create(Region(code=d.code, name=d.name, level="district", parent=regency) for d in districts())
    Region.objects.bulk_create(
        Region(code=one.code, name=one.name, level="village", kind=one.kind, parent_id=d.code)
        for d in districts()
        for one in d.villages
    )
    own = [one for one in agencies() if not one.district]  # a district is a body by its region
    Agency.objects.bulk_create(
        Agency(region=regency, code=one.code, name=one.name, short_name=one.short) for one in own
    )
    return regency


def _help_villages() -> None:
    """Every desa lets its district help, so that an operator of a district works at some twenty desks."""
    from selaras.disclosure.models import PublicBody

    districts = {body.region_id: body for body in PublicBody.objects.filter(kind="district")}
    villages = list(PublicBody.objects.filter(kind="village").select_related("region"))
    for body in villages:
        body.helper = districts[body.region.parent_id if body.region else None]
    PublicBody.objects.bulk_update(villages, ["helper"], batch_size=200)


def _test(body: PublicBody) -> object:
    """One approved consequence test, on which the refusals of the body rest."""
    from bench.openness import words
    from bench.openness.lives import moment
    from selaras.disclosure.models import Exemption

    return Exemption.objects.create(
        body=body, title="Data pribadi warga (contoh)", withheld="NIK dan alamat", if_opened=words.WHY_WITHHELD,
        article="Pasal 17 huruf h UU 14/2008", if_closed="Warga terlindungi.", public_interest="Tidak ada.",
        tested_on=DECREED, tested_by="PPID (contoh)", approved_at=moment(DECREED), approved_by="Atasan PPID (contoh)",
    )  # fmt: skip


def _accounts() -> None:
    """Who looks at the pages: at a village's desk, at a district's, at the main PPID's, and its superior."""
    from selaras.disclosure.models import PublicBody
    from selaras.people.models import Role

    kind, desks = Role.Kind, PublicBody.objects.order_by("code")
    village, district = desks.filter(kind="village")[0], desks.filter(kind="district")[0]
    _account("desa", Role(kind=kind.VILLAGE_OPERATOR, region=village.region))
    _account("kecamatan", Role(kind=kind.DISTRICT_OPERATOR, region=district.region))
    _account("utama", Role(kind=kind.PPID_OFFICER))
    _account("atasan", Role(kind=kind.PPID_SUPERIOR))


def _account(name: str, role: object) -> Account:
    from selaras.people.models import Account

    account = Account.objects.create_user(name, first_name=f"{name.title()} (contoh)")
    role.account = account  # type: ignore[attr-defined]
    role.save()  # type: ignore[attr-defined]
    return account


def _settle() -> None:
    """Let PostgreSQL know what lies there, as its own upkeep does within minutes; SQLite stays as an office has it."""
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    make(int(sys.argv[1]))
