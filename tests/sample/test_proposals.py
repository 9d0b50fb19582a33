"""The proposals are many, varied and marked, and the key tells the truth about each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from selaras.sample.facts import activities, catalogue, districts

FILES = ("usulan-desa.csv", "usulan-kecamatan.csv", "usulan-forum.csv")
EXAMPLE = Path(__file__).parents[2] / "examples" / "kebumen-2021"
Read = Callable[[str], list[dict[str, str]]]


@pytest.fixture(scope="module")
def proposals(table: Read) -> list[dict[str, str]]:
    return [row for name in FILES for row in table(name)]


@pytest.fixture(scope="module")
def key(table: Read) -> dict[str, dict[str, str]]:
    return {row["nomor usulan"]: row for row in table("kunci.csv")}


def test_there_are_about_4600_with_numbers_of_their_own(
    proposals: list[dict[str, str]], key: dict[str, object]
) -> None:
    numbers = [p["nomor usulan"] for p in proposals]
    assert len(key) == 4560
    assert len(set(numbers)) == len(numbers) == 4360
    assert set(numbers) < set(key)


def test_each_is_marked_synthetic(proposals: list[dict[str, str]]) -> None:
    assert {p["keterangan"] for p in proposals} == {"data sintetis"}
    assert all(p["nomor usulan"].startswith("SIN-") for p in proposals)


def test_every_village_sends_some(key: dict[str, dict[str, str]]) -> None:
    sent = Counter(row["kode desa"] for number, row in key.items() if number.startswith("SIN-D"))
    assert len(sent) == 460
    assert set(sent.values()) == {8, 9}


def test_they_cover_many_kinds_and_every_field_a_village_asks_for(key: dict[str, dict[str, str]]) -> None:
    assert len(activities()) >= 80
    assert len({row["kode katalog"] for row in key.values()}) >= 80
    assert len({row["bidang urusan"] for row in key.values()}) >= 20


def test_the_key_names_subactivities_or_says_who_else_has_the_authority(key: dict[str, dict[str, str]]) -> None:
    codes = {e.code for e in catalogue() if e.level == "sub kegiatan"}
    for row in key.values():
        assert (row["kode katalog"] in codes) == (row["kewenangan"] == "kabupaten")
        assert ("di luar kewenangan" in row["cacat"]) == (row["kewenangan"] != "kabupaten")


def test_duplicates_say_the_same_in_the_same_village(key: dict[str, dict[str, str]]) -> None:
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in key.values():
        if row["kelompok ganda"]:
            groups[row["kelompok ganda"]].append(row)
    assert len(groups) > 300
    for rows in groups.values():
        assert len(rows) > 1
        assert len({(r["kode desa"], r["kode katalog"]) for r in rows}) == 1
    assert any(len({r["nomor usulan"][:5] for r in rows}) > 1 for rows in groups.values())


@pytest.mark.parametrize(
    ("fault", "least"),
    [
        ("biaya kosong", 80),
        ("volume kosong", 80),
        ("satuan di kolom volume", 80),
        ("nama desa salah tulis", 80),
        ("perangkat daerah keliru", 80),
        ("di luar kewenangan", 40),
        ("data pribadi", 15),
    ],
)
def test_faults_are_planted(key: dict[str, dict[str, str]], fault: str, least: int) -> None:
    assert sum(fault in row["cacat"] for row in key.values()) >= least


def test_where_no_fault_is_noted_the_row_says_what_the_key_says(
    proposals: list[dict[str, str]], key: dict[str, dict[str, str]]
) -> None:
    names = {v.code: v.name for d in districts() for v in d.villages}
    for row in proposals:
        truth = key[row["nomor usulan"]]
        faults = truth["cacat"]
        if "biaya" not in faults and row["perkiraan biaya"].isdigit():
            assert row["perkiraan biaya"] == truth["biaya"]
        if "volume" not in faults:
            assert row["volume"].replace(".", "") == truth["volume"]
        if "nama desa" not in faults:
            assert row["desa/kelurahan"] == names[truth["kode desa"]]
            assert row["kode desa"] in ("", truth["kode desa"])


def test_costs_come_in_many_forms(proposals: list[dict[str, str]]) -> None:
    forms = Counter(re.sub(r"\d+", "0", p["perkiraan biaya"]) for p in proposals)
    assert len(forms) >= 12
    assert forms["0"] > len(proposals) / 2


def test_private_data_is_invented_and_looks_real(
    proposals: list[dict[str, str]], key: dict[str, dict[str, str]]
) -> None:
    for row in proposals:
        if "data pribadi" in key[row["nomor usulan"]]["cacat"]:
            assert re.search(r"Contoh, NIK 330599\d{10}, HP 0800\d{8}$", row["permasalahan"])
        else:
            assert "NIK" not in row["permasalahan"]


def test_the_council_sends_a_workbook_with_titles_and_a_header_of_two_lines(key: dict[str, dict[str, str]]) -> None:
    book = openpyxl.load_workbook(EXAMPLE / "usulan-dprd.xlsx", read_only=False)
    sheet = book.active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[2][0] == "REKAPITULASI POKOK-POKOK PIKIRAN DPRD TAHUN 2021 (DATA SINTETIS)"
    assert [rows[4][4], rows[4][10], rows[4][12]] == ["Lokasi", "Koordinat", "Besaran"]
    assert list(rows[5][4:14]) == [
        "Kecamatan", "Desa/Kelurahan", "Kode Desa", "RT", "RW", "Alamat", "Lintang", "Bujur", "Volume", "Satuan",
    ]  # fmt: skip
    assert [r[0] for r in rows[6:-1]] == [n for n in key if n.startswith("SIN-P")]
    assert rows[-1][2] == "JUMLAH"
