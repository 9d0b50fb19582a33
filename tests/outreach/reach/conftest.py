"""The villages of the sample region, as the ministry lists them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from selaras.government.models import Region


@pytest.fixture
def real_villages(db: None, shared_data: Path) -> None:
    Region.objects.create(code="33.05", name="Kebumen", level=Region.Level.REGENCY)
    with (shared_data / "wilayah" / "kebumen_desa.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    districts = {row["kode_kecamatan"]: row["kecamatan"] for row in rows}
    for level, parents, named in (
        (Region.Level.DISTRICT, 5, districts),
        (Region.Level.VILLAGE, 8, {row["kode"]: row["nama"] for row in rows}),
    ):
        Region.objects.bulk_create(
            Region(code=code, name=name, level=level, parent_id=code[:parents]) for code, name in named.items()
        )
