"""One contestant of the validation benchmark in a process of its own: `python -m bench.validation_peers NAME FOLDER`.

Prints CPU seconds (imports not counted) and peak memory in MB; writes the faults it found as row, column and rule.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl

import bench
from bench.validation_sample import NAMES, STANDARD

Found = list[tuple[int, str, str]]


def selaras(folder: Path) -> Found:
    """The engine, as the command runs it."""
    from selaras.engines.tabular.standard import check_table, open_source, read_standard

    regions = pl.read_csv(folder / "wilayah.csv", infer_schema=False)
    with (folder / "kependudukan.csv").open("rb") as file:
        report = check_table(read_standard(STANDARD), open_source(file), {"wilayah": regions})
    return list(report.as_frame().select("row", "column", "rule").iter_rows())


def _conditions(codes: pl.Series) -> dict[tuple[str, str], pl.Expr]:
    """The rules of the standard as somebody who knows polars would write them."""
    found = {
        ("id", "required"): pl.col("id").is_null(),
        ("id", "type"): pl.col("id").is_not_null() & pl.col("id#").is_null(),
        ("id", "unique"): ~pl.col("id#").is_first_distinct(),
        ("kode_desa", "required"): pl.col("kode_desa").is_null(),
        ("kode_desa", "foreignKey"): ~pl.col("kode_desa").is_in(codes.implode()),
        ("petugas", "required"): pl.col("petugas").is_null(),
        ("petugas", "maxLength"): pl.col("petugas").str.len_chars() > 30,
        ("status", "enum"): ~pl.col("status").is_in(["tetap", "sementara", "final"]),
        ("tahun", "minimum"): pl.col("tahun#") < 2000,
        ("tahun", "maximum"): pl.col("tahun#") > 2030,
        ("luas", "minimum"): pl.col("luas#") < 0,
        ("luas", "maximum"): pl.col("luas#") > 5000,
    }
    found |= {(name, "minimum"): pl.col(f"{name}#") < 0 for name in ("laki", "perempuan", "jumlah")}
    typed = ("tahun", "tanggal", "laki", "perempuan", "jumlah", "luas")
    return found | {(name, "type"): pl.col(name).is_not_null() & pl.col(f"{name}#").is_null() for name in typed}


def _by_hand(folder: Path, engine: Any) -> Found:
    codes = pl.read_csv(folder / "wilayah.csv", infer_schema=False)["kode"]
    rows = pl.scan_csv(folder / "kependudukan.csv", infer_schema=False).with_row_index("row", offset=2)
    whole = ("id", "tahun", "laki", "perempuan", "jumlah")
    rows = rows.with_columns(
        *(pl.col(name).cast(pl.Int64, strict=False).alias(f"{name}#") for name in whole),
        pl.col("luas").cast(pl.Float64, strict=False).alias("luas#"),
        pl.col("tanggal").str.to_date("%Y-%m-%d", strict=False).alias("tanggal#"),
    )
    conditions = _conditions(codes)
    names = {f"{column}:{rule}": condition for (column, rule), condition in conditions.items()}
    rows = rows.with_columns(**names).filter(pl.any_horizontal(*names))
    broken = rows.select("row", *NAMES, *names).collect(engine=engine)
    found = broken.unpivot(list(names), index="row").filter(pl.col("value"))
    return [(row, *name.split(":")) for row, name in found.select("row", "variable").iter_rows()]


def duckdb_scan(folder: Path) -> Found:
    """No check at all: every cell read as a text and its length summed."""
    import duckdb

    columns = dict.fromkeys(NAMES, "VARCHAR")
    sums = ", ".join(f"sum(length({name}))" for name in NAMES)
    link = duckdb.connect()
    link.execute("SET threads = 2")
    link.execute(
        f"SELECT {sums} FROM read_csv(?, header = true, columns = ?, auto_detect = false)",  # noqa: S608
        [str(folder / "kependudukan.csv"), columns],
    ).fetchall()
    return []


_FRICTIONLESS = {
    "type-error": "type",
    "unique-error": "unique",
    "foreign-key": "foreignKey",
}


def frictionless(folder: Path) -> Found:
    """The same standard, its limit on errors lifted."""
    from frictionless import Checklist, Package, system

    system.trusted = True
    schema = {key: value for key, value in STANDARD.items() if key != "name"}
    regions = {"fields": [{"name": "kode", "type": "string"}, {"name": "nama", "type": "string"}]}
    resources = [
        {"name": "kependudukan", "path": "kependudukan.csv", "schema": schema},
        {"name": "wilayah", "path": "wilayah.csv", "schema": regions},
    ]
    package = Package.from_descriptor({"name": "kependudukan", "resources": resources}, basepath=str(folder))
    report = package.get_resource("kependudukan").validate(Checklist(), limit_errors=10_000_000)
    return [_told(error.to_dict()) for error in report.tasks[0].errors]


def _told(error: dict[str, Any]) -> tuple[int, str, str]:
    """Its error in the words of the standard."""
    column = error.get("fieldName") or error.get("fieldNames", [""])[0]
    if error["type"] == "constraint-error":
        return error["rowNumber"], column, error["note"].split('"')[1]
    return error["rowNumber"], column, _FRICTIONLESS[error["type"]]


CONTESTANTS: dict[str, Callable[[Path], Found]] = {
    "selaras": selaras,
    "polars by hand": lambda folder: _by_hand(folder, "in-memory"),
    "polars by hand, streaming": lambda folder: _by_hand(folder, "streaming"),
    "bare DuckDB scan": duckdb_scan,
    "frictionless": frictionless,
}


def main(name: str, folder: Path) -> None:
    """Run one contestant and write what it found beside the table."""
    for module in {"frictionless": "frictionless", "bare DuckDB scan": "duckdb"}.get(name, "polars"), "polars":
        __import__(module)
    if name == "selaras":
        import selaras.engines.tabular.standard  # noqa: F401
    with bench.spent() as spent:
        found = CONTESTANTS[name](folder)
    (folder / "found.json").write_text(json.dumps(found))
    print(json.dumps({"cpu": spent.cpu, "peak": bench.peak_mb()}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
