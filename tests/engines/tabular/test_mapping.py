"""Columns are matched with fields by name and content; a person's word stands above; a header can be remembered."""

from __future__ import annotations

import re

import pytest

from selaras.engines.tabular import UnknownField, check, kind_named, override, propose_mapping, read_table, signature

PROPOSALS = kind_named("proposals")


def mapped(header: str, row: str, kind: str = "proposals") -> dict[str, str]:
    return propose_mapping(read_table(f"{header}\n{row}\n{row}x".encode()), kind_named(kind).fields).as_dict()


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("USULAN PROGRAM/KEGIATAN", "title"), ("aktivitas", "title"), ("Nama Kegiatan", "title"),
        ("Uraian Usulan", "title"),
        ("Urain Usulan", "title"), ("KALURAHAN", "village"), ("Desa / Kel.", "village"),
        ("Nama Desa/Kelurahan", "village"),
        ("kode_kalurahan", "village_code"), ("KAPANEWON", "district"), ("Kec.", "district"),
        ("Perkiraan Biaya (Rp.)", "cost"),
        ("Pagu Indikatif", "cost"), ("Anggaran", "cost"), ("OPD", "agency"), ("Dinas terkait", "agency"),
        ("URUSAN/BIDANG", "field_label"), ("Vol.", "volume"), ("Sat", "unit"), ("Permasalahan", "problem"),
        ("Permasalahn", "problem"), ("Thn", "year"), ("Ket.", "note"), ("lat", "latitude"), ("lng", "longitude"),
        ("Sumber Usulan", "source"), ("Sumber Dana", "source_of_funds"), ("Pengusul", "proposer"),
    ],
)  # fmt: skip
def test_a_column_name_is_known(column: str, field: str) -> None:
    samples = {"cost": "5.000.000", "volume": "12", "year": "2021", "latitude": "-7,7", "longitude": "109,5"}
    samples["village_code"] = "33.05.01.2001"
    row = f"{samples.get(field, 'Talud')};Jalan"
    assert mapped(f"{column};warna", row).get(column) == field


@pytest.mark.parametrize("column", ["warna", "tinggi badan", "Kolom 7", "catur wulan"])
def test_an_unknown_column_stays_unmapped_and_is_kept(column: str) -> None:
    mapping = propose_mapping(read_table(f"usulan;{column}\nTalud;x\n".encode()), PROPOSALS.fields)
    assert mapping.unmapped == (column,)


def test_the_ends_of_a_range_are_told_apart() -> None:
    found = mapped("Usulan;Biaya Perkiraan (start range);Biaya Perkiraan (end range)", "Talud;5.000;115.000")
    assert list(found.values()) == ["title", "cost_low", "cost"]


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (
            "Kecamatan;OPD;Rekomendasi Kelurahan/Desa;Rekomendasi Kecamatan;Rekomendasi SKPD",
            ["district", "agency", "recommendation_village", "recommendation_district", "recommendation_agency"],
        ),
        ("Rekomendasi / Kecamatan;Rekomendasi / TAPD", ["recommendation_district", "recommendation_budget_team"]),
        (
            "Volume;Volume rekomendasi camat;Koefisien Rekomendasi Mitra",
            ["volume", "recommended_volume_district", "recommended_volume_partner"],
        ),
        (
            "Anggaran;Rekomendasi Kecamatan / Anggaran;Alasan Kecamatan;Catatan",
            ["cost", "recommended_cost_district", "recommendation_reason_district", "note"],
        ),
    ],
)
def test_what_a_level_recommends_is_told_from_what_is_proposed(header: str, fields: list[str]) -> None:
    counted = re.compile("volume|koefisien|anggaran", re.I)
    cells = ";".join("12" if counted.search(name) else "x" for name in header.split(";"))
    assert list(mapped(f"Usulan;{header}", f"Talud;{cells}").values()) == ["title", *fields]


def test_content_breaks_a_tie() -> None:
    table = read_table(b"usulan;biaya;anggaran\nTalud;swakelola;5.000.000\nJalan;APBD;6.000.000\n")
    mapping = propose_mapping(table, PROPOSALS.fields)
    assert mapping.column_of("cost") == 2


def test_a_field_takes_one_column_and_names_the_others_as_alternatives() -> None:
    mapping = propose_mapping(read_table(b"usulan;kegiatan\nTalud;Jalan\n"), PROPOSALS.fields)
    first, second = mapping.columns
    assert (first.field, second.field) == ("title", None)
    assert "title" in dict(second.alternatives)


def test_a_missing_required_field_is_named() -> None:
    assert propose_mapping(read_table(b"desa;biaya\nSrati;5.000.000\n"), PROPOSALS.fields).missing == ("title",)


def test_a_person_overrides() -> None:
    table = read_table(b"usulan;paket kerja;biaya\nkode A;Talud;5.000.000\n")
    mapping = override(
        propose_mapping(table, PROPOSALS.fields), {"Paket Kerja": "title", "biaya": ""}, PROPOSALS.fields
    )
    assert mapping.as_dict() == {"paket kerja": "title"}
    assert mapping.columns[1].confidence == 1.0


def test_a_field_that_does_not_exist_is_refused_with_the_known_ones() -> None:
    table = read_table(b"usulan;biaya\nTalud;5\n")
    with pytest.raises(UnknownField, match="title"):
        override(propose_mapping(table, PROPOSALS.fields), {"usulan": "judulnya"}, PROPOSALS.fields)


def test_a_person_can_name_columns_that_have_none() -> None:
    content = b"1;Talud;5.000.000\n2;Jalan;7.000.000\n3;Pos;8.000.000\n"
    assert check(content, "x.csv", "proposals").kept == 3
    result = check(content, "x.csv", "proposals", mapping={"Kolom 2": "title", "Kolom 3": "cost"})
    assert (result.taken, result.rows[0].values) == (3, {"title": "Talud", "cost": 5_000_000})


def test_a_remembered_mapping_fits_the_next_file_with_the_same_header() -> None:
    first, second = read_table(b"A;B\n1;x\n2;y\n"), read_table(b"a,B\n7,z\n8,q\n")
    assert signature(first) == signature(second)
    assert signature(first) != signature(read_table(b"A;C\n1;x\n"))
