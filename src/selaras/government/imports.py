"""Regions and agencies from files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selaras.government.models import Agency, Duty, Region
from selaras.intake.rows import Incoming, still_taken, unique, within

_LEVELS = {1: Region.Level.PROVINCE, 2: Region.Level.REGENCY, 3: Region.Level.DISTRICT, 4: Region.Level.VILLAGE}
_MAP_SIDE = 100  # squares along a side of the schematic map
_FIELD = re.compile(r"[0-9X]\.(?:[0-9]{2}|XX)")


def take_regions(rows: Sequence[Incoming]) -> None:
    """Regions by their code; a list of villages that names its districts brings those too."""
    found: dict[str, Region] = {}
    for row in still_taken(rows):
        code = row.text("code")
        level = _LEVELS.get(code.count(".") + 1)
        if not re.fullmatch(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", code) or level is None:
            row.keep(f"Kode wilayah “{code}” tidak dikenal. Tulis misalnya 33.05.01 atau 33.05.01.2001.")
            continue
        if level == Region.Level.VILLAGE and row.text("district"):
            _add(found, code.rsplit(".", 1)[0], row.text("district", 120), Region.Level.DISTRICT)
        _add(found, code, row.text("name", 120), level, row)
    known = set(Region.objects.values_list("code", flat=True)) | set(found)
    for region in found.values():
        parent = region.code.rpartition(".")[0]
        region.parent_id = parent if parent in known else None
    _write(found.values())


def _add(found: dict[str, Region], code: str, name: str, level: str, row: Incoming | None = None) -> None:
    if row is None and code in found:
        return
    kind = ""
    if level == Region.Level.VILLAGE:
        kind = "kelurahan" if code[-4] == "1" else "desa"
    region = Region(code=code, name=name, level=level, kind=kind)
    if row is not None:
        region.latitude, region.longitude = row.values.get("latitude"), row.values.get("longitude")
    found[code] = region


def _write(regions: Iterable[Region]) -> None:
    ordered = sorted(regions, key=lambda region: region.code)
    for level in _LEVELS.values():  # parents before children
        Region.objects.bulk_create(
            [region for region in ordered if region.level == level],
            batch_size=500,
            update_conflicts=True,
            unique_fields=["code"],
            update_fields=["name", "level", "kind", "parent", "latitude", "longitude"],
        )


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
        Duty(agency=agencies[row.text("code")], field_code=field)
        for row in taken
        for field in sorted(set(_FIELD.findall(row.joined("duties"))))
    )
