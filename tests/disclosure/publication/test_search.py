"""One search finds items and published answers alike, the one that fits best first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from selaras.disclosure.actions.answering import Reply, Told, answer, publish
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.indexing import words_of
from selaras.disclosure.models import PublicBody
from selaras.disclosure.search import found
from tests.disclosure.network import SITI, asked, at_desk, network
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(date(2020, 3, 9))
    an_item_of(made)
    an_item_of(made, "struktur", title="Struktur pemerintah desa", summary="Siapa memegang jabatan apa.")
    an_item_of(made, "", title="Jadwal posyandu (contoh)", summary="Setiap Selasa pertama di balai desa.")
    return made


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Salinan APBDes tahun 2019 beserta laporannya", ["salin", "apbdes", "tahun", "2019", "lapor"]),
        ("yang untuk dan di", []),
        ("", []),
        ("Jalan, jalan; JALAN!", ["jalan"]),
        ("x", []),
    ],
)
def test_words_are_stems_without_what_is_said_everywhere(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("asked_for", "first"),
    [
        ("Saya minta salinan APBDes desa Seboro tahun 2020", "APBDes tahun 2020 (contoh)"),
        ("siapa pejabat di pemerintah desa", "Struktur pemerintah desa"),
        ("kapan posyandu di desa", "Jadwal posyandu (contoh)"),
        ("posyan", "Jadwal posyandu (contoh)"),
    ],
)
def test_a_whole_question_finds_what_fits_best(body: PublicBody, asked_for: str, first: str) -> None:
    assert found(asked_for)[0].title == first


def test_nothing_is_found_for_nothing(body: PublicBody) -> None:
    for text in ("", "yang dan di", "kapal selam nuklir", "%", "_"):
        assert found(text) == []


def test_an_answer_is_found_while_it_is_published(body: PublicBody) -> None:
    desk = at_desk(body)
    case = accept(asked(body), actor=desk)
    given = answer(
        case, Reply([Told("Irigasi", "given")], "Saluran di utara selesai. NIK 3305226501900001."), actor=desk
    )
    assert found("irigasi utara") == []
    publish(given, "Perbaikan saluran irigasi", actor=desk)
    hit = found("irigasi utara")[0]
    assert (hit.title, hit.body, hit.date) == ("Perbaikan saluran irigasi", body, date(2020, 3, 9))
    assert "3305226501900001" not in hit.excerpt
    publish(given, "", actor=desk)
    assert found("irigasi utara") == []


def test_no_more_are_found_than_asked_for(body: PublicBody) -> None:
    assert len(found("desa seboro", limit=2)) == 2
    assert len(found("desa seboro", limit=9)) == 3


def test_a_published_answer_is_read_without_who_asked(body: PublicBody) -> None:
    desk = at_desk(body)
    case = accept(asked(body), actor=desk)
    given = answer(case, Reply([Told("Irigasi", "given")], "Saluran di utara selesai."), actor=desk)
    page = reverse("published-answer", args=[given.pk])
    assert Client().get(page).status_code == 404
    publish(given, "Perbaikan saluran irigasi", actor=desk)
    told = Client().get(found("saluran irigasi")[0].url).content.decode()
    assert "Saluran di utara selesai." in told
    for private in (SITI.name, SITI.address, case.number):
        assert private not in told
