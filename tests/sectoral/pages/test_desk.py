"""The desk of sectoral data: described, given a standard, sent, mended, handed in, released."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from selaras.background import work_off
from selaras.sectoral.models import Dataset, Version
from tests.counting import queries_of
from tests.people.persons import browser_of
from tests.sectoral.room import (
    CODE,
    FAULTY,
    MENDED,
    SAID,
    agency,
    handed_in,
    looked_at,
    out,
    producer,
    room,
    sent,
    steward,
    stranger,
)

pytestmark = pytest.mark.django_db(transaction=True)


def file(content: bytes, name: str = "penduduk.csv") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, content)}


def answers(page: Any) -> dict[str, Any]:
    """What the question proposes, sent as it is."""
    form = page.context["form"]
    return {name: form[name].value() for name in form.fields}


def act(browser: Client, version: Version, deed: str, **said: str) -> str:
    """Press a button of the version's page; the page that follows."""
    page = browser.post(f"/meja/data/versi/{version.pk}/langkah/", {"deed": deed, **said}, follow=True)
    assert page.status_code == 200
    return page.content.decode()


def test_from_a_description_to_the_release_on_pages_alone() -> None:
    room()
    sender, keeper = browser_of(producer()), browser_of(steward())
    told = {**vars(SAID), "title": "Jumlah keluarga (contoh)", "code": "jumlah-keluarga", "agency": agency().pk}
    assert sender.post("/meja/data/baru/", told)["Location"] == "/meja/data/himpunan/jumlah-keluarga/standar/"
    sample = b"desa,keluarga\nAyah,10\nSrati,20\n"
    question = sender.post("/meja/data/himpunan/jumlah-keluarga/standar/", file(sample), follow=True)
    while "/kolom/" in question.redirect_chain[-1][0]:  # every column as it is proposed
        question = sender.post(question.redirect_chain[-1][0], answers(question), follow=True)
    page = sender.post("/meja/data/himpunan/jumlah-keluarga/standar/aturan/", {}, follow=True).content.decode()
    assert "Standar 1 berlaku" in page
    assert "bilangan bulat" in page
    sender.post("/meja/data/himpunan/jumlah-keluarga/", file(b"desa,keluarga\nAyah,banyak\n"))
    work_off("test")
    faulty = Version.objects.get(number=1)
    page = sender.get(f"/meja/data/versi/{faulty.pk}/").content.decode()
    assert "Versi 1 belum sesuai standar: 1 temuan" in page
    assert "Baris 2, kolom keluarga:" in page
    sender.post("/meja/data/himpunan/jumlah-keluarga/", file(b"desa,keluarga\nAyah,11\n"))
    work_off("test")
    mended = Version.objects.get(number=2)
    assert "menunggu walidata" in act(sender, mended, "submit")
    assert "1 versi menunggu walidata" in keeper.get("/meja/data/").content.decode()
    assert "Versi 2 dirilis" in act(keeper, mended, "release")
    assert "Versi 2 ditarik" in act(keeper, mended, "withdraw", why="Angka contoh.")


def test_the_copy_with_remarks_goes_back_to_the_sender() -> None:
    version = sent(room(), FAULTY)
    looked_at(version)
    answer = browser_of(producer()).get(f"/meja/data/versi/{version.pk}/catatan.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer)))
    rows = list(book["Tabel"].iter_rows(values_only=True))
    assert rows[1][4] == "Sesuai standar"
    assert rows[3][4] == "Belum sesuai standar"
    assert 'banyak" bukan bilangan bulat' in str(rows[3][5])


def test_there_is_no_copy_with_remarks_of_what_has_none() -> None:
    version = sent(room())
    looked_at(version)
    assert browser_of(producer()).get(f"/meja/data/versi/{version.pk}/catatan.xlsx").status_code == 404


@pytest.mark.parametrize(
    ("path", "given", "sentence"),
    [
        (f"/meja/data/himpunan/{CODE}/", {}, "Pilih dahulu berkasnya."),
        (f"/meja/data/himpunan/{CODE}/", file(b""), "Berkas ini kosong."),
        (f"/meja/data/himpunan/{CODE}/standar/", {}, "Pilih dahulu berkasnya."),
        (f"/meja/data/himpunan/{CODE}/standar/", file(b'{"fields": 1}', "s.json"), "fields"),
        ("/meja/data/baru/", {}, "Pilih perangkat daerah yang membuat data ini."),
    ],
)
def test_what_lacks_is_said_beside_its_field(path: str, given: dict[str, Any], sentence: str) -> None:
    room()
    answer = browser_of(producer()).post(path, given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


@pytest.mark.parametrize(
    ("deed", "said", "sentence"),
    [
        ("", {}, "Pilih dahulu langkahnya."),
        ("send-back", {}, "Tulis apa yang perlu diperbaiki."),
        ("embargo", {"until": "besok"}, "Tulis tanggal sebagai tahun-bulan-hari"),
        ("embargo", {"until": "2001-01-01"}, "Pilih hari sesudah hari ini"),
        ("withdraw", {"why": "x"}, "Versi 1 sudah diajukan."),
    ],
)
def test_a_step_that_does_not_fit_tells_why(deed: str, said: dict[str, str], sentence: str) -> None:
    version = handed_in(room())
    assert sentence in act(browser_of(steward()), version, deed, **said)


def test_another_agency_finds_none_of_it_at_its_desk() -> None:
    version = out(room())
    browser = browser_of(stranger())
    assert SAID.title not in browser.get("/meja/data/").content.decode()
    for path in (f"himpunan/{CODE}/", f"versi/{version.pk}/", f"versi/{version.pk}/catatan.xlsx"):
        assert browser.get(f"/meja/data/{path}").status_code == 404
    assert browser.post(f"/meja/data/versi/{version.pk}/langkah/", {"deed": "check"}).status_code == 404


def test_a_producer_is_not_let_release_from_its_page_either() -> None:
    version = handed_in(room())
    browser = browser_of(producer())
    assert 'value="release"' not in browser.get(f"/meja/data/versi/{version.pk}/").content.decode()
    assert browser.post(f"/meja/data/versi/{version.pk}/langkah/", {"deed": "release"}).status_code == 403


def test_the_pages_ask_the_database_as_often_for_many_as_for_one() -> None:
    dataset = room()
    version = handed_in(dataset)
    browser = browser_of(steward())
    paths = ["/meja/data/", f"/meja/data/himpunan/{CODE}/", f"/meja/data/versi/{version.pk}/"]
    browser.get(paths[0])
    few = [queries_of(browser.get, path) for path in paths]
    for at in range(5):
        other = Dataset.objects.get(code=CODE)
        other.pk, other.code = None, f"contoh-{at}"
        other.save()
        looked_at(sent(dataset, MENDED + f"D{at},1,1,2\n".encode()))
    assert [queries_of(browser.get, path) for path in paths] == few
