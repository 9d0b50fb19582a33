"""Datasets for tests of the catalogue, beside that of the room. Every figure is invented."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from selaras.government.models import Agency, Region
from selaras.sectoral.actions.describing import describe_dataset
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.models import Dataset
from tests.sectoral.room import SAID, steward

SERIES = "peserta-kb"
YEARS = range(2010, 2021)
DISTRICTS = ("Ayah", "Buayan", "Puring")


def field(name: str, kind: str = "string", **more: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, **more}


SERIES_SCHEMA: dict[str, Any] = {
    "fields": [
        field("tahun", "year"),
        field("kecamatan"),
        field("peserta", "integer", title="Peserta KB", **{"sdi:unit": "orang"}),
    ],
    "primaryKey": ["tahun", "kecamatan"],
}


def described(code: str, schema: dict[str, Any], title: str) -> Dataset:
    """One more dataset, with its standard."""
    regency, _new = Region.objects.get_or_create(code="33.05", name="Contoh", level=Region.Level.REGENCY)
    place, _new = Agency.objects.get_or_create(region=regency, code="2.12.01", defaults={"name": "Dinas (contoh)"})
    made = describe_dataset(code, place, replace(SAID, title=title, unit=""), actor=steward())
    set_standard(made, schema, actor=steward())
    return made


def series() -> Dataset:
    return described(SERIES, SERIES_SCHEMA, "Peserta keluarga berencana menurut kecamatan (contoh)")


def series_rows(years: Iterable[int] = YEARS, districts: Iterable[str] = DISTRICTS) -> bytes:
    lines = [
        f"{year},{name},{1000 + 100 * at + (year - 2010) * (40 - 30 * at)}"
        for year in years
        for at, name in enumerate(districts)
    ]
    return "\n".join(["tahun,kecamatan,peserta", *lines, ""]).encode()
