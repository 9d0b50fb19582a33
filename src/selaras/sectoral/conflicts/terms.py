"""The common terms into which figures of all agencies are brought: from the crosswalks that are kept as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from selaras.engines.conflicts import Crosswalk as Walk
from selaras.engines.conflicts import Terms
from selaras.engines.conflicts.crosswalks import plain_code
from selaras.engines.tabular.standard import CodeSystem
from selaras.government.queries import parameter_value
from selaras.sectoral.models import Crosswalk

Kind = Crosswalk.Kind


@dataclass(frozen=True)
class Common:
    """`units`: a unit as somebody wrote it, in lower case, to the one that it means."""

    terms: Terms
    units: Mapping[str, str]

    def unit(self, written: str) -> str:
        return self.units.get(plain(written), written)


def plain(text: str) -> str:
    """Names of code systems, units and indicators are the same whatever their case and spaces.

    >>> plain(" Kemendagri  2025 ")
    'kemendagri 2025'
    """
    return " ".join(text.casefold().split())


def common_terms(on: date) -> Common:
    """By the newest crosswalk of each kind and pair of systems; one that does not lead to the shared codes is idle."""
    named = parameter_value("sectoral.region_codes", on)
    system = plain(f"{named['system']} {named['version']}")
    newest: dict[tuple[str, str, str], Crosswalk] = {}
    for one in Crosswalk.objects.order_by("pk").prefetch_related("rows"):
        newest[one.kind, one.from_system, one.to_system] = one
    walks = {
        source: _walk(one) for (kind, source, target), one in newest.items() if kind == Kind.CODES and target == system
    }
    return Common(
        Terms(system, walks, indicators=_pairs(newest.get((Kind.DEFINITIONS, "", "")))),
        _pairs(newest.get((Kind.UNITS, "", ""))),
    )


def _pairs(one: Crosswalk | None) -> dict[str, str]:
    return {plain(row.written): row.meant for row in one.rows.all()} if one else {}


def _walk(one: Crosswalk) -> Walk:
    pairs = {plain_code(row.written): plain_code(row.meant) for row in one.rows.all()}
    meant = set(pairs.values())
    collisions = sorted(code for code, partner in pairs.items() if code != partner and code in meant)
    return Walk(_system(one.from_system), _system(one.to_system), pairs, (), {}, tuple(collisions))


def _system(text: str) -> CodeSystem:
    name, _space, version = text.rpartition(" ")
    return CodeSystem(name or version, version if name else "")
