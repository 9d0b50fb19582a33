"""A table of 2,000,000 rows and ten columns with known faults, and the standard it should keep."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

ROWS, REGIONS, SHARE = 2_000_000, 91_599, 0.01
_STATUSES = ("tetap", "sementara", "final")
STANDARD: dict[str, Any] = {
    "name": "kependudukan",
    "fieldsMatch": "equal",
    "fields": [
        {"name": "id", "type": "integer", "constraints": {"required": True, "unique": True}},
        {"name": "kode_desa", "type": "string", "constraints": {"required": True}},
        {"name": "tahun", "type": "integer", "constraints": {"minimum": 2000, "maximum": 2030}},
        {"name": "tanggal", "type": "date"},
        {"name": "laki", "type": "integer", "constraints": {"minimum": 0}},
        {"name": "perempuan", "type": "integer", "constraints": {"minimum": 0}},
        {"name": "jumlah", "type": "integer", "constraints": {"minimum": 0}},
        {"name": "luas", "type": "number", "decimalChar": ".", "constraints": {"minimum": 0, "maximum": 5000}},
        {"name": "status", "type": "string", "constraints": {"enum": list(_STATUSES)}},
        {"name": "petugas", "type": "string", "constraints": {"required": True, "maxLength": 30}},
    ],
    "foreignKeys": [{"fields": ["kode_desa"], "reference": {"resource": "wilayah", "fields": ["kode"]}}],
}
NAMES = tuple(field["name"] for field in STANDARD["fields"])
# Column, what is written there, and the rule it breaks.
_DAMAGES = (
    ("laki", "-5", "minimum"),
    ("perempuan", "dua puluh", "type"),
    ("tahun", "1899", "minimum"),
    ("tahun", "2199", "maximum"),
    ("luas", "99999.5", "maximum"),
    ("luas", "luas sekali", "type"),
    ("tanggal", "2020-13-01", "type"),
    ("status", "entah", "enum"),
    ("kode_desa", "99.99.99.9999", "foreignKey"),
    ("petugas", "", "required"),
    ("petugas", "nama yang jauh lebih panjang daripada tiga puluh huruf", "maxLength"),
)


@dataclass(frozen=True)
class Sample:
    """`truth`: line, column and rule of every fault made."""

    path: Path
    regions: Path
    truth: frozenset[tuple[int, str, str]]

    def reference(self) -> pl.DataFrame:
        return pl.read_csv(self.regions, infer_schema=False)


def write_sample(folder: Path, rows: int = ROWS) -> Sample:
    """Write table and regions, the same for the same number of rows; each broken row has one fault."""
    draw = np.random.default_rng(2020)
    codes = [
        f"{n // 10_000 % 90 + 11:02}.{n // 400 % 25 + 1:02}.{n // 20 % 20 + 1:02}.{2001 + n % 20}"
        for n in range(90_000)
    ]
    codes += [f"{n % 90 + 11:02}.{n // 90 + 31:02}.01.{2001}" for n in range(REGIONS - len(codes))]
    codes = list(dict.fromkeys(codes))
    regions = folder / "wilayah.csv"
    pl.DataFrame({"kode": codes, "nama": [f"Desa {n}" for n in range(len(codes))]}).write_csv(regions)
    frame = _clean(draw, rows, codes)
    frame, truth = _broken(draw, frame)
    path = folder / "kependudukan.csv"
    frame.write_csv(path, quote_style="never")
    (folder / "standar.json").write_text(json.dumps(STANDARD))
    (folder / "truth.json").write_text(json.dumps(sorted(truth)))
    return read_sample(folder)


def read_sample(folder: Path) -> Sample:
    """The sample that stands in a folder."""
    truth = frozenset((row, column, rule) for row, column, rule in json.loads((folder / "truth.json").read_text()))
    return Sample(folder / "kependudukan.csv", folder / "wilayah.csv", truth)


def _clean(draw: np.random.Generator, rows: int, codes: list[str]) -> pl.DataFrame:
    men, women = draw.integers(0, 5_000, rows), draw.integers(0, 5_000, rows)
    days = draw.integers(0, 5_000, rows)
    frame = pl.DataFrame(
        {
            "id": np.arange(1, rows + 1),
            "kode_desa": pl.Series(codes).gather(draw.integers(0, len(codes), rows)),
            "tahun": draw.integers(2010, 2026, rows),
            "tanggal": pl.Series(np.datetime64("2010-01-01") + days),
            "laki": men,
            "perempuan": women,
            "jumlah": men + women,
            "luas": draw.integers(0, 500_000, rows) / 100,
            "status": pl.Series(_STATUSES).gather(draw.integers(0, 3, rows)),
            "petugas": pl.Series([f"Petugas {n:04}" for n in range(3_000)]).gather(draw.integers(0, 3_000, rows)),
        }
    )
    return frame.select(pl.all().cast(pl.String))


def _broken(draw: np.random.Generator, frame: pl.DataFrame) -> tuple[pl.DataFrame, set[tuple[int, str, str]]]:
    chosen = np.sort(draw.choice(np.arange(1, frame.height), int(frame.height * SHARE), replace=False))
    columns = {name: frame[name] for name in frame.columns}
    truth: set[tuple[int, str, str]] = set()
    kinds = len(_DAMAGES) + 1
    for kind, (name, written, rule) in enumerate(_DAMAGES):
        places = chosen[kind::kinds]
        columns[name] = columns[name].scatter(places, [written] * len(places))
        truth |= {(int(place) + 2, name, rule) for place in places}
    places = chosen[kinds - 1 :: kinds]  # the same identity as the row before
    columns["id"] = columns["id"].scatter(places, columns["id"].gather(places - 1))
    truth |= {(int(place) + 2, "id", "unique") for place in places}
    return pl.DataFrame(columns), truth


if __name__ == "__main__":
    write_sample(Path(sys.argv[1]))
