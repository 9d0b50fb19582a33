"""A file checked as a kind of list: what is taken, what is kept and why, what is asked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from selaras.engines.tabular import KINDS, UnknownKind, check
from tests.torture.files import workbook


def values(text: str, kind: str = "proposals") -> list[dict[str, Any]]:
    return [row.values for row in check(text.encode(), "x.csv", kind).rows]


def test_a_row_says_its_line_and_column() -> None:
    (row,) = check(b"DAFTAR;;\nNo;Usulan;Biaya\n1;Talud;150 jt\n", "x.csv", "proposals").rows
    assert row.notes == ('Baris 3, kolom Biaya: "150 jt" kami baca sebagai Rp 150.000.000. Betul?',)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1;;Srati;5.000.000", "Baris 2, kolom Usulan: kosong. Isi usulan."),
        ("1;Talud;Srati;seratus juta", "tidak dapat kami baca sebagai rupiah"),
        ("1;Talud;Srati;-5", "angka negatif"),
        ("1;Talud; jalan;Srati;5", "ada 5 sel, padahal tabel ini 4 kolom"),
    ],
)
def test_a_row_that_needs_a_person_is_kept(row: str, reason: str) -> None:
    result = check(f"No;Usulan;Desa;Biaya\n{row}\n2;Jalan;Srati;1.000.000\n".encode(), "x.csv", "proposals")
    assert [one.outcome for one in result.rows] == ["kept", "taken"]
    assert reason in result.rows[0].reasons[0]


@pytest.mark.parametrize("cost", ["", "-", "0", "menyesuaikan"])
def test_a_missing_cost_does_not_lose_a_proposal(cost: str) -> None:
    (row,) = check(f"Usulan;Biaya;Desa\nTalud;{cost};Srati\n".encode(), "x.csv", "proposals").rows
    assert row.outcome == "taken"
    assert "cost" not in row.values


def test_an_unreadable_volume_is_asked_about_and_the_row_taken() -> None:
    (row,) = check(b"usulan;volume\nTalud;P 150m L 3m\n", "x.csv", "proposals").rows
    assert (row.outcome, "volume" in row.values, len(row.notes)) == ("taken", False, 1)


def test_a_range_of_costs_counts_with_its_upper_end() -> None:
    text = "Usulan;Biaya Perkiraan (start range);Biaya Perkiraan (end range)\nA;5.000.000;15.000.000\nB;7.642.000;\n"
    assert [(row["cost_low"], row["cost"]) for row in values(text)] == [(5_000_000, 15_000_000), (7_642_000, 7_642_000)]


def test_a_tiny_cost_is_asked_about() -> None:
    (row,) = check(b"usulan;biaya\nBibit;5.000\n", "x.csv", "proposals").rows
    assert row.values["cost"] == 5_000
    assert "harga satuan atau dalam ribuan" in row.notes[0]


def test_amounts_in_thousands_by_the_title_of_the_sheet() -> None:
    text = "DAFTAR USULAN (dalam ribuan rupiah);;\nNo;Usulan;Biaya\n1;Talud;150.000\n2;Jalan;1.200.000\n"
    assert [row["cost"] for row in values(text)] == [150_000_000, 1_200_000_000]


def test_the_unit_behind_the_volume_and_rt_rw_inside_the_address_are_found() -> None:
    (row,) = values("usulan;volume;lokasi\nTalud;120 m;Dusun Kauman RT 02/RW 01\n")
    assert (row["volume"], row["unit"], row["rt"], row["rw"]) == (Decimal(120), "m", "02", "01")


def test_swapped_coordinates_are_put_right_with_a_question() -> None:
    (row,) = check(b"usulan;lintang;bujur\nTalud;109,418368;-7,71213\n", "x.csv", "proposals").rows
    assert (row.values["latitude"], row.values["longitude"]) == (Decimal("-7.71213"), Decimal("109.418368"))
    assert "tertukar" in row.notes[0]


def test_the_source_is_one_of_the_known_doors() -> None:
    found = values("usulan;sumber\nA;Musrenbang Desa\nB;Musrenbang Kecamatan\nC;Pokok Pikiran DPRD\nD;Renja\n")
    assert [row["source"] for row in found] == ["village", "district", "dprd", "work_plan"]


def test_the_catalogue_is_read_in_its_three_shapes() -> None:
    narrow = "level,kode,nomenklatur,kinerja,indikator,satuan\nsub_kegiatan,2.16.02.2.01.0017,Pelayanan,K,I,Dokumen\n"
    wide = (
        "kode_program,program,kode_kegiatan,kegiatan,kode_sub,sub_kegiatan,indikator,satuan\n"
        "2.16.02,PROGRAM,2.16.02.2.01,Pengelolaan,2.16.02.2.01.0017,Pelayanan,I,Dokumen\n"
    )
    joined = (
        "program,kegiatan,subkegiatan,indikator,satuan\n"
        "2.16.02 PROGRAM,2.16.02.2.01 Pengelolaan,2.16.02.2.01.0017 Pelayanan,I,Dokumen\n"
    )
    for text in (narrow, wide, joined):
        (row,) = values(text, "catalogue")
        assert (row["code"], row["name"], row["unit"]) == ("2.16.02.2.01.0017", "Pelayanan", "Dokumen")
    assert values(joined, "catalogue")[0]["programme_code"] == "2.16.02"
    assert values(narrow, "catalogue")[0]["level"] == "subactivity"


def test_targets_may_stand_in_a_column_a_year() -> None:
    (row,) = values(
        "indikator;satuan;kondisi awal 2020;target 2021;target 2022\nIndeks SPBE;Indeks;2,60;2,80;3,00\n", "targets"
    )
    assert row["targets"] == {2021: Decimal("2.80"), 2022: Decimal("3.00")}
    assert row["baseline"] == Decimal("2.60")


def test_scores_may_stand_in_a_column_a_criterion_or_in_rows() -> None:
    (wide,) = values("nomor peserta;nomor usulan;kemendesakan;pemanfaatan\nP1;U1;4;5\n", "scores")
    assert wide["scores"] == {"kemendesakan": Decimal(4), "pemanfaatan": Decimal(5)}
    (long,) = values("nomor peserta;nomor usulan;kriteria;nilai\nP1;U1;kemendesakan;4\n", "scores")
    assert (long["criterion"], long["value"]) == ("kemendesakan", Decimal(4))


def test_an_unreadable_score_keeps_the_row() -> None:
    result = check(b"nomor peserta;nomor usulan;urgensi\nP1;U1;4\nP1;U2;lima\nP2;U2;5\n", "x.csv", "scores")
    assert [row.outcome for row in result.rows] == ["taken", "kept", "taken"]


def test_a_ceiling_of_nothing_is_a_ceiling() -> None:
    (row,) = values("lingkup;perangkat daerah;pagu\nperangkat daerah;Sekretariat;0\n", "ceilings")
    assert (row["kind"], row["amount"]) == ("agency", 0)


def test_ballots_hold_a_list_of_proposals() -> None:
    assert values("nomor peserta;nomor usulan\nP1;U1; U2\n".replace("; U2", ", U2"), "ballots")[0]["proposals"] == (
        "U1",
        "U2",
    )


def test_only_sheets_of_the_kind_are_taken_and_the_others_named() -> None:
    def fill(sheet: Any) -> None:
        sheet.append(["Usulan", "Biaya"])
        sheet.append(["Talud", 5_000_000])
        other = sheet.parent.create_sheet("Rekap")
        other.append(["Warna", "Banyak"])
        other.append(["Merah", 3])

    result = check(workbook(fill), "x.xlsx", "proposals")
    assert (result.read, [(other.sheet, other.rows) for other in result.other_sheets]) == (1, [("Rekap", 1)])


def test_a_file_without_the_needed_column_keeps_every_row() -> None:
    result = check(b"warna;banyak\nmerah;1\nbiru;2\n", "x.csv", "proposals")
    assert (result.read, result.kept, result.missing) == (2, 2, ("title",))
    assert "kolom Usulan tidak ditemukan" in result.rows[0].reasons[0]


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownKind, match="proposals"):
        check(b"a,b\n", "x.csv", "usulan")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_fields_of_a_kind_have_names_of_their_own(kind: str) -> None:
    names = [one.name for one in KINDS[kind].fields]
    assert len(set(names)) == len(names)
    assert {name for group in KINDS[kind].any_of for name in group} <= {
        *names,
        KINDS[kind].wide.field if KINDS[kind].wide else "",
    }  # type: ignore[union-attr]
