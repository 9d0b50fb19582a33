"""A workbook with systems and connections: each row is taken, or kept back with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from selaras.engines.tabular import CheckResult, Limits, check
from selaras.exposure import rules
from selaras.exposure.actions.registering import Said
from selaras.exposure.models import System
from selaras.exposure.queries import agencies_of, named_to
from selaras.exposure.terms import DETAILS
from selaras.government.models import Agency
from selaras.government.queries import AgencyFinder
from selaras.intake.rows import Incoming, incoming_in
from selaras.people.models import Account

SYSTEMS, CONNECTIONS = "exposure_systems", "exposure_connections"
LIMITS = Limits(bytes=64 * 1024 * 1024, rows=20_000, cells=2_000_000)  # of a packed file that may weigh 5 MB
_TEXTS = ("purpose", "classification", "contact_unit", "address", "holds", "life_cycle", "internet", "foothold", "host")


def read_inventory(content: bytes, name: str) -> CheckResult:
    """Both kinds of sheets as one result, the systems first. Raises TabularError."""
    systems, connections = (check(content, name, kind, limits=LIMITS) for kind in (SYSTEMS, CONNECTIONS))
    fitting = tuple(one for result in (systems, connections) for one in result.sheets if not one.mapping.missing)
    return CheckResult(SYSTEMS, name, fitting or systems.sheets)


def incoming(result: CheckResult) -> Iterator[tuple[bool, Incoming]]:
    """Each row, and whether it tells of a connection."""
    for sheet in result.sheets:
        joins = "source" in {one.field for one in sheet.mapping.columns}
        yield from ((joins, row) for row in incoming_in(sheet))


class Owners:
    """Which agency a row means: the one it names, else the only one for which the sender keeps systems."""

    def __init__(self, actor: Account) -> None:
        self._actor = actor
        self._own = list(agencies_of(actor).select_related("region")[:2])
        self._finder = AgencyFinder(self._own[0].region) if self._own else None

    def of(self, row: Incoming) -> Agency | None:
        """None where there is none; the row tells why then."""
        named = row.text("agency")
        if not named and len(self._own) == 1:
            return self._own[0]
        found = self._finder.find(named) if self._finder else None
        if found and rules.keeps_for(self._actor, found):
            return found
        row.keep(_("Isi perangkat daerah pemiliknya, yang sistemnya Anda kelola."))
        return None


class Named:
    """Systems by name, among those that the sender may know; what others have is not there, as if it were nowhere."""

    def __init__(self, actor: Account) -> None:
        self._by_name: dict[str, list[System]] = defaultdict(list)
        for one in named_to(actor).exclude(life_cycle=System.LifeCycle.RETIRED):
            self._by_name[one.name.casefold()].append(one)

    def of(self, row: Incoming, field: str) -> System | None:
        found = self._by_name.get(row.line(field).casefold(), [])
        if len(found) == 1:
            return found[0]
        told = {"name": row.line(field, 60)}
        if found:
            row.keep(_("Ada beberapa sistem bernama “%(name)s”. Catat koneksi ini dari halaman sistemnya.") % told)
        else:
            row.keep(_("Sistem “%(name)s” tidak ada dalam daftar yang Anda lihat. Daftarkan dahulu.") % told)
        return None


def said_in(row: Incoming, known: System | None) -> Said:
    """What a row tells; an empty cell leaves what is known as it stands."""
    base = _said_of(known) if known else Said("", "", System.Classification.LIMITED, "")
    told: dict[str, Any] = {name: row.line(name) for name in _TEXTS if row.line(name)}
    told |= {name: bool(row.values[name]) for name in ("personal_data", "isolated") if row.values.get(name) is not None}
    if row.values.get("worth") is not None:
        told["worth"] = int(row.values["worth"])
    details = {key: row.line(key) for key in DETAILS if row.line(key)}
    if not base.contact_unit and "contact_unit" not in told:
        row.notes.append(_("Bagian yang dihubungi kosong, jadi diisi “belum diisi”. Lengkapi di halaman sistemnya."))
        told["contact_unit"] = _("belum diisi")
    return replace(base, name=row.line("name"), details={**base.details, **details}, **told)


def _said_of(known: System) -> Said:
    host = known.host
    return Said(
        known.name,
        known.purpose,
        known.classification,
        known.contact_unit,
        known.address,
        known.holds,
        known.personal_data,
        known.life_cycle,
        known.worth,
        known.internet,
        known.foothold,
        host.name if host else "",
        host.isolated if host else False,
        known.details,
    )
