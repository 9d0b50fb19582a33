"""A regency of two districts with four villages, who keeps its lists, and lists for tests. All names are invented."""

from __future__ import annotations

import json
from datetime import date

from selaras.government.actions import seed_parameters
from selaras.government.models import Region
from selaras.intake.models import Batch
from selaras.outreach.models import Source
from selaras.outreach.reach.actions.importing import Told, take_villages
from selaras.people.models import Account, Role
from tests.people.persons import someone

VILLAGES = {"33.05.01.2001": "Alfa", "33.05.01.2002": "Beta", "33.05.02.2001": "Gama", "33.05.02.2002": "Delta"}


def region() -> None:
    Level = Region.Level  # noqa: N806 - a class
    Region.objects.create(code="33.05", name="Contoh", level=Level.REGENCY)
    for code, name in (("33.05.01", "Hulu"), ("33.05.02", "Hilir")):
        Region.objects.create(code=code, name=name, level=Level.DISTRICT, parent_id="33.05")
    for code, name in VILLAGES.items():
        Region.objects.create(code=code, name=name, level=Level.VILLAGE, parent_id=code[:8])
    seed_parameters(actor=steward())


def steward() -> Account:
    return someone(Role.Kind.DATA_STEWARD)


def told(name: str = "Pendataan (contoh)", way: str = "census", day: date = date(2020, 1, 1), **more: object) -> Told:
    return Told(name, way, day, **more)  # type: ignore[arg-type]


def taken(content: str, said: Told | None = None) -> Batch:
    return take_villages(said or told(), "desa.csv", content.encode(), actor=steward())


def source_of(batch: Batch) -> Source:
    return Source.objects.get(batch=batch)


def square(properties: dict[str, object], west: float = 109.6, north: float = -7.6) -> dict[str, object]:
    """A feature of GeoJSON: a hundredth of a degree wide and high."""
    east, south = round(west + 0.01, 6), round(north - 0.01, 6)
    ring = [[west, north], [east, north], [east, south], [west, south], [west, north]]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def outlined(*features: dict[str, object]) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()
