"""The register: the columns of the regulation, every request of the desk and the period, nothing that runs."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import openpyxl
import pytest

from selaras.audit.models import Entry
from selaras.disclosure.actions.exporting import export_register
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.exports.register import CELLS, Register
from selaras.disclosure.models import PublicBody, Request
from selaras.government.queries import parameter_value
from tests.disclosure.network import OTHER_VILLAGE, SITI, WANTED, asked, at_desk, network
from tests.disclosure.reports.a_long_case import furnished, long_case

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://jahat.example","klik")'


def of(body: PublicBody, first: date = date(2020, 1, 1), last: date = date(2020, 12, 31)) -> Register:
    return Register(body, first, last)


def table(register: Register) -> list[dict[str, str]]:
    content = export_register(register, "csv", actor=at_desk(register.body))
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def test_it_tells_of_a_whole_case(today: Callable[[date], None]) -> None:
    body = furnished(network())
    long_case(body, today)
    (row,) = table(of(body))
    told = {
        "Nomor pendaftaran": "0001/3305222002/2020",
        "Tanggal": "2020-03-09",
        "Nama": "Siti (contoh)",
        "Pekerjaan": "Guru (contoh)",
        "Nomor kontak": "081200000001, siti@warga.example",
        "Di bawah penguasaan: ya": "v",
        "Di bawah penguasaan: tidak": "v",
        "Belum didokumentasikan": "",
        "Badan yang menguasai": "Dikuasai oleh Kantor Pertanahan Kabupaten Kebumen.",
        "Softcopy": "v",
        "Hardcopy": "",
        "Meminta salinan": "v",
        "Keputusan": "dikabulkan sebagian",
        "Alasan penolakan": "Memuat NIK dan alamat warga. (Pasal 17 huruf h UU 14/2008)",
        "Pemberitahuan tertulis": "Rabu, 1 April 2020",
        "Pemberian informasi": "",
        "Biaya (Rp)": "15000",
    }
    assert {label: row[label] for label in told} == told


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_an_applicant_wrote_is_never_a_formula(form: str, today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 2))
    asked(body, wanted=replace(WANTED, subject=FORMULA), identity=replace(SITI, name="@SUM(A1)", job="+1+1"))
    content = export_register(of(body), form, actor=at_desk(body))
    if form == "csv":
        cells = [cell for row in csv.reader(StringIO(content.decode("utf-8-sig"))) for cell in row]
    else:
        sheet = openpyxl.load_workbook(BytesIO(content)).active
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        cells = [str(cell.value or "") for row in sheet.iter_rows() for cell in row]
    assert "'" + FORMULA in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))]


def test_only_the_desk_and_the_days_asked_for(today: Callable[[date], None]) -> None:
    body = network()
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    for day, at in ((date(2020, 1, 31), body), (date(2020, 2, 1), body), (date(2020, 2, 29), body)):
        today(day)
        asked(at)
    today(date(2020, 2, 15))
    asked(other)
    numbers = [row["Nomor pendaftaran"] for row in table(of(body, date(2020, 2, 1), date(2020, 2, 29)))]
    assert numbers == ["0002/3305222002/2020", "0003/3305222002/2020"]


def test_the_workbook_has_the_groups_of_the_form(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 2))
    asked(body)
    sheet = openpyxl.load_workbook(BytesIO(export_register(of(body), "xlsx", actor=at_desk(body)))).active
    words = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    for group in ("Status informasi", "Bentuk informasi", "Jenis permohonan", "Hari dan tanggal", "(1)", "(22)"):
        assert group in words


def test_every_column_of_the_regulation_has_its_cell() -> None:
    network()
    assert {column["key"] for column in parameter_value("disclosure.register_columns", date(2020, 1, 1))} == set(CELLS)


def test_each_time_is_logged_once_and_without_names(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 2))
    asked(body)
    export_register(of(body), "csv", actor=at_desk(body))
    (entry,) = Entry.objects.filter(action="disclosure.register_exported")
    assert entry.subject == body.code
    assert "Siti" not in str(entry.detail)


def test_nobody_else_gets_it() -> None:
    body = network()
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    with pytest.raises(NotAllowed, match="milik meja layanan"):
        export_register(of(body), "csv", actor=at_desk(other))
    with pytest.raises(NotNow, match="Tukar"):
        export_register(of(body, date(2020, 2, 1), date(2020, 1, 1)), "csv", actor=at_desk(body))
    assert not Entry.objects.filter(action="disclosure.register_exported").exists()


def test_made_up_requests_say_so(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 2))
    asked(body)
    Request.objects.update(synthetic=True)
    assert table(of(body))[0]["Catatan"].startswith("DATA CONTOH")


def test_the_number_of_queries_does_not_grow(
    today: Callable[[date], None], django_assert_max_num_queries: Callable[..., object]
) -> None:
    body = network()
    today(date(2020, 3, 2))
    for _ in range(5):
        asked(body)
    with django_assert_max_num_queries(6):  # type: ignore[attr-defined]
        assert len(list(of(body).rows())) == 5
