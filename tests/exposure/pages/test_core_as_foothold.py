"""A core system where an intruder may begin, or is taken to be already: page and report say so, not that it is safe."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from selaras.exposure.models import System
from tests.exposure.pages.test_routes import ROUTES, headline
from tests.exposure.room import a_system, agencies, chief, inventory, joined
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db(transaction=True)

SAFE = "tidak ada rute menurut yang terdaftar"


def page_of(query: str = "") -> str:
    return browser_of(chief()).get(f"{ROUTES}{query}").content.decode().replace("\N{NO-BREAK SPACE}", " ")


def text_of_report() -> str:
    content = browser_of(chief()).get(f"{ROUTES}laporan.pdf").content
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def a_core_that_a_vendor_keeps() -> System:
    agencies()
    return a_system("SIMPEG (contoh)", worth=8, foothold="vendor")


def test_a_core_that_is_a_way_in_is_told_with_its_chance() -> None:
    a_core_that_a_vendor_keeps()
    page = page_of()
    assert headline(page) == "SIMPEG (contoh) sendiri titik masuk; peluangnya sekitar 10 %."
    assert SAFE not in page
    text = text_of_report()
    assert "SIMPEG (contoh) sendiri titik masuk; peluangnya sekitar 10 %." in text
    assert "sistem ini sendiri titik masuk" in text
    assert "tidak ada rute" not in text


def test_the_best_route_from_elsewhere_stands_beside_it() -> None:
    core = a_core_that_a_vendor_keeps()
    joined(a_system("Situs desa (contoh)", foothold="village"), core, "api")
    for told in (page_of(), page_of(f"?ke={core.key}"), text_of_report()):
        assert "Situs desa (contoh) → SIMPEG (contoh)" in told
        assert "sistem ini sendiri titik masuk" in told


def test_what_is_taken_to_have_fallen_already_is_not_called_safe() -> None:
    found = inventory()
    pay = a_system("Keuangan (contoh)", worth=5)
    page = page_of(f"?dari={found['simpeg'].key}")
    assert headline(page) == "Dari SIMPEG (contoh) tidak ada jalan ke sistem inti lain"
    assert page.count(SAFE) == 1  # the other core
    joined(found["simpeg"], pay, "credentials")
    page = page_of(f"?dari={found['simpeg'].key}")
    assert headline(page) == "Dari SIMPEG (contoh) ke Keuangan (contoh) dalam 1 langkah; peluangnya sekitar 70 %."
    assert SAFE not in page
    assert "sudah jatuh menurut pilihan ini" in page
