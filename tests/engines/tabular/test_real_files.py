"""Real files of real offices are read whole: the proposals, the official catalogue, tables with known defects."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engines.tabular import Place, RegionIndex, TabularError, check, read_table, read_tables

pytestmark = pytest.mark.shared_data


@pytest.mark.parametrize(
    ("file", "rows"), [("kulonprogo_usulan_2024.csv", 298), ("kulonprogo_permasalahan_2024.csv", 60)]
)
def test_no_real_proposal_is_lost(shared_data: Path, file: str, rows: int) -> None:
    result = check((shared_data / "usulan" / file).read_bytes(), file, "proposals")
    assert (result.read, result.taken, result.kept) == (rows, rows, 0)
    assert all(row.values["title"] and row.values["village"] for row in result.rows)


def test_the_range_of_costs_beside_one_another(shared_data: Path) -> None:
    name = "kulonprogo_permasalahan_2024.csv"
    first = check((shared_data / "usulan" / name).read_bytes(), name, "proposals").rows[0]
    assert (first.values["cost_low"], first.values["cost"]) == (5_000, 115_000)
    assert len(first.notes) == 1


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("nomenklatur_900_1317_kabkota.csv", 4367),
        ("sub_kegiatan_kabkota_2027.csv", 3550),
        ("sub_kegiatan_pemutakhiran_2027.csv.gz", 7581),
    ],
)
def test_the_official_catalogue_is_taken_in_every_shape(shared_data: Path, file: str, rows: int) -> None:
    result = check((shared_data / "nomenklatur" / file).read_bytes(), file, "catalogue")
    assert (result.read, result.taken) == (rows, rows)


def test_all_regions_of_the_country_make_an_index(shared_data: Path) -> None:
    table = read_table((shared_data / "wilayah" / "wilayah_nasional_kepmendagri_2025.csv.gz").read_bytes())
    index = RegionIndex(Place(str(row.cells[0]), str(row.cells[1])) for row in table.rows)
    assert len(index) == 91_599
    assert index.find("Karangdwur", within="33.05.01").place == index.by_code["33.05.01.2002"]


@pytest.mark.parametrize(
    ("file", "rows", "header_row"),
    [
        ("id/jakarta/DATA-DKI-MENURUT-NOMOR-KODE-WILAYAH-TAHUN-2014.csv", 267, 1),
        ("id/jakarta/Penduduk-Yang-Bekerja-Lapangan-Pekerjaan-2013.csv", 18, 1),
        ("id/jakarta/data-bencana-kecelakaan-transportasi-2011-2014.csv", 59, 1),
        ("id/jakarta/routes.csv", 563, None),
        ("id/bps/Persentase Penduduk Miskin di Indonesia.csv", 228, 1),
        ("frictionless/issue-320.xlsx", 46, 10),
        ("csvlint/title-row.csv", 2, 2),
    ],
)
def test_known_defects_are_seen_through(shared_data: Path, file: str, rows: int, header_row: int | None) -> None:
    table = read_table((shared_data / "tabular" / file).read_bytes(), file)
    assert len(table.rows) == rows
    assert table.facts.header_rows[:1] == (() if header_row is None else (header_row,))


def test_every_table_is_read_whole_or_refused_with_a_sentence(shared_data: Path) -> None:
    files = [path for path in sorted(shared_data.rglob("*")) if path.suffix in (".csv", ".xlsx", ".xls", ".gz")]
    assert len(files) > 100
    refused = []
    for path in files:
        try:
            tables = read_tables(path.read_bytes(), path.name)
        except TabularError as problem:
            refused.append((path.name, str(problem)))
            continue
        for table in tables:
            numbers = {row.number for row in table.in_file_order()}
            assert len(numbers) == table.row_count, path.name
    assert all(sentence.endswith(".") for _, sentence in refused)
    assert len(refused) < 5, refused
