"""The maturity of statistics at the desk: read by who oversees, stated by the steward, printed."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from selaras.people.models import Role
from selaras.sectoral.actions.stating import Claim, state_level
from selaras.sectoral.models import Statement
from tests.counting import queries_of
from tests.people.persons import browser_of, someone
from tests.sectoral.metadata import filled_in
from tests.sectoral.room import out, producer, room, steward

pytestmark = pytest.mark.django_db
HOME = "/meja/data/kematangan/"
SDS = f"{HOME}10101/"


def test_the_first_sentence_is_the_index_and_every_indicator_is_there() -> None:
    out(room())
    page = " ".join(browser_of(steward()).get(HOME).content.decode().split())
    assert "<h1>Indeks antara " in page
    assert "1 dari 1 himpunan data punya standar." in page
    assert page.count("/meja/data/kematangan/") >= 38
    assert "Usulan ini bukan penilaian BPS" in page
    assert "tingkat 3 mulai dari 60 %" in page


def test_a_level_is_stated_with_a_document_and_the_gap_shows() -> None:
    room()
    browser = browser_of(steward())
    told = {"level": "2", "note": "Baru dua dinas.", "link": "", "submission": "0"}
    sent = browser.post(SDS, told | {"file": SimpleUploadedFile("sk.pdf", b"%PDF-1.7")})
    assert sent["Location"] == f"{HOME}?tahun={timezone.localdate().year}"
    assert "2 tingkat di bawah usulan" in browser.get(HOME).content.decode()
    page = browser.get(SDS).content.decode()
    assert "Baru dua dinas." in page
    proof = browser.get(f"{HOME}bukti/{Statement.objects.get().pk}/")
    assert (proof.content, proof["Content-Disposition"]) == (b"%PDF-1.7", 'attachment; filename="sk.pdf"')


def test_what_lacks_is_told_on_top_and_beside_its_field() -> None:
    room()
    answer = browser_of(steward()).post(SDS, {"level": "", "note": "", "link": "x"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#id_level">Tingkat: Pilih tingkat 1 sampai 5.</a>' in page
    assert "Tulis apa yang menunjukkan tingkat itu." in page
    assert 'id="id_link_error"' in page
    assert not Statement.objects.exists()


def test_two_who_state_at_once_see_each_other() -> None:
    room()
    state_level(timezone.localdate().year, "10101", Claim(3, "Yang lain."), actor=steward())
    answer = browser_of(steward()).post(SDS, {"level": "2", "note": "Saya.", "submission": "0"})
    page = answer.content.decode()
    assert answer.status_code == 422
    for word in ("edisi 1 yang belum Anda lihat", "Yang lain.", "Saya.", 'name="submission" value="1"'):
        assert word in page


def test_what_lacks_of_an_indicator_leads_to_where_it_is_mended() -> None:
    dataset = room()
    page = browser_of(steward()).get(f"{HOME}10201/").content.decode()
    assert f'href="/meja/data/himpunan/{dataset.code}/metadata/"' in page
    assert "1 himpunan data dapat dilengkapi" in page


def test_the_auditor_reads_and_does_not_state_and_a_producer_does_neither() -> None:
    room()
    auditor, sender = browser_of(someone(Role.Kind.AUDITOR)), browser_of(producer())
    for path in (HOME, SDS, f"{HOME}berkas.xlsx"):
        assert auditor.get(path).status_code == 200
        assert sender.get(path).status_code == 403
    assert "Nyatakan tingkat</button>" not in auditor.get(SDS).content.decode()
    assert auditor.post(SDS, {"level": "2", "note": "-"}).status_code == 403
    assert not Statement.objects.exists()


@pytest.mark.parametrize("path", ["?tahun=1999", "?tahun=besok", "99999/", "berkas.csv", "bukti/1/"])
def test_what_is_not_there_is_not_found(path: str) -> None:
    room()
    assert browser_of(steward()).get(HOME + path).status_code == 404


def test_the_sheet_leaves_as_a_workbook_and_as_a_print() -> None:
    room()
    told = Claim(2, "=1+1", "https://contoh.go.id/sk")
    state_level(timezone.localdate().year, "10101", told, actor=steward())
    browser = browser_of(steward())
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"{HOME}berkas.xlsx").content))
    rows = {row[0]: row for row in book["Indikator"].iter_rows(values_only=True)}
    assert sum(str(code).isdigit() and len(str(code)) == 5 for code in rows) == 38
    assert rows["10101"][4:11] == (
        7,
        "1 dari 1 himpunan data punya standar.",
        "Tingkat 4 diusulkan mulai dari 90\N{NO-BREAK SPACE}%.",
        4,
        2,
        "2 tingkat di bawah usulan",
        "'=1+1",
    )
    assert browser.get(f"{HOME}berkas.pdf").content.startswith(b"%PDF")


@pytest.mark.parametrize("path", ["", "10201/"])
def test_many_statements_and_forms_ask_the_database_as_often_as_few(path: str) -> None:
    dataset, browser = room(), browser_of(steward())
    state_level(timezone.localdate().year, "10201", Claim(2, "-"), actor=steward())
    browser.get(HOME)
    few = queries_of(browser.get, HOME + path)
    filled_in(dataset)
    out(dataset)
    for level in (3, 4, 3, 2):
        for code in ("10101", "10201", "40201"):
            state_level(timezone.localdate().year, code, Claim(level, "-"), actor=steward())
    assert queries_of(browser.get, HOME + path) == few
