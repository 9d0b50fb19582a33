"""What is known of a village: the most trusted source counts, those that differ are shown, silence is not known."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from selaras.government.models import Region
from selaras.outreach.models import Signal, SignalFact
from selaras.outreach.reach.actions.explaining import explain_code
from selaras.outreach.reach.actions.importing import take_sites
from selaras.outreach.reach.errors import Incomplete, NotAllowed
from selaras.outreach.reach.queries import Known, codes_of, known_of
from selaras.people.models import Role
from tests.outreach.reach.region import region, source_of, steward, taken, told
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db


def alfa() -> Known:
    return known_of([Region.objects.get(pk="33.05.01.2001")])[0]


def says(signal: str, way: str, year: int) -> None:
    taken(
        f"Desa;Kecamatan;Sinyal;Catatan\nAlfa;Hulu;{signal};{way} {year}\n",
        told(f"Sumber {way} {year}", way, date(year, 1, 1)),
    )


@pytest.mark.parametrize(
    ("said", "signal", "contradicted"),
    [
        ((), Signal.NOT_KNOWN, False),
        ((("blankspot", "report", 2016),), Signal.BLANK, False),
        ((("blankspot", "report", 2016), ("tercakup", "report", 2019)), Signal.COVERED, True),
        ((("blankspot", "measurement", 2016), ("tercakup", "census", 2019)), Signal.BLANK, True),
        ((("9", "measurement", 2019), ("tercakup", "census", 2016)), Signal.COVERED, False),
        ((("tercakup", "report", 2016), ("tercakup", "census", 2019)), Signal.COVERED, False),
    ],
)
def test_which_word_counts(said: tuple[tuple[str, str, int], ...], signal: Signal, contradicted: bool) -> None:
    region()
    for one in said:
        says(*one)
    assert (alfa().signal, alfa().contradicted) == (signal, contradicted)


def test_a_mast_that_no_list_names_makes_no_blank_spot() -> None:
    region()
    take_sites(told(), "menara.csv", b"Nomor;Lat;Lon\nA1;-8.0;110.9\n", actor=steward())
    assert alfa().signal == Signal.NOT_KNOWN


def test_an_office_says_what_a_code_means_and_may_say_otherwise_later() -> None:
    region()
    source = source_of(taken("Kode;Sinyal kode\n33.05.01.2001;3\n33.05.01.2002;3\n33.05.02.2001;1\n"))
    assert codes_of(source) == [("1", 1, Signal.NOT_KNOWN), ("3", 2, Signal.NOT_KNOWN)]
    assert explain_code(source, "3", Signal.BLANK, actor=steward()) == 2
    assert alfa().signal == Signal.BLANK
    explain_code(source, "3", Signal.CONSTRAINED, actor=steward())
    assert codes_of(source) == [("1", 1, Signal.NOT_KNOWN), ("3", 2, Signal.CONSTRAINED)]
    assert SignalFact.objects.filter(signal=Signal.CONSTRAINED).count() == 2


def test_a_meaning_needs_a_code_that_is_there_and_somebody_who_keeps_the_lists() -> None:
    region()
    source = source_of(taken("Kode;Sinyal kode\n33.05.01.2001;3\n"))
    for code, signal in (("7", Signal.BLANK), ("", Signal.BLANK), ("3", "ungu")):
        with pytest.raises(Incomplete):
            explain_code(source, code, signal, actor=steward())
    with pytest.raises(NotAllowed):
        explain_code(source, "3", Signal.BLANK, actor=someone(Role.Kind.AUDITOR))


def test_the_pages_show_sources_that_differ_and_what_is_not_known(client: Client) -> None:
    region()
    says("blankspot", "report", 2016)
    says("tercakup", "census", 2019)
    whole = client.get("/sinyal/").content.decode()
    assert "1 desa blankspot, 0 terkendala sinyal, 3 belum diketahui" in whole
    page = client.get("/sinyal/33.05.01/").content.decode()
    for said in ("sumber berbeda", "Sumber report 2016", "Sumber census 2019", "belum ada sumber"):
        assert said in page
    assert client.get("/sinyal/33.05/").status_code == 404


def test_a_file_sent_from_the_desk_is_explained_there() -> None:
    region()
    browser = browser_of(steward())
    assert browser.post("/meja/sinyal/kirim/", {"kind": "signal_villages"}).status_code == 422
    file = SimpleUploadedFile("desa.csv", b"Kode;Sinyal kode\n33.05.01.2001;3\n33.05.01.2009;1\n")
    said = {"kind": "signal_villages", "name": "Pendataan", "way": "census", "as_of": "2020-01-01", "stated": "3"}
    page = browser.post("/meja/sinyal/kirim/", {**said, "file": file}, follow=True)
    text = page.content.decode()
    assert "1 baris diambil, 1 ditahan" in text
    assert "Daftar ini menyebut 3 desa, tetapi memuat 2 nama." in text
    address = page.redirect_chain[-1][0]
    told_so = browser.post(f"{address}arti/", {"code": "3", "signal": "blank"}, follow=True).content.decode()
    assert "Arti kode 3 disimpan." in told_so
    assert alfa().signal == Signal.BLANK


def test_more_villages_and_sources_do_not_ask_more_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    region()
    for year in range(2010, 2020):
        says("blankspot", "report", year)
    with django_assert_max_num_queries(7):
        client.get("/sinyal/")
    with django_assert_max_num_queries(11):
        client.get("/sinyal/33.05.01/")
