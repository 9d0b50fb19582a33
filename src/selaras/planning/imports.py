"""The catalogue, its crosswalk, priorities, ceilings, strategic targets and the draft work plan from files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from selaras.government.models import Agency, Region
from selaras.government.queries import AgencyFinder
from selaras.intake.rows import Incoming, still_taken, unique, within
from selaras.planning.crosswalk import translate
from selaras.planning.models import (
    Catalogue,
    CatalogueEntry,
    Ceiling,
    Crosswalk,
    Cycle,
    RegionalPriority,
    StrategicTarget,
    WorkPlanItem,
)

_LEVELS = {
    1: CatalogueEntry.Level.AFFAIR,
    2: CatalogueEntry.Level.FIELD,
    3: CatalogueEntry.Level.PROGRAMME,
    5: CatalogueEntry.Level.ACTIVITY,
    6: CatalogueEntry.Level.SUBACTIVITY,
}
_ABOVE = (("field_code", "field_name"), ("programme_code", "programme_name"), ("activity_code", "activity_name"))
_COUNTED = re.compile(r"[0-9]{1,4}")
_CODES = re.compile(r"[0-9X]\.(?:[0-9]{2}|XX)(?:\.[0-9]{2})?")


def take_catalogue(catalogue: Catalogue, rows: Sequence[Incoming]) -> None:
    """The entries of one version. A wide sheet that names the levels above each subactivity brings those too."""
    entries: dict[str, CatalogueEntry] = {}
    for row in within(rows, code=20, field_code=20, programme_code=20, activity_code=20):
        code = row.text("code")
        level = _LEVELS.get(code.count(".") + 1)
        if level is None:
            row.keep(f"Kode “{code}” bukan kode nomenklatur. Tulis misalnya 2.16.02.2.01.0017.")
            continue
        for above, key in _ABOVE:
            if row.text(above) and row.text(key):
                _entry(entries, catalogue, row.text(above), row.line(key, 600))
        entry = _entry(entries, catalogue, code, row.line("name", 600))
        entry.performance, entry.indicator = row.line("performance"), row.line("indicator")
        entry.unit, entry.definition = row.line("unit", 120), row.text("definition")
    CatalogueEntry.objects.bulk_create(
        entries.values(),
        batch_size=500,
        update_conflicts=True,
        unique_fields=["catalogue", "code"],
        update_fields=["level", "name", "performance", "indicator", "unit", "definition"],
    )


def _entry(entries: dict[str, CatalogueEntry], catalogue: Catalogue, code: str, name: str) -> CatalogueEntry:
    level = _LEVELS.get(code.count(".") + 1, CatalogueEntry.Level.SUBACTIVITY)
    return entries.setdefault(code, CatalogueEntry(catalogue=catalogue, code=code, level=level, name=name))


def take_crosswalk(rows: Sequence[Incoming]) -> None:
    """What became of each code between two versions of the catalogue."""
    for row in still_taken(rows):
        if not (row.text("old_version") and row.text("new_version")):
            row.keep("Versi katalog belum diisi. Isi versi lama dan versi baru.")
    fitting = within(rows, old_version=80, old_code=20, new_version=80, new_code=20)
    taken = list(unique(fitting, "old_version", "old_code", "new_version", "new_code"))
    versions = {row.text(key) for row in taken for key in ("old_version", "new_version")}
    catalogues = {version: Catalogue.objects.get_or_create(version=version)[0] for version in sorted(versions)}
    Crosswalk.objects.bulk_create(
        (
            Crosswalk(
                old=catalogues[row.text("old_version")],
                old_code=row.text("old_code"),
                new=catalogues[row.text("new_version")],
                new_code=row.text("new_code"),
                relation=row.text("relation") or Crosswalk.Relation.SAME,
            )
            for row in taken
        ),
        update_conflicts=True,
        unique_fields=["old", "old_code", "new", "new_code"],
        update_fields=["relation"],
    )


def take_priorities(cycle: Cycle, catalogue: Catalogue | None, rows: Sequence[Incoming]) -> None:
    translate(rows, "codes", catalogue)
    for row in still_taken(rows):
        if not _COUNTED.fullmatch(row.text("number")):
            row.keep("Nomor prioritas belum diisi dengan bilangan. Tulis misalnya 1.")
    RegionalPriority.objects.bulk_create(
        (
            RegionalPriority(
                cycle=cycle,
                number=int(row.text("number")),
                name=row.text("name", 300),
                goal=row.text("goal", 400),
                codes=_CODES.findall(row.joined("codes")),
            )
            for row in unique(rows, "number")
        ),
        update_conflicts=True,
        unique_fields=["cycle", "number"],
        update_fields=["name", "goal", "codes"],
    )


def take_ceilings(cycle: Cycle, agencies: AgencyFinder, catalogue: Catalogue | None, rows: Sequence[Incoming]) -> None:
    """A file replaces the ceilings of the kinds it holds: one left out of a newer file no longer holds."""
    translate(rows, "programme", catalogue)
    districts = {region.code: region for region in Region.objects.filter(level=Region.Level.DISTRICT)}
    named = {region.name.lower(): region for region in districts.values()}
    ceilings: dict[tuple[Any, ...], Ceiling] = {}
    first: dict[tuple[Any, ...], int] = {}
    for row in within(rows, programme=20, source_of_funds=80):
        agency = _agency(row, agencies)
        district = districts.get(row.text("district_code")) or named.get(row.text("district").lower())
        kind = row.text("kind") or _kind_of(row)
        if _incomplete(row, kind, agency, district):
            continue
        ceiling = _drawn(cycle, row, kind, agency, district)
        covers = (kind, ceiling.agency_id, ceiling.programme, ceiling.district_id, ceiling.source_of_funds)
        if covers in first:
            row.keep(f"Pagu untuk hal yang sama sudah ada pada baris {first[covers]}; baris itu yang dipakai.")
            continue
        ceilings[covers], first[covers] = ceiling, row.number
    Ceiling.objects.filter(cycle=cycle, kind__in={covers[0] for covers in ceilings}).delete()
    Ceiling.objects.bulk_create(ceilings.values())


def _drawn(cycle: Cycle, row: Incoming, kind: str, agency: Agency | None, district: Region | None) -> Ceiling:
    """The ceiling of a row, with what its kind needs and nothing else."""
    return Ceiling(
        cycle=cycle,
        kind=kind,
        agency=agency if kind in (Ceiling.Kind.AGENCY, Ceiling.Kind.PROGRAMME) else None,
        programme=row.text("programme") if kind == Ceiling.Kind.PROGRAMME else "",
        district=district if kind == Ceiling.Kind.DISTRICT else None,
        source_of_funds=row.text("source_of_funds") if kind == Ceiling.Kind.SOURCE else "",
        amount=_whole(row.values["amount"]),
        minimum=_whole(row.values.get("minimum") or 0),
    )


def _kind_of(row: Incoming) -> str:
    """By what the row names, known or not: a ceiling of an unknown agency must not become one of the whole region."""
    if row.text("programme"):
        return Ceiling.Kind.PROGRAMME
    if row.text("agency") or row.text("agency_code"):
        return Ceiling.Kind.AGENCY
    if row.text("district") or row.text("district_code"):
        return Ceiling.Kind.DISTRICT
    return Ceiling.Kind.SOURCE if row.text("source_of_funds") else Ceiling.Kind.TOTAL


def _incomplete(row: Incoming, kind: str, agency: Agency | None, district: Region | None) -> bool:
    """Keeps a row that does not say what it covers."""
    if kind in (Ceiling.Kind.AGENCY, Ceiling.Kind.PROGRAMME) and agency is None:
        row.keep(f"Perangkat daerah “{row.text('agency') or row.text('agency_code')}” belum ada dalam daftar.")
    elif kind == Ceiling.Kind.DISTRICT and district is None:
        row.keep(f"Kecamatan “{row.text('district') or row.text('district_code')}” belum ada dalam daftar wilayah.")
    elif kind == Ceiling.Kind.PROGRAMME and not row.text("programme"):
        row.keep("Kode program belum diisi, jadi pagu ini belum jelas untuk apa.")
    elif kind == Ceiling.Kind.SOURCE and not row.text("source_of_funds"):
        row.keep("Sumber dana belum diisi, jadi pagu ini belum jelas untuk apa.")
    elif (row.values.get("minimum") or 0) > row.values["amount"]:
        row.keep("Jumlah minimal lebih besar daripada pagunya. Periksa kedua angka itu.")
    return row.kept


def take_strategic_targets(
    cycle: Cycle, agencies: AgencyFinder, catalogue: Catalogue | None, rows: Sequence[Incoming]
) -> None:
    """A row an indicator with a column a year, or a row an indicator and year."""
    translate(rows, "code", catalogue)
    targets = []
    for row in unique(within(rows, code=20, indicator=400), "agency_code", "agency", "code", "indicator", "year"):
        agency = _agency_or_keep(row, agencies)
        if agency is None:
            continue
        targets += [
            StrategicTarget(
                cycle=cycle,
                agency=agency,
                code=row.text("code"),
                indicator=row.text("indicator"),
                unit=row.text("unit", 80),
                baseline=row.values.get("baseline"),
                year=year,
                target=target,
            )
            for year, target in _by_year(row)
        ]
    StrategicTarget.objects.bulk_create(
        targets,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["cycle", "agency", "code", "indicator", "year"],
        update_fields=["unit", "baseline", "target"],
    )


def _by_year(row: Incoming) -> list[tuple[int, Any]]:
    """The targets of a row; a row with a target but without its year is kept back."""
    targets = dict(row.values.get("targets") or {})
    if not targets and row.values.get("target") is not None:
        if row.values.get("year") is None:
            row.keep("Tahun dari target ini belum diisi. Tambahkan kolom tahun.")
        else:
            targets[int(row.values["year"])] = row.values["target"]
    return sorted(targets.items())


def take_work_plan(cycle: Cycle, agencies: AgencyFinder, catalogue: Catalogue | None, rows: Sequence[Incoming]) -> None:
    """The draft work plan, a line known by its number, or where it has none by its place in the file."""
    translate(rows, "code", catalogue)
    regions = {region.code: region for region in Region.objects.all()}
    items: dict[str, WorkPlanItem] = {}
    for row in within(rows, number=80, code=20):
        agency = _agency_or_keep(row, agencies)
        if agency is None:
            continue
        key = row.text("number") or f"R-{row.number:05}"
        if key in items:
            row.keep(f"Nomor “{key}” dipakai dua kali. Beri setiap baris Renja nomor sendiri.")
            continue
        items[key] = WorkPlanItem(cycle=cycle, key=key, agency=agency, **_planned(row, regions))
    fields = [field.name for field in WorkPlanItem._meta.concrete_fields if field.name not in ("id", "cycle", "key")]
    WorkPlanItem.objects.bulk_create(
        items.values(), batch_size=500, update_conflicts=True, unique_fields=["cycle", "key"], update_fields=fields
    )


def _planned(row: Incoming, regions: dict[str, Region]) -> dict[str, Any]:
    value = row.values.get
    return {
        "code": row.text("code"),
        "name": row.text("title", 600) or row.text("subactivity", 600) or row.text("code"),
        "indicator": row.text("indicator", 400),
        "unit": row.text("unit", 80),
        "baseline": value("baseline"),
        "target": value("target"),
        "location": row.text("location", 255),
        "region": regions.get(row.text("region_code")),
        "cost": _whole(value("cost") or 0),
        "source_of_funds": row.text("source_of_funds", 80),
        "forward_target": value("forward_target"),
        "forward_cost": None if value("forward_cost") is None else _whole(value("forward_cost")),
        "must_fund": bool(value("must_fund")),
        "note": row.text("note"),
    }


def _agency(row: Incoming, agencies: AgencyFinder) -> Agency | None:
    return agencies.find(row.text("agency_code")) or agencies.find(row.text("agency"))


def _agency_or_keep(row: Incoming, agencies: AgencyFinder) -> Agency | None:
    agency = _agency(row, agencies)
    if agency is None:
        named = row.text("agency") or row.text("agency_code")
        row.keep(f"Perangkat daerah “{named}” belum ada dalam daftar perangkat daerah. Perbaiki namanya.")
    return agency


def _whole(value: Any) -> int:
    return int(value)
