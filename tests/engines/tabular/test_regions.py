"""A region is found by code or by name, slips included; what is doubtful is asked, what is ambiguous is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.tabular import Place, RegionIndex, check, region_code

INDEX = RegionIndex(
    [
        Place("33.05", "Kebumen", "regency"),
        Place("33.05.01", "Ayah"),
        Place("33.05.02", "Buayan"),
        Place("33.05.01.2018", "Karangsari"),
        Place("33.05.01.2003", "Srati"),
        Place("33.05.02.2001", "Karangsari"),
        Place("33.05.02.2007", "Rangkah"),
        Place("33.05.02.2009", "Jogomulyo"),
    ]
)


@pytest.mark.parametrize("code", ["33.05.01.2003", "3305012003", "33.5.1.2003", "33 05 01 2003", "'33.05.01.2003"])
def test_a_code_is_known_in_every_form(code: str) -> None:
    assert INDEX.find(code=code).place == Place("33.05.01.2003", "Srati", "village", "33.05.01")


@pytest.mark.parametrize("name", ["Srati", "SRATI", "Desa Srati", "Ds. Srati", "Kel. Srati", " srati ", "Sra ti"])
def test_a_name_is_known_in_every_form(name: str) -> None:
    match = INDEX.find(name)
    assert match.place is not None
    assert (match.place.code, match.confidence, match.note) == ("33.05.01.2003", 1.0, None)


def test_the_district_tells_two_villages_of_one_name_apart() -> None:
    assert INDEX.find("Karang Sari", within="33.05.02").place == INDEX.by_code["33.05.02.2001"]


def test_without_the_district_both_are_named() -> None:
    match = INDEX.find("Karangsari")
    assert match.place is None
    assert {place.code for place in match.candidates} == {"33.05.01.2018", "33.05.02.2001"}
    assert "Kecamatan Ayah, Kecamatan Buayan" in (match.problem or "")


def test_a_slip_is_read_with_a_question() -> None:
    match = INDEX.find("Karangsri", within="33.05.01")
    assert match.place == INDEX.by_code["33.05.01.2018"]
    assert match.note == 'Desa "Karangsri" tidak ada di Kecamatan Ayah; kami baca sebagai Karangsari. Betul?'
    assert 0.8 < match.confidence < 1


def test_a_far_slip_is_only_suggested() -> None:
    match = INDEX.find("Rengkeh", within="33.05.02")
    assert match.place is None
    assert match.problem == 'Desa "Rengkeh" tidak ada di Kecamatan Buayan; maksudnya Rangkah?'


def test_a_village_of_another_district_is_said_to_be_there() -> None:
    match = INDEX.find("Srati", within="33.05.02")
    assert match.place is None
    assert "tetapi ada di Kecamatan Ayah" in (match.problem or "")


def test_a_code_that_contradicts_the_name_is_asked_about() -> None:
    match = INDEX.find("Rangkah", code="33.05.01.2003")
    assert match.place == INDEX.by_code["33.05.01.2003"]
    assert "Yang benar yang mana?" in (match.note or "")


def test_an_unknown_code_falls_back_on_the_name() -> None:
    assert INDEX.find("Srati", code="33.05.01.2999").place == INDEX.by_code["33.05.01.2003"]
    assert "tidak ada dalam daftar" in (INDEX.find(code="33.05.01.2999").problem or "")


def test_old_spelling_is_the_same_name() -> None:
    assert INDEX.find("Djogomoeljo", within="33.05.02").place == INDEX.by_code["33.05.02.2009"]


def test_a_file_gets_the_codes_of_its_villages() -> None:
    content = b"usulan;desa;kecamatan\nTalud;Karang sari;Kec. Buayan\nPJU;Sratti;AYAH\nJalan;Antah;Ayah"
    rows = check(content, "x.csv", "proposals", regions=INDEX).rows
    assert [row.values.get("village_code") for row in rows] == ["33.05.02.2001", "33.05.01.2003", None]
    assert [row.outcome for row in rows] == ["taken"] * 3
    assert [len(row.notes) for row in rows] == [0, 1, 1]


def test_a_heading_names_the_district_of_the_rows_below() -> None:
    content = b"No;Usulan;Desa\nKecamatan Buayan;;\n1;Talud;Karangsari\nKecamatan Ayah;;\n1;Jalan;Karangsari"
    rows = check(content, "x.csv", "proposals", regions=INDEX).rows
    assert [row.values["village_code"] for row in rows] == ["33.05.02.2001", "33.05.01.2018"]


@given(st.text(max_size=20), st.text(max_size=14))
def test_any_name_and_code_get_an_answer(name: str, code: str) -> None:
    match = INDEX.find(name, code=code, within="33.05.01")
    assert match.place is None or match.confidence > 0
    assert region_code(region_code(code)) == region_code(code)
