"""From closing to the public page, the report and the workbook; before that nobody outside sees a figure."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.measuring import figures_of
from selaras.satisfaction.models import Result, Survey
from tests.counting import queries_of
from tests.people.persons import browser_of
from tests.satisfaction.room import ELEMENTS, form, keeper, sent, survey, typed, typist

pytestmark = pytest.mark.django_db


def answered(forms: int = 12, name: str = "Semester I (contoh)", of: Survey | None = None) -> Survey:
    one = survey(of.service if of else None, name, desks=["Loket A", "Loket B"])
    for desk in ("loket-a", "loket-b"):
        typed(one, [form(3, 3, 3, 3, 3, 3, 3, 2, 4, desk=desk, sex="female", comment="Antrean lama")] * forms)
    return one


def out(one: Survey) -> str:
    """Closed and published with the buttons of the desk; the page that follows."""
    client, address = browser_of(keeper()), reverse("survey-act", args=[one.key])
    client.post(address, {"deed": "close"})
    return client.post(address, {"deed": "publish"}, follow=True).content.decode()


def test_what_is_published_is_the_index_with_how_sure_it_is() -> None:
    one = answered()
    assert "Hasilnya diumumkan." in out(one)
    text = Client().get(reverse("survey-results", args=[one.key])).content.decode()
    assert "Warga menilai layanan ini 75 dari 100: Kurang baik." in text
    assert "Penanganan Pengaduan, Saran, dan Masukan" in text
    assert "perlu 217, kurang 193" in text
    assert "antara 1 dan 2" in text
    assert "antrean" in text.lower()
    assert "Masuk lewat: kertas 24." in " ".join(text.split())
    assert reverse("survey-results", args=[one.key]) in Client().get(reverse("surveys")).content.decode()


def test_before_that_the_public_finds_nothing() -> None:
    one = answered()
    for address in ("survey-results",):
        assert Client().get(reverse(address, args=[one.key])).status_code == 404
    close(one, actor=keeper())
    assert Client().get(reverse("survey-results", args=[one.key])).status_code == 404


def test_each_desk_has_its_own_poster_also_once_there_are_figures() -> None:
    one = answered()
    page = browser_of(keeper()).get(reverse("survey-period", args=[one.key])).content.decode()
    assert [page.count(f"?loket={desk}") for desk in ("loket-a", "loket-b")] == [2, 2]
    assert '?loket="' not in page


def test_an_open_survey_and_one_with_few_answers_are_not_published() -> None:
    one, client = answered(2), browser_of(keeper())
    address = reverse("survey-act", args=[one.key])
    assert "Survei Semester I (contoh) sudah dibuka" in client.post(
        address, {"deed": "publish"}, follow=True
    ).content.decode()  # fmt: skip
    client.post(address, {"deed": "close"})
    text = client.post(address, {"deed": "publish"}, follow=True).content.decode()
    assert "Hasilnya belum dapat diumumkan. Baru ada 4 suara." in text
    assert "Indeksnya belum dapat dihitung" in text


def test_who_only_types_in_does_not_publish() -> None:
    one = answered()
    close(one, actor=keeper())
    assert browser_of(typist()).post(reverse("survey-act", args=[one.key]), {"deed": "publish"}).status_code == 403
    assert Survey.objects.get().state == "closed"


def test_stuffing_is_told_to_everybody() -> None:
    one = answered()
    for _ in range(30):
        sent(one, form(1), "satu gawai", "satu jaringan")
    out(one)
    text = Client().get(reverse("survey-results", args=[one.key])).content.decode()
    assert "30 jawaban dari satu gawai pada satu hari dihitung sebagai 0,12 jawaban." in text
    assert "Tanpa penjagaan itu indeksnya" in text


@pytest.mark.slow
def test_500_answers_that_one_device_sends_by_the_page_move_the_published_index_by_less_than_half_a_point() -> None:
    one = survey()
    typed(one, [form(3, 3, 2, 3, 4, 3, 3, 2, 3), form(2), form(4)] * 20)
    honest = Decimal(figures_of(one)["index"])
    phone, address = Client(), reverse("survey", args=[one.key])
    phone.get(address)
    lowest = {f"u-{key}": "1" for key in ELEMENTS}
    assert {phone.post(address, lowest).status_code for _ in range(500)} == {302}
    assert one.answers.count() == 60 + 500
    out(one)
    stuffed = Result.objects.get(survey=one)
    assert abs(stuffed.index - honest) < Decimal("0.5")
    text = Client().get(reverse("survey-results", args=[one.key])).content.decode()
    assert "500 jawaban dari satu gawai pada satu hari" in text
    assert Decimal(stuffed.figures["guard"]["without"]) < honest - 20


def test_the_report_and_the_workbook_say_the_same() -> None:
    one = answered()
    out(one)
    pdf = Client().get(reverse("survey-file", args=[one.key, "pdf"]))
    again = Client().get(reverse("survey-file", args=[one.key, "pdf"]))
    assert pdf.content == again.content
    words = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages)
    assert "Laporan Survei Kepuasan Masyarakat" in words
    assert "Indeks kepuasan 75 dari 100" in words
    assert "Layanan komunikasi (contoh)" in words
    book = openpyxl.load_workbook(io.BytesIO(Client().get(reverse("survey-file", args=[one.key, "xlsx"])).content))
    assert book.sheetnames == ["Indeks", "Unsur", "Loket", "Perkembangan", "Responden", "Penjagaan"]
    told = {row[0]: row[1] for row in book["Indeks"].iter_rows(values_only=True) if row[0]}
    assert (told["Indeks"], told["Mutu"], told["Jawaban masuk"]) == (75, "C (Kurang baik)", 24)
    assert Client().get(reverse("survey-file", args=[one.key, "doc"])).status_code == 404


def test_the_public_page_asks_the_database_no_more_for_more_answers_and_periods() -> None:
    first = answered(12)
    out(first)
    few = queries_of(lambda: Client().get(reverse("survey-results", args=[first.key])))
    second = answered(30, "Semester II (contoh)", first)
    out(second)
    many = queries_of(lambda: Client().get(reverse("survey-results", args=[second.key])))
    assert many == few


@pytest.mark.parametrize("desk", ["", "?loket=loket-a"])
def test_the_poster_holds_the_address_that_the_code_leads_to(desk: str) -> None:
    one, client = answered(1), browser_of(typist())
    pdf = client.get(reverse("survey-poster", args=[one.key, "pdf"]) + desk)
    words = pypdf.PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text()
    where = f"localhost:8000/survei/{one.key}/" + ("loket/loket-a/" if desk else "")
    assert where in words
    assert ("Loket A" in words) is bool(desk)
    svg = client.get(reverse("survey-poster", args=[one.key, "svg"]) + desk)
    assert svg["Content-Type"] == "image/svg+xml"
    assert svg.content.lstrip().startswith(b"<?xml")
    assert client.get(reverse("survey-poster", args=[one.key, "gif"])).status_code == 404
