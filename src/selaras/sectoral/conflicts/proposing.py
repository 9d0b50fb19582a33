"""What a standard already tells of the measures of a dataset, for the person who fills them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selaras.engines.tabular.standard import Standard, StandardField, read_standard
from selaras.sectoral.conflicts.terms import plain
from selaras.sectoral.models import Dataset
from selaras.sectoral.queries import standard_in_force

_YEARS = frozenset({"tahun", "periode", "bulan", "triwulan", "semester", "tanggal"})
_REGIONS = ("kode", "wilayah", "kabupaten", "kecamatan", "desa")


@dataclass(frozen=True)
class Columns:
    """The columns of the standard in force, by what they may serve for."""

    all: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def columns_now(dataset: Dataset) -> Columns:
    found = _standard(dataset)
    if found is None:
        return Columns()
    numbers = tuple(one.name for one in found.fields if one.type in ("integer", "number"))
    return Columns(tuple(one.name for one in found.fields), numbers)


def proposed_measures(dataset: Dataset) -> list[dict[str, Any]]:
    """For each column of numbers what the standard says of it: indicator, unit, code system, period.

    Nothing is guessed of what it does not say, except which column holds regions and periods, by their names.
    """
    found = _standard(dataset)
    if found is None:
        return []
    region, period = _region(found), _period(found)
    told = {
        "region_column": region.name if region else "",
        "code_system": plain(str(region.code_system)) if region and region.code_system else "",
        "period_column": period.name if period else "",
    }
    used = {one.name for one in (region, period) if one}
    return [
        told | {"indicator": one.concept or one.label, "value_column": one.name, "unit": one.unit or dataset.unit}
        for one in found.fields
        if one.type in ("integer", "number") and one.name not in used
    ]


def _standard(dataset: Dataset) -> Standard | None:
    standing = standard_in_force(dataset)
    return read_standard(standing.package) if standing else None


def _region(standard: Standard) -> StandardField | None:
    by_system = (one for one in standard.fields if one.code_system)
    return next(by_system, next(_named(standard, _REGIONS), None))


def _period(standard: Standard) -> StandardField | None:
    by_type = (one for one in standard.fields if one.type in ("year", "yearmonth", "date"))
    return next(by_type, next((one for one in standard.fields if plain(one.name) in _YEARS), None))


def _named(standard: Standard, words: tuple[str, ...]) -> Iterator[StandardField]:
    return (one for word in words for one in standard.fields if word in plain(one.name))
