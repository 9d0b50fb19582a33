"""A code column names its system and version; a code of another system is told so, so is a name not its own.

The provinces are those of two real code systems that collide: 94 is Papua in one, Papua Tengah in the other.
"""

from __future__ import annotations

from typing import Any

import pytest

from selaras.engines.tabular.standard import CodeList
from tests.engines.tabular.standard.tables import checked, faults, messages

HOME = CodeList.of(
    "kemendagri",
    "2025",
    {"33": "Jawa Tengah", "91": "Papua", "94": "Papua Tengah", "33.05": "Kabupaten Kebumen", "33.71": "Kota Magelang"},
)
STATISTICS = CodeList.of(
    "bps", "2020", {"33": "Jawa Tengah", "91": "Papua Barat", "94": "Papua", "97": "Papua Selatan"}
)
SCHEMA: dict[str, Any] = {
    "fields": [
        {"name": "kode", "sdi:codeSystem": {"name": "kemendagri", "version": "2025", "names": "wilayah"}},
        {"name": "wilayah"},
    ]
}


def told(row: str, lists: tuple[CodeList, ...] = (HOME, STATISTICS)) -> list[str]:
    return messages(checked(SCHEMA, f"kode;wilayah\n{row}\n33;Jawa Tengah\n", code_lists=lists))


def test_a_code_that_only_another_system_knows() -> None:
    assert told("97;Papua Selatan") == [
        'Baris 2, kolom kode: "97" bukan kode kemendagri 2025, tetapi kode bps 2020: Papua Selatan. '
        "Ubah ke kode kemendagri 2025."
    ]


def test_a_code_that_no_system_knows() -> None:
    assert told("99;Papua") == [
        'Baris 2, kolom kode: "99" bukan kode kemendagri 2025. Cari kodenya di daftar kemendagri 2025.'
    ]


def test_a_code_that_both_systems_know_for_two_places() -> None:
    assert told("94;Papua") == [
        'Baris 2, kolom kode: "94 | Papua" tidak cocok: menurut kemendagri 2025 kode itu adalah Papua Tengah. '
        "Pasangan itu berlaku pada bps 2020; ubah kodenya ke kemendagri 2025."
    ]


def test_a_name_that_is_wrong_in_every_system() -> None:
    assert told("94;Jawa Barat") == [
        'Baris 2, kolom kode: "94 | Jawa Barat" tidak cocok: menurut kemendagri 2025 kode itu adalah Papua Tengah. '
        "Perbaiki kode atau namanya."
    ]


SAME = ["94;PAPUA TENGAH", "94;Prov. Papua Tengah", "94; papua  tengah", "33.05;Kab. Kebumen", "33.05;KEBUMEN", "94;"]
OTHER = ["33.05;Kota Kebumen", "33.71;Kabupaten Magelang", "94;Tengah Papua"]


@pytest.mark.parametrize("row", SAME)
def test_the_same_name_written_otherwise_is_the_same(row: str) -> None:
    assert told(row) == []


@pytest.mark.parametrize("row", OTHER)
def test_another_place_of_a_like_name_is_not_the_same(row: str) -> None:
    assert len(told(row)) == 1


def test_a_list_of_another_version_is_another_list() -> None:
    old = CodeList.of("kemendagri", "2019", {"94": "Papua"})
    report = checked(SCHEMA, "kode;wilayah\n94;Papua\n", code_lists=[old])
    assert faults(report) == []
    assert report.unchecked == ("Daftar kode kemendagri 2025 tidak disertakan, jadi kolom kode tidak dicocokkan.",)


def test_a_reference_table_that_was_not_given_is_told() -> None:
    foreign = {"fields": ["kode"], "reference": {"resource": "wilayah", "fields": ["kode"]}}
    report = checked({"fields": [{"name": "kode"}, {"name": "b"}], "foreignKeys": [foreign]}, "kode;b\n1;2\n")
    assert report.unchecked == ("Tabel acuan wilayah tidak disertakan, jadi kode tidak dicocokkan.",)
