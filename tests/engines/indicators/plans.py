"""A sound line of a draft work plan, to be spoilt one field at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from selaras.engines.indicators import CatalogueEntry, Finding, Kind, PlanItem, StrategicTarget, check

ENTRY = CatalogueEntry("2.16.02.2.01.0017", "Pelayanan Informasi Publik", "Jumlah Layanan Informasi", "Layanan")
DUTIES = {"diskominfo": {"2.16", "2.20", "2.21"}}
SOUND = PlanItem(
    id="r1",
    agency="diskominfo",
    code=ENTRY.code,
    name=ENTRY.name,
    indicator="Jumlah permohonan yang dilayani",
    unit="Permohonan",
    baseline=Decimal(80),
    target="100",
    location="Kabupaten Kebumen",
    cost=50_000_000,
    source_of_funds="PAD",
    forward_target=Decimal(110),
    forward_cost=55_000_000,
)


def findings(
    *items: PlanItem, targets: Iterable[StrategicTarget] = (), catalogue: Iterable[CatalogueEntry] = (ENTRY,)
) -> tuple[Finding, ...]:
    return check(items, catalogue=catalogue, strategic_targets=targets, duties=DUTIES, year=2021)


def of(targets: Iterable[StrategicTarget] = (), **changes: Any) -> list[Finding]:
    """What is found when the sound item is changed."""
    return list(findings(replace(SOUND, **changes), targets=targets))


def kinds(targets: Iterable[StrategicTarget] = (), **changes: Any) -> list[Kind]:
    return [finding.kind for finding in of(targets, **changes)]
