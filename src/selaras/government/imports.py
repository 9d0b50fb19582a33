"""Regions and agencies from files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from selaras.government.models import Agency, Duty, Region
from selaras.intake.rows import Incoming, still_taken, unique, within

_LEVELS = {1: Region.Level.PROVINCE, 2: Region.Level.REGENCY, 3: Region.Level.DISTRICT, 4: Region.Level.VILLAGE}
_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?")
_MAP_SIDE = 100  # squares along a side of the schematic map
_FIELD = re.compile(r"[0-9X]\.(?:[0-9]{2}|XX)")


def take_regions(rows: Sequence[Incoming]) -> None:
    """Regions by their code; one lies in the region that its code names, whichever of them comes first."""
    found: dict[str, Region] = {}
    for row in unique(rows, "code"):
        code = row.text("code")
        if _CODE.fullmatch(code):
            found[code] = _region(code, row)
        else:
            row.keep(f"Kode wilayah “{code}” tidak dikenal. Tulis misalnya 33.05.01 atau 33.05.01.2001.")
    known = Region.objects.in_bulk()
    for code, region in found.items():
        if region.latitude is None and code in known:  # a list without coordinates says nothing against them
            region.latitude, region.longitude = known[code].latitude, known[code].longitude
    _write(found.values())
    _find_parents({**known, **found})


def _region(code: str, row: Incoming) -> Region:
    level = _LEVELS[code.count(".") + 1]
    kind = ""
    if level == Region.Level.VILLAGE:
        kind = "kelurahan" if code[-4] == "1" else "desa"
    place = {key: row.values.get(key) for key in ("latitude", "longitude")}
    return Region(code=code, name=row.text("name", 120), level=level, kind=kind, **place)


def _write(regions: Iterable[Region]) -> None:
    Region.objects.bulk_create(
        regions,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "level", "kind", "latitude", "longitude"],
    )


def _find_parents(known: Mapping[str, Region]) -> None:
    """Put every region without a parent into the one that its code names, where that is known by now."""
    orphans = [region for region in Region.objects.filter(parent=None) if region.code.rpartition(".")[0] in known]
    for region in orphans:
        region.parent_id = region.code.rpartition(".")[0]
    Region.objects.bulk_update(orphans, ["parent"], batch_size=500)


def take_map(rows: Sequence[Incoming]) -> None:
    """The place of each district on the schematic map."""
    districts = {region.code: region for region in Region.objects.filter(level=Region.Level.DISTRICT)}
    changed = []
    for row in still_taken(rows):
        district = districts.get(row.text("district_code"))
        if district is None:
            row.keep(f"Kecamatan dengan kode “{row.text('district_code')}” belum ada dalam daftar wilayah.")
            continue
        place = [row.values[key] for key in ("column", "row")]
        if any(at != int(at) or not 0 <= at < _MAP_SIDE for at in place):
            row.keep(f"Kolom dan baris pada peta harus bilangan bulat dari 0 sampai {_MAP_SIDE - 1}.")
            continue
        district.column, district.row = map(int, place)
        changed.append(district)
    Region.objects.bulk_update(changed, ["column", "row"])


def take_agencies(region: Region, rows: Sequence[Incoming]) -> None:
    """Agencies and the fields of duty they hold; a file replaces the duties of the agencies it names."""
    taken = list(unique(within(rows, code=40), "code"))
    Agency.objects.bulk_create(
        (
            Agency(
                region=region,
                code=row.text("code"),
                name=row.text("name", 200),
                short_name=row.text("short_name", 60),
            )
            for row in taken
        ),
        update_conflicts=True,
        unique_fields=["region", "code"],
        update_fields=["name", "short_name"],
    )
    agencies = {agency.code: agency for agency in Agency.objects.filter(region=region)}
    Duty.objects.filter(agency__in=[agencies[row.text("code")] for row in taken]).delete()
    Duty.objects.bulk_create(
        Duty(agency=agencies[row.text("code")], field_code=field) for row in taken for field in _duties(row)
    )


def _duties(row: Incoming) -> list[str]:
    written = row.joined("duties")
    codes = sorted(set(_FIELD.findall(written)))
    if written and not codes:
        row.notes.append(f"Bidang urusan “{written}” tidak memuat kode, misalnya 2.16. Tulis kodenya.")
    return codes
