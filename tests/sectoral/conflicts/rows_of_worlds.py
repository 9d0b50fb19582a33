"""Worlds of figures (see tests.engines.conflicts.worlds) written as the tables of agencies, for the room's own path."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl
from django.utils import timezone

from selaras.engines.conflicts import Figure
from selaras.government.models import Agency, Region
from selaras.people.models import Account
from selaras.sectoral.actions.measuring import Measured, set_measure
from selaras.sectoral.files import keep
from selaras.sectoral.models import Check, Dataset, Standard, Version
from tests.sectoral.conflicts.two_agencies import steward

Column = tuple[str, tuple[tuple[str, str], ...], str]


def table_of(agency: Agency, figures: Sequence[Figure], suffix: str = "") -> dict[tuple[str, int], Figure]:
    """One dataset of the agency with a column for each indicator, part and unit, kept as its check would keep it.

    Each figure stands in a row of its own; which one stands where is returned by column and row. `suffix` is added to
    the indicators, so that many worlds may lie side by side.
    """
    columns: dict[Column, str] = {}
    places: dict[tuple[str, int], Figure] = {}
    for row, figure in enumerate(figures, 1):
        name = columns.setdefault((figure.indicator, figure.breakdown, figure.unit), f"kolom_{len(columns) + 1}")
        places[name, row] = figure
    told: dict[str, Any] = {
        "kode": [figure.region for figure in figures],
        "tahun": [figure.period for figure in figures],
    }
    for column, name in columns.items():
        values = [one.value if (one.indicator, one.breakdown, one.unit) == column else None for one in figures]
        whole = all(isinstance(value, int) for value in values if value is not None)
        told[name] = pl.Series(values if whole else [None if one is None else float(one) for one in values])
    dataset = _kept(agency, pl.DataFrame(told), steward())
    for (indicator, breakdown, unit), name in columns.items():
        said = _measured(f"{indicator}{suffix}", name, unit, breakdown, figures[0].code_system)
        set_measure(dataset, said, actor=steward())
    return places


def _measured(indicator: str, column: str, unit: str, breakdown: tuple[tuple[str, str], ...], system: str) -> Measured:
    common: dict[str, Any] = {"unit": unit, "period_column": "tahun", "regions_add_up": True}
    if breakdown:
        ((dimension, member),) = breakdown
        common |= {"dimension": dimension, "member": member}
    elif indicator.startswith("penduduk"):
        common |= {"dimension": "jenis kelamin", "members": ("L", "P")}
    return Measured(indicator, column, "kode", system, **common)


def _kept(agency: Agency, table: pl.DataFrame, by: Account) -> Dataset:
    """Dataset, standard, version and check as the upload and its check leave them, without reading a file anew."""
    now = timezone.now()
    told = {"title": agency.name, "summary": "-", "frequency": "yearly", "concept": "-", "definition": "-"}
    code = f"contoh-{agency.pk}"
    dataset = Dataset.objects.create(code=code, agency=agency, contact_unit="-", described_at=now, **told)
    numbers = [{"name": name, "type": "number"} for name in table.columns[2:]]
    fields = [{"name": "kode"}, {"name": "tahun"}, *numbers]
    package = {"resources": [{"name": "data", "schema": {"fields": fields}}]}
    standard = Standard.objects.create(dataset=dataset, number=1, package=package, digest=code, set_by=by, set_at=now)
    table.write_parquet(content := io.BytesIO())
    kept = keep(content, ".parquet")
    version = Version.objects.create(
        dataset=dataset, number=1, name="contoh.csv", file=kept.name, digest=kept.digest, size=kept.size,
        received_by=by, received_at=now,
    )  # fmt: skip
    check = Check.objects.create(
        version=version, standard=standard, state="done", asked_by=by, asked_at=now, moved_at=now, rows=table.height,
        table=kept.name, table_digest=kept.digest,
    )  # fmt: skip
    version.state, version.check_in_force = "checked", check
    version.save()
    return dataset


def regions(children: dict[str, Iterable[str]]) -> None:
    """By the code of the region above; all as regencies of a country, since only what lies in what counts here."""
    names: dict[str, str] = defaultdict(str)
    for parent, codes in children.items():
        names[parent] = names[parent] or parent
        names |= {code: code for code in codes}
    Region.objects.bulk_create(Region(code=code, name=name, level="regency") for code, name in names.items())
    for parent, codes in children.items():
        Region.objects.filter(code__in=list(codes)).update(parent=parent)


def agency(name: str, region: str) -> Agency:
    return Agency.objects.create(region_id=region, code=name, name=name)
