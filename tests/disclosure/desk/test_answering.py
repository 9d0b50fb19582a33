"""An answer is written part by part, kept as a draft at every button, and sent once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from selaras.disclosure.actions.objecting import decide_objection
from selaras.disclosure.actions.releasing import add_file, release_file
from selaras.disclosure.actions.withholding import approve
from selaras.disclosure.models import Answer, AnswerDraft, Request
from tests.disclosure.desk.cases import helper_of, list_with_a_nik, objected, opened, weighed, words
from tests.disclosure.network import OTHER_VILLAGE, asked, at_desk, network, superior_of
from tests.people.persons import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]
Today = Callable[[date], None]
GIVEN = {"text": "APBDes 2019", "fate": "given"}


def typed(*parts: dict[str, Any], text: str = "APBDes 2019 terlampir.", **told: Any) -> dict[str, Any]:
    """What the form sends."""
    rows = {f"bagian-{at}-{name}": value for at, part in enumerate(parts) for name, value in part.items()}
    return {"bagian-TOTAL_FORMS": len(parts), "bagian-INITIAL_FORMS": 1, "text": text, **rows, **told}


def sent(desk: Client, case: Request, *parts: dict[str, Any], **told: Any) -> Any:
    path = reverse("request-answer", args=[case.pk])
    return desk.post(path, typed(*parts, **told) | {"_kirim": "1"}, follow=True)


def test_part_given_part_withheld_with_an_approved_test_and_a_clean_file(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, who = opened(body), at_desk(body)
    file = release_file(add_file(case, "daftar.xlsx", list_with_a_nik(), actor=who), (), actor=who)
    test = approve(weighed(body), "01/2020", actor=superior_of(body))
    withheld = {"text": "NIK penerima", "fate": "withheld", "reason": "Rahasia pribadi.", "exemption": test.pk}
    page = words(sent(browser_of(who), case, GIVEN, withheld, files=[file.pk], cost="Rp 5.000", cost_note="Fotokopi."))
    assert "Jawaban: dikabulkan sebagian" in page
    given = Answer.objects.get()
    assert [(part.fate, part.article) for part in given.parts.all()] == [
        ("given", ""),
        ("withheld", "Pasal 17 huruf h UU 14/2008"),
    ]
    assert (given.cost, list(given.files.all())) == (5000, [file])


@pytest.mark.parametrize(
    ("parts", "told", "sentence"),
    [
        ([GIVEN], {"text": ""}, "Tulis jawabannya."),
        ([{"text": "", "fate": "given"}], {}, "Sebut setiap bagian yang diminta dan putusannya."),
        ([GIVEN | {"fate": "withheld", "reason": "Rahasia."}], {}, "harus menyebut uji konsekuensinya"),
        ([GIVEN | {"fate": "not_held"}], {}, "harus disertai alasannya"),
        ([GIVEN], {"cost": "sepuluh"}, "Biaya salinan"),
        ([GIVEN], {"cost": "10000"}, "Tulis untuk apa biayanya"),
        ([GIVEN], {"files": ["999"]}, "Berkas yang diserahkan"),
    ],
)
def test_a_refused_answer_says_why_and_is_kept_as_a_draft(
    today: Today, parts: list[dict[str, str]], told: dict[str, Any], sentence: str
) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, desk = opened(body), browser_of(at_desk(body))
    assert sentence in words(sent(desk, case, *parts, **told))
    assert not Answer.objects.exists()
    again = desk.get(reverse("request-answer", args=[case.pk])).content.decode()
    assert all(word in again for part in parts for word in part.values() if word)


def test_a_test_that_waits_for_approval_cannot_be_named_yet(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = opened(body)
    test = weighed(body)
    withheld = {"text": "NIK penerima", "fate": "withheld", "reason": "Rahasia pribadi.", "exemption": test.pk}
    page = words(sent(browser_of(at_desk(body)), case, withheld))
    assert "Uji konsekuensi itu belum disetujui, atau masanya sudah lewat." in page
    assert "1 uji konsekuensi masih menunggu persetujuan atasan PPID." in page


def test_every_button_keeps_what_was_typed_and_the_draft_goes_with_the_answer(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, desk = opened(body), browser_of(at_desk(body))
    path = reverse("request-answer", args=[case.pk])
    grown = desk.post(path, typed(GIVEN, text="Konsep saya.") | {"_tambah": "1"}).content.decode()
    assert 'name="bagian-1-text"' in grown
    page = desk.get(path).content.decode()
    assert "Konsep saya." in page
    assert 'name="bagian-1-text"' in page
    sent(desk, case, GIVEN)
    assert not AnswerDraft.objects.exists()


def test_sentences_to_mend_stand_beside_the_text_when_asked_for(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, desk = opened(body), browser_of(at_desk(body))
    hard = "Dalam rangka penyelenggaraan pelaksanaan pendistribusian dimaksud dapat disampaikan bahwa hal tersebut."
    page = desk.post(reverse("request-answer", args=[case.pk]), typed(GIVEN, text=hard) | {"_baca": "1"})
    assert "kalimat dapat dipermudah" in words(page)
    assert "<q>" in page.content.decode()
    assert not Answer.objects.exists()


def test_pressed_twice_it_is_one_answer(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, desk = opened(body), browser_of(at_desk(body))
    sent(desk, case, GIVEN)
    assert "Permohonan ini tidak menunggu jawaban." in words(sent(desk, case, GIVEN))
    assert Answer.objects.count() == 1


def test_after_a_granted_objection_it_is_answered_anew(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    objection = decide_objection(objected(body), "granted", "Laporan harus diberikan.", actor=superior_of(body))
    case, desk = objection.request, browser_of(at_desk(body))
    form = words(desk.get(reverse("request-answer", args=[case.pk])))
    assert "Jawab ulang sesuai putusan atasan PPID" in form
    assert "Laporan harus diberikan." in form
    assert "Jawaban ulang: dikabulkan seluruhnya" in words(sent(desk, case, GIVEN))


def test_a_district_that_helps_answers_in_the_villages_name(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = opened(body)
    helper = browser_of(helper_of(body))
    assert "Anda bertindak atas nama" in words(helper.get(reverse("request-answer", args=[case.pk])))
    assert "dijawab" in words(sent(helper, case, GIVEN)).lower()
    assert case.steps.get(kind="answered").helping.name == "Kecamatan Sadang"  # type: ignore[union-attr]


def test_another_desk_neither_reads_nor_answers() -> None:
    body = network()
    case = asked(body)
    other = browser_of(at_desk(type(body).objects.get(region=OTHER_VILLAGE)))
    assert other.get(reverse("request-answer", args=[case.pk])).status_code == 404
    assert sent(other, case, GIVEN).status_code == 404


def test_a_superior_reads_but_does_not_answer(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = opened(body)
    assert browser_of(superior_of(body)).get(reverse("request-answer", args=[case.pk])).status_code == 403
