"""Which chart suits a table: a rule, and a reason where none does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from selaras.engines.tabular.standard import read_standard
from selaras.sectoral.charting import Bars, Line, NoChart, chart_of
from selaras.sectoral.serving import open_file

YEAR: dict[str, Any] = {"name": "tahun", "type": "year"}
NAME: dict[str, Any] = {"name": "kecamatan"}
FIGURE: dict[str, Any] = {"name": "jiwa", "type": "integer"}


def chart(folder: Path, fields: list[dict[str, Any]], rows: list[tuple[Any, ...]], *key: str) -> Any:
    path = folder / "t.parquet"
    pl.DataFrame(rows, schema=[one["name"] for one in fields], orient="row").write_parquet(path)
    with open_file(path) as table:
        return chart_of(table, read_standard({"fields": fields, "primaryKey": list(key)}))


def test_one_figure_a_year_is_a_line_in_the_order_of_time(tmp_path: Path) -> None:
    found = chart(tmp_path, [YEAR, FIGURE], [(2020, 3), (2018, 1), (2019, None)], "tahun")
    assert isinstance(found, Line)
    assert [(name, [(point.at, point.value) for point in points]) for name, points in found.series] == [
        ("", [(2018, 1), (2019, None), (2020, 3)])
    ]


def test_up_to_six_names_are_lines_the_largest_first(tmp_path: Path) -> None:
    rows = [(year, name, year - 2000 + 100 * at) for year in (2018, 2019, 2020) for at, name in enumerate("abcdef")]
    found = chart(tmp_path, [YEAR, NAME, FIGURE], rows, "tahun", "kecamatan")
    assert isinstance(found, Line)
    assert [name for name, _points in found.series] == list("fedcba")


def test_more_names_are_bars_of_the_newest_time(tmp_path: Path) -> None:
    rows = [(year, f"k{at}", year + at) for year in (2018, 2019, 2020) for at in range(7)]
    found = chart(tmp_path, [YEAR, NAME, FIGURE], rows, "tahun", "kecamatan")
    assert isinstance(found, Bars)
    assert (found.at, found.of) == (2020, 7)
    assert [one.value for one in found.bars] == [2026, 2025, 2024, 2023, 2022, 2021, 2020]


def test_too_few_times_are_bars_too(tmp_path: Path) -> None:
    rows = [(year, name, year) for year in (2019, 2020) for name in "ab"]
    assert isinstance(chart(tmp_path, [YEAR, NAME, FIGURE], rows, "tahun", "kecamatan"), Bars)


def test_many_points_are_the_newest_ones(tmp_path: Path) -> None:
    found = chart(tmp_path, [YEAR, FIGURE], [(1000 + at, at) for at in range(500)], "tahun")
    assert isinstance(found, Line)
    points = found.series[0][1]
    assert (len(points), points[-1].value) == (120, 499)


def test_names_without_time_are_the_twenty_highest_bars(tmp_path: Path) -> None:
    found = chart(tmp_path, [NAME, FIGURE], [(f"k{at}", at) for at in range(25)], "kecamatan")
    assert isinstance(found, Bars)
    assert (len(found.bars), found.of, found.bars[0].value, found.bars[-1].value) == (20, 25, 24, 5)


def test_a_total_is_drawn_rather_than_its_parts_and_names_rather_than_codes(tmp_path: Path) -> None:
    code: dict[str, Any] = {
        "name": "kode",
        "sdi:codeSystem": {"name": "Kemendagri", "version": "2020", "names": "kecamatan"},
    }
    fields: list[dict[str, Any]] = [
        code,
        NAME,
        {"name": "laki", "type": "integer"},
        {"name": "Jumlah", "type": "integer"},
    ]
    found = chart(tmp_path, fields, [("1", "Ayah", 1, 3), ("2", "Puring", 2, 5)], "kode")
    assert isinstance(found, Bars)
    assert [(one.name, one.value) for one in found.bars] == [("Puring", 5), ("Ayah", 3)]


@pytest.mark.parametrize(
    ("fields", "rows", "key", "reason"),
    [
        ([NAME], [("a",), ("b",)], ("kecamatan",), "tidak punya kolom angka"),
        ([FIGURE], [(1,), (2,)], (), "tidak punya kolom waktu atau nama"),
        ([NAME, FIGURE], [("a", 1), ("a", 2)], (), "Ada beberapa baris untuk satu kecamatan"),
        ([NAME, FIGURE], [("a", 1)], ("kecamatan",), "terlalu pendek"),
        ([NAME, FIGURE], [("a", None), ("b", None)], ("kecamatan",), "terlalu pendek"),
        ([NAME, {"name": "jk"}, FIGURE], [("a", "l", 1)], ("kecamatan", "jk"), "sekaligus (kecamatan, jk)"),
        ([YEAR, FIGURE], [(2019, 1), (2020, 2)], ("tahun",), "Baru ada 2 titik waktu"),
        ([YEAR, FIGURE], [(2018, 1), (2019, 1), (2020, 2), (2020, 3)], (), "Ada beberapa baris untuk satu tahun"),
    ],
)
def test_where_no_chart_is_honest_the_reason_is_told(
    fields: list[dict[str, Any]], rows: list[tuple[Any, ...]], key: tuple[str, ...], reason: str, tmp_path: Path
) -> None:
    found = chart(tmp_path, fields, rows, *key)
    assert isinstance(found, NoChart)
    assert reason in found.reason
