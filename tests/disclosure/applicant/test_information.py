"""The way in: what is published, whom to ask, and what is promised, as the regulation parameters tell."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.disclosure.queries import bodies_named
from selaras.government.models import RegulationParameter
from tests.disclosure.network import network, village
from tests.disclosure.publication.items import an_item_of
from tests.web.site import own_files

__all__ = ["own_files"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def page(name: str = "information", **asked: str) -> str:
    return Client().get(reverse(name), asked).content.decode()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("seboro", ["Pemerintah Desa Seboro"]),
        ("SADANG", ["Kecamatan Sadang", "Pemerintah Desa Seboro", "Pemerintah Desa Wonosari"]),
        ("desa sadang", ["Pemerintah Desa Seboro", "Pemerintah Desa Wonosari"]),
        ("kominfo", ["Dinas Komunikasi dan Informatika"]),
        ("kebumen", ["PPID Utama Kabupaten Kebumen"]),
        ("tidak ada", []),
        ("100%", []),
    ],
)
def test_a_body_is_found_by_its_name_as_it_is_typed(words: str, names: list[str]) -> None:
    network()
    assert [body.name for body in bodies_named(words)] == names


def test_the_page_leads_to_the_form_of_the_body() -> None:
    network()
    assert reverse("ask", args=[village().code]) in page(badan="Seboro")
    assert "Tidak ada badan bernama “Atlantis”" in page(badan="Atlantis")


def test_what_is_published_is_found_and_masked() -> None:
    body = network()
    an_item_of(body, summary="Hubungi 081234567890 untuk APBDes.")
    shown = page(q="apbdes")
    assert "APBDes tahun 2020 (contoh)" in shown
    assert "081234567890" not in shown
    assert "Belum ada yang terbit tentang “jembatan”" in page(q="jembatan")


def test_the_terms_are_those_of_the_regulation() -> None:
    network()
    assert "dijawab paling lama 10 hari kerja." in page()
    row = RegulationParameter.objects.get(key="disclosure.term.answer")
    row.value |= {"days": 8}
    row.save()
    assert "dijawab paling lama 8 hari kerja." in page()
    promise = page("service-promise")
    assert "8 hari kerja; dapat ditambah 7 hari kerja" in " ".join(promise.split())
    for told in ("Pasal 22 ayat (7) UU 14/2008", "Permohonan tidak ditanggapi", "Biaya", "Jaminan"):
        assert told in promise


def test_an_office_that_loaded_no_regulation_says_so() -> None:
    assert "peraturan dan jaringan badannya belum dimuat" in page()
    assert "Belum ada peraturan yang dimuat" in page("service-promise")


def test_queries_do_not_grow_with_what_is_found(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    body = network()
    for title in ("APBDes", "APBDes perubahan", "Laporan APBDes"):
        an_item_of(body, title=title, template="" if title != "APBDes" else "apbdes")
    with django_assert_max_num_queries(11):
        page(q="apbdes", badan="sadang")


def test_every_page_leads_there() -> None:
    network()
    assert f'href="{reverse("information")}"' in Client().get(reverse("publication")).content.decode()
