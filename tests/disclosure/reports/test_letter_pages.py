"""The pages of letters: for the desk of the case, for the applicant by the link, and for their words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from selaras.disclosure.links import token_of
from selaras.disclosure.models import Letter, LetterTemplate, PublicBody, Request
from tests.disclosure.network import OTHER_VILLAGE, asked, at_desk, network
from tests.disclosure.reports.a_long_case import furnished, long_case
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


@pytest.fixture
def case(today: Today) -> Request:
    body = network()
    today(date(2020, 3, 9))
    return asked(body)


def desk_of(case: Request) -> Client:
    return browser_of(at_desk(case.body))


def test_the_desk_sees_each_letter_and_writes_it_by_its_button(case: Request) -> None:
    desk, page = desk_of(case), reverse("request-letters", args=[case.pk])
    assert "0 dari 1 surat sudah ditulis." in desk.get(page).text
    text = desk.post(page, {"surat": f"receipt request:{case.pk}"}, follow=True).text
    assert "1 dari 1 surat sudah ditulis." in text
    letter = Letter.objects.get()
    for form, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        answer = desk.get(reverse("letter-file", args=[letter.pk, form]))
        assert answer.content.startswith(start)
        assert answer["Content-Disposition"] == f'attachment; filename="surat-TB-1-0001-3305222002-2020.{form}"'
    assert desk.get(reverse("letter-file", args=[letter.pk, "exe"])).status_code == 404


def test_a_letter_that_is_not_there_is_told_and_nothing_is_written(case: Request) -> None:
    text = (
        desk_of(case).post(reverse("request-letters", args=[case.pk]), {"surat": "answer answer:1"}, follow=True).text
    )
    assert "Pilih salah satu surat di halaman ini." in text
    assert not Letter.objects.exists()


def test_another_desk_sees_neither_the_page_nor_the_file(case: Request) -> None:
    desk_of(case).post(reverse("request-letters", args=[case.pk]), {"surat": f"receipt request:{case.pk}"})
    other = browser_of(at_desk(PublicBody.objects.get(region=OTHER_VILLAGE)))
    assert other.get(reverse("request-letters", args=[case.pk])).status_code == 404
    assert other.get(reverse("letter-file", args=[Letter.objects.get().pk, "pdf"])).status_code == 404


def test_the_applicant_makes_the_proof_and_downloads_it_by_the_link(case: Request) -> None:
    client, page = Client(), reverse("my-letters", args=[token_of(case)])
    assert "Buat tanda bukti permohonan Anda." in client.get(page).text
    assert "Ada 1 surat untuk Anda." in client.post(page, {"surat": f"receipt request:{case.pk}"}, follow=True).text
    answer = client.get(reverse("my-letter", args=[token_of(case), Letter.objects.get().pk]))
    assert answer.content.startswith(b"%PDF")
    assert "no-store" in answer["Cache-Control"]


def test_the_link_opens_no_other_case(case: Request, today: Today) -> None:
    other = asked(case.body)
    desk_of(case).post(reverse("request-letters", args=[other.pk]), {"surat": f"receipt request:{other.pk}"})
    letter = Letter.objects.get()
    assert Client().get(reverse("my-letter", args=[token_of(case), letter.pk])).status_code == 404
    assert Client().get(reverse("my-letters", args=["tidak-ada"])).status_code == 404


def test_the_applicant_cannot_write_what_the_desk_writes(today: Today) -> None:
    case = long_case(furnished(network()), today)
    answer = case.answers.get()
    page = reverse("my-letters", args=[token_of(case)])
    text = Client().post(page, {"surat": f"answer answer:{answer.pk}"}, follow=True).text
    assert "Pilih salah satu surat" in text
    assert not Letter.objects.exists()


def test_words_are_previewed_then_kept_and_what_is_wrong_loses_nothing(case: Request) -> None:
    desk, page = desk_of(case), reverse("letter-wording", args=["receipt"])
    assert "[nama pemohon]" in desk.get(page).text
    seen = desk.post(page, {"text": "Halo {nama}, terima kasih.", "see": "1"}).text
    assert "Halo [nama pemohon], terima kasih." in seen
    assert not LetterTemplate.objects.exists()
    wrong = desk.post(page, {"text": "Halo {pemohon}, terima kasih.", "keep": "1"})
    assert "Isian {pemohon} tidak dikenal." in wrong.text
    assert "Halo {pemohon}, terima kasih." in wrong.text
    assert not LetterTemplate.objects.exists()
    kept = desk.post(page, {"text": "Halo {nama}, terima kasih.", "keep": "1"}, follow=True).text
    assert "naskah sendiri, versi 1" in kept
    assert LetterTemplate.objects.get().body == case.body
    reset = desk.post(page, {"reset": "1"}, follow=True).text
    assert "Yang berlaku ialah naskah bawaan." in reset
    assert LetterTemplate.objects.count() == 2


def test_the_words_of_another_desk_are_not_shown(case: Request) -> None:
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    assert desk_of(case).get(reverse("letter-wordings") + f"?badan={other.code}").status_code == 403


def test_the_page_of_letters_asks_the_database_no_more_for_many(
    today: Today, django_assert_max_num_queries: Callable[..., object]
) -> None:
    case = long_case(furnished(network()), today)
    desk = desk_of(case)
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]
        assert desk.get(reverse("request-letters", args=[case.pk])).status_code == 200
