"""The metadata forms at the desk: what is missing, filled in from what is known, mended, read again, printed."""

from __future__ import annotations

import io
import json
from typing import Any

import openpyxl
import pytest

from selaras.people.models import Role
from selaras.sectoral.actions.filling_in import fill_in
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.models import Metadata
from tests.counting import queries_of
from tests.people.persons import browser_of, someone
from tests.sectoral.metadata import ACTIVITY, INDICATOR, VARIABLE, filled_in
from tests.sectoral.room import CODE, SCHEMA, producer, room, steward, stranger

pytestmark = pytest.mark.django_db
Form = Metadata.Form
HOME = f"/meja/data/himpunan/{CODE}/metadata/"
SENT = {**ACTIVITY, "recommended": "tidak"}


def page_of(path: str, account: Any = None) -> str:
    return " ".join(browser_of(account or producer()).get(path).content.decode().split())


def test_the_first_sentence_says_how_many_forms_are_missing() -> None:
    dataset = room()
    assert "5 formulir metadata belum diisi" in page_of(HOME)  # the activity and four columns
    filled_in(dataset)
    page = page_of(HOME)
    assert "3 formulir metadata belum diisi" in page
    assert 'MS-Ind: <span lang="id">Kepadatan penduduk</span>' in page


def test_a_form_of_a_column_that_is_gone_stays_and_is_named_so() -> None:
    dataset = room()
    filled_in(dataset)
    set_standard(dataset, {"fields": [{"name": "wilayah"}]}, actor=producer())
    page = page_of(HOME)
    assert page.count("kolom ini tidak ada lagi dalam standar") == 1
    assert "1 formulir metadata belum diisi" in page


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "kegiatan/",
            ["Jumlah penduduk menurut desa (contoh)", "Dinas Kependudukan (contoh)", "4.2 Frekuensi", "III."],
        ),
        ("variabel/?nama=jumlah", ["bilangan bulat", "paling kecil 0", "laki + perempuan = jumlah"]),
        ("variabel/?nama=desa", ["wajib diisi; tidak berulang"]),
        ("indikator/", ["Semua orang yang berdomisili", 'value="jiwa"', 'name="subject" value="Penduduk"']),
    ],
)
def test_what_is_known_already_stands_in_the_form(path: str, words: list[str]) -> None:
    room()
    page = page_of(HOME + path)
    assert [word for word in words if word not in page] == []


