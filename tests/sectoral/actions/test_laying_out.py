"""A file whose column names are not those of the standard: proposed, decided once, remembered for the next."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
import pytest

from selaras.audit.models import Entry
from selaras.sectoral.actions.checking import run_check
from selaras.sectoral.actions.laying_out import map_columns, place_table
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.errors import Incomplete, NotAllowed, NotNow
from selaras.sectoral.examining import report_of, table_of
from selaras.sectoral.models import Check, Layout, Version
from tests.sectoral.room import MESSY, handed_in, looked_at, producer, room, sent, stranger

pytestmark = pytest.mark.django_db
COLUMNS = {"nama desa": "desa", "L (jiwa)": "laki", "P (jiwa)": "perempuan", "L+P": "jumlah", "Ket.": ""}


def mapped(version: Version, columns: dict[str, str]) -> Check:
    return done(map_columns(version, columns, actor=producer()))


def done(check: Check) -> Check:
    run_check(check.pk)
    check.refresh_from_db()
    return check


def workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_what_each_column_may_be_is_proposed_and_nothing_is_taken_before_a_person_says_so() -> None:
    check = looked_at(sent(room(), MESSY))
    assert not check.passed
    proposed = {one["column"]: one["field"] for one in check.summary["proposed"]}
    assert proposed["nama desa"] == "desa"
    assert proposed["Ket."] == ""
    assert next(one["cells"] for one in check.summary["proposed"] if one["column"] == "L+P") == ["22", "15"]


def test_mapped_it_is_checked_as_if_its_columns_had_the_right_names() -> None:
    version = sent(room(), MESSY)
    looked_at(version)
    check = mapped(version, COLUMNS)
    assert check.passed
    version.refresh_from_db()
    assert table_of(version).rows() == [("Ayah", 10, 12, 22), ("Srati", 7, 8, 15)]
    assert Entry.objects.get(action="sectoral.columns_mapped").detail["columns"] == COLUMNS


def test_a_fault_names_the_column_as_the_sender_calls_it() -> None:
    version = sent(room(), MESSY.replace(b"7,8,15", b"7,x,15"))
    looked_at(version)
    check = mapped(version, COLUMNS)
    assert [(one.row, one.column) for one in report_of(check).listed()] == [(3, "P (jiwa)")]


def test_the_next_file_with_the_same_column_names_is_read_the_same_way() -> None:
    dataset = room()
    first = sent(dataset, MESSY)
    looked_at(first)
    mapped(first, COLUMNS)
    check = looked_at(sent(dataset, MESSY.replace(b"Srati,7,8,15", b"Srati,7,9,16")))
    assert check.passed
    assert check.summary["layout"] == Layout.objects.get().pk


def test_other_column_names_are_asked_about_again() -> None:
    dataset = room()
    first = sent(dataset, MESSY)
    looked_at(first)
    mapped(first, COLUMNS)
    check = looked_at(sent(dataset, MESSY.replace(b"Ket.", b"Catatan")))
    assert (check.passed, check.summary["layout"]) == (False, None)


def test_decided_anew_the_later_decision_holds() -> None:
    version = sent(room(), MESSY)
    looked_at(version)
    mapped(version, COLUMNS | {"Ket.": "desa", "nama desa": ""})
    assert mapped(version, COLUMNS).passed
    assert Layout.objects.get().columns == COLUMNS


@pytest.mark.parametrize(
    ("changed", "column", "sentence"),
    [
        ({"Ket.": "kabupaten"}, "Ket.", "dari daftar"),
        ({"Ket.": "desa"}, "Ket.", "sudah dipilih untuk kolom nama desa"),
    ],
)
def test_a_choice_that_cannot_be_is_said_at_its_column(changed: dict[str, str], column: str, sentence: str) -> None:
    version = sent(room(), MESSY)
    looked_at(version)
    with pytest.raises(Incomplete, match=sentence) as refused:
        map_columns(version, COLUMNS | changed, actor=producer())
    assert list(refused.value.fields) == [column]
    assert not Layout.objects.exists()


def test_a_field_that_no_column_holds_still_lacks() -> None:
    version = sent(room(), MESSY)
    looked_at(version)
    check = mapped(version, COLUMNS | {"L+P": ""})
    assert check.summary["header_faults"] == ["Kolom jumlah tidak ada. Tambahkan kolom itu, atau samakan namanya."]


def test_nothing_is_decided_before_the_file_was_read_nor_by_another_agency_nor_after_it_was_handed_in() -> None:
    dataset = room()
    version = sent(dataset, MESSY)
    with pytest.raises(NotNow, match="masih dibaca"):
        map_columns(version, COLUMNS, actor=producer())
    looked_at(version)
    with pytest.raises(NotAllowed):
        map_columns(version, COLUMNS, actor=stranger())
    with pytest.raises(NotNow, match="diajukan"):
        map_columns(handed_in(dataset), COLUMNS, actor=producer())


HEADER = ["desa", "laki", "perempuan", "jumlah"]
BOOK: dict[str, list[list[Any]]] = {
    "Lama": [HEADER, *[[f"D{at}", 1, 2, 3] for at in range(9)]],
    "Baru": [["REKAP"], HEADER, ["Ayah", 1, 1, 2]],
}


def test_another_sheet_is_chosen_among_those_that_there_are() -> None:
    dataset = room()
    version = sent(dataset, workbook(**BOOK), "rekap.xlsx")
    looked_at(version)
    check = done(place_table(version, "Baru", 0, actor=producer()))
    assert (check.rows, check.summary["sheet"], check.summary["header_rows"]) == (1, "Baru", [2])
    with pytest.raises(Incomplete, match="Lama, Baru"):
        place_table(version, "Kosong", 0, actor=producer())


def test_the_line_of_the_column_names_is_chosen() -> None:
    rows: list[list[Any]] = [["desa", "laki", "perempuan", "jumlah"], ["kode", "a", "b", "c"], ["Ayah", 1, 1, 2]]
    version = sent(room(), workbook(Tabel=rows), "rekap.xlsx")
    looked_at(version)
    assert done(place_table(version, "", 2, actor=producer())).summary["header"] == ["kode", "a", "b", "c"]
    check = done(place_table(version, "", 40, actor=producer()))
    assert (check.state, check.words[:8]) == (Check.State.FAILED, "Baris 40")
    assert done(place_table(version, "", 1, actor=producer())).state == Check.State.DONE


def test_a_place_that_was_named_is_remembered_with_the_columns() -> None:
    dataset = room()
    other = ["nama desa", "L", "P", "L+P"]
    columns = dict(zip(other, ("desa", "laki", "perempuan", "jumlah"), strict=True))
    book: dict[str, list[list[Any]]] = {"Lama": BOOK["Lama"], "Baru": [other, ["Ayah", 1, 1, 2]]}
    first = sent(dataset, workbook(**book), "satu.xlsx")
    looked_at(first)
    done(place_table(first, "Baru", 0, actor=producer()))
    first.refresh_from_db()
    assert mapped(first, columns).passed
    check = looked_at(sent(dataset, workbook(Lama=book["Lama"], Baru=[other, ["Ayah", 2, 1, 3]]), "dua.xlsx"))
    assert (check.passed, check.summary["sheet"], check.rows) == (True, "Baru", 1)


@pytest.mark.parametrize(
    ("wanted", "header", "told"),
    [
        ("km2", "luas (ha)", ["Kolom luas (ha) bersatuan ha, sedangkan standar meminta km2. "
                              "Ubah angkanya dan nama kolomnya."]),
        ("km2", "luas (km2)", []),
        ("jiwa", "luas (orang)", []),
        ("km2", "luas (ekor)", []),  # of what is no size of the same thing nothing is said
        ("", "luas (ha)", []),
        ("km2", "luas", []),
    ],
)  # fmt: skip
def test_another_size_of_unit_in_a_column_name_is_a_fault(wanted: str, header: str, told: list[str]) -> None:
    dataset = room()
    field = {"name": "luas", "type": "integer", "sdi:unit": wanted}
    set_standard(dataset, {"fields": [field], "fieldsMatch": "subset"}, actor=producer())
    version = sent(dataset, f"{header}\n12\n".encode())
    looked_at(version)
    assert mapped(version, {header: "luas"}).summary["header_faults"] == told
