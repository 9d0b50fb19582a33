"""Outlines of villages on their way in: each feature finds its village, or is kept back with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from selaras.engines.outlines import Feature, Outline, centre_of, simplified
from selaras.engines.tabular import RegionIndex
from selaras.intake.rows import Incoming, unique
from selaras.outreach.models import Source, VillagePlace

METRES = 25.0  # a border moves less than this: a district on a screen shows no more
_DECIMALS = 5  # of a degree: a metre
# How makers of maps name the columns: the ministry's list, the mapping agency's villages, and plain words.
_CODE = ("kode", "kode_desa", "kode_kemendagri", "kdepum", "kode_kd", "code")
_NAME = ("nama", "desa", "nama_desa", "wadmkd", "namobj", "kelurahan", "name")
_DISTRICT = ("kecamatan", "nama_kecamatan", "wadmkc")
_LONGEST = 200


def rows_of(features: Sequence[Feature], index: RegionIndex) -> list[Incoming]:
    """A row a feature, with `village_code` where it names a village of the list of regions."""
    rows = [_row(number, one, index) for number, one in enumerate(features, start=1)]
    list(unique(rows, "village_code"))
    return rows


def places_of(source: Source, rows: Sequence[Incoming], features: Sequence[Feature]) -> list[VillagePlace]:
    """What is still taken, thinned together so that neighbours keep one border."""
    taken = [(row, one.outline) for row, one in zip(rows, features, strict=True) if not row.kept]
    thin = simplified([outline for _row, outline in taken], METRES)
    return [_place(source, row, outline) for (row, _whole), outline in zip(taken, thin, strict=True)]


def _row(number: int, feature: Feature, index: RegionIndex) -> Incoming:
    told = {str(key).casefold(): value for key, value in feature.properties.items()}
    raw = {key: str(value)[:_LONGEST] for key, value in told.items()}
    code, name, district = (_first(told, names) for names in (_CODE, _NAME, _DISTRICT))
    within = index.find(district, level="district").place if district else None
    match = index.find(name, code=code, within=within.code if within else "")
    village = match.place if match.place and match.place.level == "village" else None
    row = Incoming(number, "", raw, {"village_code": village.code if village else ""})
    if match.note and village:
        row.notes.append(match.note)
    if feature.wrong:
        row.keep(feature.wrong)
    elif village is None:
        told_why = _("Desa ini tidak ditemukan dalam daftar wilayah. Isi atribut “kode” dengan kode desanya.")
        row.keep(match.problem or told_why)
    return row


def _first(told: Mapping[str, Any], names: Sequence[str]) -> str:
    return next((str(told[name]).strip() for name in names if told.get(name) not in (None, "")), "")


def _place(source: Source, row: Incoming, outline: Outline) -> VillagePlace:
    east, north = centre_of(outline)
    return VillagePlace(
        source=source,
        village_id=row.text("village_code"),
        latitude=Decimal(f"{north:.6f}"),
        longitude=Decimal(f"{east:.6f}"),
        outline=[
            [[[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in ring] for ring in polygon] for polygon in outline
        ],
    )