def test_what_lacks_is_told_on_top_and_beside_its_field_and_nothing_typed_is_lost() -> None:
    room()
    answer = browser_of(producer()).post(f"{HOME}kegiatan/", SENT | {"purpose": "", "sector": "Tulisan saya"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#id_purpose">3.2 Tujuan kegiatan: Isi bagian ini.</a>' in page
    assert 'id="id_purpose_error"' in page
    assert "Tulisan saya" in page
    assert not Metadata.objects.exists()


def test_a_form_is_saved_as_its_next_edition_and_the_page_tells_what_changed() -> None:
    dataset, browser = room(), browser_of(producer())
    assert browser.post(f"{HOME}kegiatan/", {**SENT, "submission": "0"})["Location"] == HOME
    browser.post(f"{HOME}kegiatan/", {**SENT, "year": "2021", "method": ["1"], "submission": "1"})
    held = dataset.metadata.get(edition=2)
    assert (held.answers["year"], held.answers["method"], held.answers["recommended"]) == ("2021", ["1"], False)
    page = page_of(f"{HOME}kegiatan/")
    assert "Edisi 2 berlaku" in page
    for cell in ("Tahun kegiatan", ">2020<", ">2021<", "Pengamatan; Data sekunder", "Wawancara"):
        assert cell in page
    assert "Edisi 1, diisi" in page_of(f"{HOME}kegiatan/?edisi=1")
    assert browser.get(f"{HOME}kegiatan/?edisi=9").status_code == 404


def test_two_who_write_at_once_see_each_other() -> None:
    dataset = room()
    fill_in(dataset, Form.ACTIVITY, "", ACTIVITY, actor=steward())
    browser = browser_of(producer())
    answer = browser.post(f"{HOME}kegiatan/", {**SENT, "sector": "Tulisan saya", "submission": "0"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "edisi 1 yang belum Anda lihat" in page
    assert "Tulisan saya" in page
    assert 'name="submission" value="1"' in page
    browser.post(f"{HOME}kegiatan/", {**SENT, "sector": "Tulisan saya", "submission": "1"})
    assert dataset.metadata.get(edition=2).answers["sector"] == "Tulisan saya"


def test_a_script_is_answered_in_json() -> None:
    room()
    browser = browser_of(producer())
    json_wanted = {"accept": "application/json"}
    refused = browser.post(f"{HOME}kegiatan/", {}, headers=json_wanted)
    assert (refused.status_code, "purpose" in refused.json()["errors"]) == (422, True)
    assert browser.post(f"{HOME}kegiatan/", SENT, headers=json_wanted).json() == {"next": HOME}


def test_a_new_indicator_is_named_on_its_form() -> None:
    dataset = room()
    told = INDICATOR | {"composite": "tidak", "public": "ya"}
    answer = browser_of(producer()).post(f"{HOME}indikator/", told)
    assert "Tulis nama variabel atau indikatornya" in answer.content.decode()
    browser_of(producer()).post(f"{HOME}indikator/", {**told, "subject": "Kepadatan"})
    assert dataset.metadata.get().subject == "Kepadatan"


def test_the_auditor_reads_and_does_not_write() -> None:
    dataset = room()
    filled_in(dataset)
    auditor = someone(Role.Kind.AUDITOR)
    page = page_of(f"{HOME}variabel/?nama=desa", auditor)
    assert "Desa menurut daftar kode wilayah." in page
    assert "data-keep" not in page
    assert browser_of(auditor).post(f"{HOME}kegiatan/", SENT).status_code == 403


def test_another_agency_finds_none_of_it() -> None:
    room()
    browser = browser_of(stranger())
    for path in (HOME, f"{HOME}kegiatan/", f"{HOME}berkas.json"):
        assert browser.get(path).status_code == 404
    assert browser.post(f"{HOME}kegiatan/", SENT).status_code == 404


def test_all_forms_leave_as_json_and_workbook() -> None:
    dataset = room()
    filled_in(dataset)
    fill_in(dataset, Form.VARIABLE, "laki", VARIABLE | {"concept": "=1+1"}, actor=producer())
    browser = browser_of(producer())
    told = json.loads(browser.get(f"{HOME}berkas.json").content)
    assert [(one["form"], one["subject"]) for one in told["forms"]] == [
        ("MS-Keg", ""),
        ("MS-Var", "desa"),
        ("MS-Var", "laki"),
        ("MS-Ind", "Kepadatan penduduk"),
    ]
    method = next(one for one in told["forms"][0]["answers"] if one["key"] == "method")
    assert (method["number"], method["answer"], method["words"]) == ("4.6", ["4", "8"], "Pengamatan; Data sekunder")
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"{HOME}berkas.xlsx").content))
    assert book.sheetnames == ["MS-Keg", "MS-Var", "MS-Ind"]
    cells = [row[:3] for row in book["MS-Keg"].iter_rows(values_only=True)]
    assert ("4.6", "Metode pengumpulan data", "Pengamatan; Data sekunder") in cells
    rows = {row[0]: row for row in book["MS-Var"].iter_rows(values_only=True)}
    assert rows["laki"][2] == "'=1+1"


def test_the_print_is_a_pdf_and_other_forms_do_not_exist() -> None:
    filled_in(room())
    browser = browser_of(producer())
    assert browser.get(f"{HOME}berkas.pdf").content.startswith(b"%PDF")
    assert browser.get(f"{HOME}berkas.docx").status_code == 404


@pytest.mark.parametrize("path", ["", "kegiatan/", "berkas.json"])
def test_many_forms_ask_the_database_as_often_as_one(path: str) -> None:
    dataset, browser = room(), browser_of(producer())
    fill_in(dataset, Form.ACTIVITY, "", ACTIVITY, actor=producer())
    browser.get(HOME)
    few = queries_of(browser.get, HOME + path)
    fields = [{"name": f"kolom{at}"} for at in range(12)]
    set_standard(dataset, SCHEMA | {"fields": [*SCHEMA["fields"], *fields]}, actor=producer())
    for at in range(12):
        fill_in(dataset, Form.VARIABLE, f"kolom{at}", VARIABLE, actor=producer())
        fill_in(dataset, Form.ACTIVITY, "", ACTIVITY | {"sector": str(at)}, actor=producer())
    assert queries_of(browser.get, HOME + path) == few
