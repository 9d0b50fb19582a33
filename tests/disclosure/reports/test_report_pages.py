"""Register, figures and the yearly report as pages and files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from io import BytesIO, StringIO

import docx
import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.disclosure.actions.reporting import tell_in_report
from selaras.disclosure.errors import NotAllowed
from selaras.disclosure.exports.figure_words import percent
from selaras.disclosure.exports.service_report import as_docx, as_pdf, report
from selaras.disclosure.models import PublicBody, ReportText, Request, Training
from selaras.disclosure.statistics import figures
from tests.disclosure.exports.test_statistics import one_of_each
from tests.disclosure.network import OTHER_VILLAGE, asked, at_desk, main_officer, network, superior_of
from tests.disclosure.reports.a_long_case import furnished, long_case
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
REGISTER, FIGURES = "information-register", "information-statistics"


def test_the_register_is_shown_for_its_period_and_downloaded_by_a_button(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    asked(body)
    desk, page = browser_of(at_desk(body)), reverse(REGISTER)
    assert "1 permohonan diterima 1 Januari 2020 sampai 9 Maret 2020." in desk.get(page).text
    assert "0 permohonan diterima" in desk.get(page + "?dari=2020-01-01&sampai=2020-02-01").text
    answer = desk.post(page, {"bentuk": "csv"})
    assert answer["Content-Disposition"].endswith('register-3305222002-2020-01-01-2020-03-09.csv"')
    assert "Siti (contoh)" in answer.content.decode("utf-8-sig")
    assert desk.post(page + "?dari=2020-03-01&sampai=2020-02-01", {"bentuk": "csv"}).status_code == 422
    assert Entry.objects.filter(action="disclosure.register_exported").count() == 1


def test_the_register_of_another_desk_is_closed() -> None:
    body = network()
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    desk = browser_of(at_desk(body))
    assert desk.post(reverse(REGISTER) + f"?badan={other.code}", {"bentuk": "csv"}).status_code == 403
    assert desk.get(reverse(REGISTER) + f"?badan={other.code}").status_code == 403


def test_everybody_reads_the_figures_and_what_they_leave_open(today: Today) -> None:
    body = network()
    one_of_each(body, today)
    text = Client().get(reverse(FIGURES)).text
    assert "Dari 9 permohonan tahun 2020, 1 dijawab tepat waktu." in text
    assert "1 dijawab terlambat, dan 2 belum dijawab padahal batasnya sudah lewat." in text
    assert "Jawabannya kurang dari lima, jadi tidak dihitung." in text
    assert "Siti" not in text
    own = Client().get(reverse(FIGURES) + f"?badan={body.code}").text
    assert "Dari 8 permohonan tahun 2020" in own


def test_the_open_file_adds_up(today: Today) -> None:
    one_of_each(network(), today)
    content = Client().get(reverse("information-statistics-file")).content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(content)))
    parts = [
        "tepat_waktu",
        "terlambat",
        "diproses",
        "menunggu_pemohon",
        "lewat_batas",
        "gugur",
        "ditarik",
        "diteruskan",
    ]
    assert [int(row["diterima"]) for row in rows] == [8, 1]
    assert all(sum(int(row[part]) for part in parts) == int(row["diterima"]) for row in rows)
    assert {row["keadaan"] for row in rows} == {"2020-03-23"}


@pytest.mark.parametrize("year", ["1999", "2035", "abc", "20²0"])
def test_a_year_that_is_none_is_not_found(year: str, today: Today) -> None:
    network()
    today(date(2020, 3, 9))
    assert Client().get(reverse(FIGURES), {"tahun": year}).status_code == 404


def test_without_requests_the_page_says_so(today: Today) -> None:
    network()
    today(date(2020, 3, 9))
    assert "Tidak ada permohonan yang diterima tahun 2020." in Client().get(reverse(FIGURES)).text
    assert Client().get(reverse("information-statistics-file")).status_code == 404


def test_the_page_of_figures_asks_the_database_no_more_for_many(
    today: Today, django_assert_max_num_queries: Callable[..., object]
) -> None:
    body = network()
    for _ in range(3):
        one_of_each(body, today)
    with django_assert_max_num_queries(19):  # type: ignore[attr-defined]
        assert Client().get(reverse(FIGURES)).status_code == 200


PERCENTS = [(Fraction(2, 3), "66,7 %"), (Fraction(1, 2), "50 %"), (Fraction(0), "0 %"), (None, "–")]


@pytest.mark.parametrize(("share", "words"), PERCENTS)
def test_a_share_in_words(share: Fraction | None, words: str) -> None:
    assert percent(share) == words


def words_of(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages).split())
    page = docx.Document(BytesIO(content))
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([line.text for line in page.paragraphs] + cells).split())


def test_the_report_holds_what_was_written_and_the_figures_with_their_method(today: Today) -> None:
    body = furnished(network())
    Training.objects.create(body=body, held_on=date(2020, 2, 3), title="Pelatihan PPID desa (contoh)", attended=4)
    long_case(body, today)
    texts = {"policy": "Perbup 64/2020 menjadi pegangan.", "advice": "Menambah petugas."}
    tell_in_report(body, 2020, texts, actor=at_desk(body))
    told = report(2020, date(2021, 1, 4), body)
    for content in (as_pdf(told), as_docx(told)):
        words = words_of(content)
        for one in (
            "Pemerintah Desa Seboro",
            "Keadaan Senin, 4 Januari 2021",
            "Dari 1 permohonan yang diterima pada tahun 2020, 1 dijawab tepat waktu",
            "Perbup 64/2020 menjadi pegangan.",
            "Menambah petugas.",
            "Sutrisno (contoh)",
            "Pelatihan PPID desa (contoh)",
            "Bagian ini belum ditulis.",
            "Pasal 17 huruf h UU 14/2008",
            "Setiap permohonan masuk tepat satu golongan",
        ):
            assert one in words, one


def test_the_report_of_the_network_names_every_body_that_received_something(today: Today) -> None:
    one_of_each(network(), today)
    words = words_of(as_docx(report(2020, date(2020, 3, 23))))
    assert "Jaringan PPID Kabupaten Kebumen" in words
    assert "Pemerintah Desa Seboro 8 1 1 1 5" in words
    assert "Dinas Komunikasi dan Informatika 1 0 0 1 0" in words
    assert "Jumlah 9 1 1 2 5" in words
    assert "3 badan publik tidak menerima permohonan" in words


def test_made_up_requests_are_told_in_figures_and_report(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    asked(body)
    Request.objects.update(synthetic=True)
    assert figures(2020, date(2020, 3, 9), body).synthetic
    assert "Data contoh:" in Client().get(reverse(FIGURES)).text
    assert "DATA CONTOH" in words_of(as_pdf(report(2020, date(2020, 3, 9), body)))


def test_the_desk_writes_its_report_and_downloads_it(today: Today) -> None:
    body = network()
    today(date(2021, 1, 4))
    desk, page = browser_of(at_desk(body)), reverse("service-report")
    text = desk.post(page + "?tahun=2020", {"policy": "Perbup 64/2020."}, follow=True).text
    assert "Perbup 64/2020." in text
    told = ReportText.objects.get()
    assert (told.body, told.year, told.section) == (body, 2020, "policy")
    answer = desk.get(reverse("service-report-file", args=[2020, "docx"]))
    assert "Perbup 64/2020." in words_of(answer.content)


def test_who_may_write_what_in_a_report() -> None:
    body = network()
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    assert tell_in_report(None, 2020, {"policy": "Untuk semua."}, actor=main_officer()) == 1
    assert tell_in_report(None, 2020, {"policy": "Untuk semua."}, actor=main_officer()) == 0
    for place, actor in ((other, at_desk(body)), (None, at_desk(body)), (body, superior_of(body))):
        with pytest.raises(NotAllowed, match="PPID-nya sendiri"):
            tell_in_report(place, 2020, {"policy": "x"}, actor=actor)


def test_the_main_ppid_reads_the_report_of_every_body_and_a_desk_only_its_own(today: Today) -> None:
    body = network()
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    today(date(2021, 1, 4))
    page = reverse("service-report")
    assert "Seluruh jaringan PPID" in browser_of(main_officer()).get(page).text
    assert "Pemerintah Desa Wonosari" in browser_of(main_officer()).get(f"{page}?badan={other.code}").text
    assert browser_of(at_desk(body)).get(f"{page}?badan={other.code}").status_code == 403
