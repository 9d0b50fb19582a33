"""The printed report says what the page says: the way in, each core, the reckoning, the plan, the assumptions."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from selaras.background import work_off
from selaras.exposure.actions.computing import ask_estimate, ask_plan
from selaras.exposure.actions.connecting import remove_connection
from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.models import Connection, Fix
from tests.exposure.room import CIVIL, agencies, chief, inventory, officer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db(transaction=True)

REPORT = "/meja/keamanan/rute/laporan.pdf"


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def test_it_tells_the_way_in_what_was_worked_out_and_the_plan() -> None:
    inventory()
    said = Measured(Fix.Kind.SEGMENT, "Brankas sandi (contoh)", 20_000_000)
    suggest_fix(Connection.objects.get(kind="credentials"), said, actor=chief())
    ask_estimate(actor=chief())
    ask_plan(30_000_000, actor=chief())
    work_off("test")
    answer = browser_of(chief()).get(REPORT)
    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer.content)
    for words in (
        "RAHASIA",
        "Dari Situs desa (contoh) ke SIMPEG (contoh) dalam 2 langkah",
        "Bila semua asumsi di batas bawah, peluang rute ini sekitar 0,6 %",
        "contoh kejadian",
        "Dari seluruh bobot sistem inti, dalam setahun diperkirakan jatuh sekitar ",
        "Yang paling menggeser hasilnya: titik masuk dikuasai penyusup.",
        "Portal masuk (contoh) tetap di antara yang paling terpapar dalam",
        "Brankas sandi (contoh)",
        "sandi tersimpan",
    ):
        assert words in text, words


def test_a_plan_that_holds_no_more_is_not_printed() -> None:
    inventory()
    way = Connection.objects.get(kind="credentials")
    suggest_fix(way, Measured(Fix.Kind.SEGMENT, "Brankas sandi (contoh)", 20_000_000), actor=chief())
    ask_plan(30_000_000, actor=chief())
    work_off("test")
    remove_connection(way, actor=chief())
    text = text_of(browser_of(chief()).get(REPORT).content)
    assert "Brankas sandi" not in text
    assert "berubah sesudah rencana terakhir. Susun lagi" in text


def test_an_agencys_report_holds_nothing_of_others() -> None:
    inventory()
    text = text_of(browser_of(officer(CIVIL)).get(REPORT).content)
    assert "SIMPEG (contoh)" in text
    assert "Situs desa" not in text


def test_without_a_core_system_the_page_says_what_lacks() -> None:
    agencies()
    assert "Belum ada sistem inti" in browser_of(chief()).get(REPORT, follow=True).content.decode()
