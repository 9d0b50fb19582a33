"""The indicator check finds what was planted in the draft work plan, and hardly anything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from decimal import Decimal

import pytest

from selaras.engines.indicators import CatalogueEntry, Kind, PlanItem, StrategicTarget, check

Table = list[dict[str, str]]
Read = Callable[[str], Table]
PLANTED = {
    "satuan kosong": Kind.NO_UNIT,
    "kondisi awal kosong": Kind.NO_BASELINE,
    "indikator kabur": Kind.VAGUE_WORDING,
    "target tidak sesuai Renstra": Kind.OFF_STRATEGIC_PATH,
    "biaya satuan janggal": Kind.UNIT_COST,
    "di luar tugas dan fungsi": Kind.OUTSIDE_DUTY,
}


@pytest.fixture(scope="module")
def found(table: Read) -> dict[str, set[Kind]]:
    findings = check(
        [_item(row) for row in table("renja.csv")],
        catalogue=[
            CatalogueEntry(row["kode"], row["nomenklatur"], row["indikator"], row["satuan"])
            for row in table("katalog.csv")
            if row["tingkat"] == "sub kegiatan"
        ],
        strategic_targets=[_target(row) for row in table("renstra.csv")],
        duties={r["kode perangkat daerah"]: r["bidang urusan"].split("; ") for r in table("perangkat-daerah.csv")},
        year=2021,
    )
    by_item: dict[str, set[Kind]] = defaultdict(set)
    for finding in findings:
        by_item[finding.item].add(finding.kind)
    return by_item


def test_every_planted_fault_is_found(table: Read, found: dict[str, set[Kind]]) -> None:
    missed = [
        row for row in table("kunci-renja.csv") if row["cacat"] and PLANTED[row["cacat"]] not in found[row["nomor"]]
    ]
    assert missed == []


def test_hardly_anything_else_is_blamed(table: Read, found: dict[str, set[Kind]]) -> None:
    faulty = {row["nomor"] for row in table("kunci-renja.csv") if row["cacat"]}
    assert len([item for item, kinds in found.items() if kinds and item not in faulty]) <= 3


def _item(row: dict[str, str]) -> PlanItem:
    return PlanItem(
        id=row["nomor"],
        agency=row["kode perangkat daerah"],
        code=row["kode sub kegiatan"],
        name=row["sub kegiatan"],
        indicator=row["indikator"],
        unit=row["satuan"],
        baseline=row["kondisi awal"],
        target=row["target 2021"],
        location=row["lokasi"],
        cost=int(row["pagu indikatif"]),
        source_of_funds=row["sumber dana"],
        forward_target=row["target prakiraan maju"],
        forward_cost=int(row["pagu prakiraan maju"]),
    )


def _target(row: dict[str, str]) -> StrategicTarget:
    figures = {year: Decimal(row[f"target {year}"].replace(",", ".")) for year in range(2021, 2027)}
    start = Decimal(row["kondisi awal 2020"].replace(",", "."))
    return StrategicTarget(
        row["kode perangkat daerah"], row["indikator"], figures, row["satuan"], row["kode"], baseline=start
    )
