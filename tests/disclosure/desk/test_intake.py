"""A request spoken or brought on paper is taken down on one page; the applicant goes home with a receipt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.requesting import withdraw
from selaras.disclosure.identity import identity_of
from selaras.disclosure.links import address_of
from selaras.disclosure.models import Request
from tests.disclosure.desk.cases import helper_of, words
from tests.disclosure.network import OTHER_VILLAGE, PICTURE, SITI, asked, at_desk, network
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
PAGE = "request-take-down"


def spoken(**told: Any) -> dict[str, Any]:
    return {
        "body": "3305222002",
        "channel": "desk",
        "on": "2020-03-09",
        "subject": "Salinan APBDes 2019",
        "kind": "person",
        "name": SITI.name,
        "phone": SITI.phone,
        "submission": str(uuid4()),
    } | told


def test_it_gets_a_number_its_day_and_a_receipt_with_the_applicants_own_link(today: Today) -> None:
    body = network()
    today(date(2020, 3, 11))
    photo = SimpleUploadedFile("ktp.jpg", PICTURE, "image/jpeg")
    page = browser_of(at_desk(body)).post(reverse(PAGE), spoken(channel="paper", identity=photo), follow=True)
    case = Request.objects.get()
    assert (case.channel, case.received_on, case.state) == ("paper", date(2020, 3, 9), "checking")
    assert identity_of(case.applicant).name == SITI.name
    assert list(case.identity_documents.values_list("kind", flat=True)) == ["identity"]
    told = words(page)
    assert case.number in told
    assert address_of(case) in told
    assert "<svg" in page.content.decode()


def test_pressed_twice_it_is_one_request(today: Today) -> None:
    body = network()
    today(date(2020, 3, 11))
    desk, told = browser_of(at_desk(body)), spoken()
    for _ in range(2):
        assert desk.post(reverse(PAGE), told).status_code == 302
    assert Request.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"subject": ""}, "Tulis informasi apa yang Anda minta."),
        ({"identity_number": "123"}, "NIK terdiri atas 16 angka."),
        ({"on": "2020-03-12"}, "Tanggal terima tidak dapat di depan hari ini."),
        ({"on": "kemarin"}, "Tulis tanggal sebagai tahun-bulan-hari"),
        ({"delivery": "email"}, "Isi alamat surelnya, atau pilih cara lain."),
        ({"channel": "merpati"}, "Pilih salah satu yang tersedia."),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(
    today: Today, wrong: dict[str, str], sentence: str
) -> None:
    body = network()
    today(date(2020, 3, 11))
    answer = browser_of(at_desk(body)).post(reverse(PAGE), spoken(address="RT 02 RW 01 (contoh)", **wrong))
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert 'value="RT 02 RW 01 (contoh)"' in answer.content.decode()
    assert not Request.objects.exists()


def test_a_file_that_is_no_photo_is_refused_and_the_photos_are_asked_for_again(today: Today) -> None:
    body = network()
    today(date(2020, 3, 11))
    page = words(
        browser_of(at_desk(body)).post(reverse(PAGE), spoken(identity=SimpleUploadedFile("ktp.exe", b"MZ" * 9)))
    )
    assert "Berkas ini bukan foto JPG atau PNG, dan bukan PDF." in page
    assert "foto dan berkasnya harus dipilih sekali lagi" in page


def test_a_desk_writes_for_no_other_desk(today: Today) -> None:
    body = network()
    today(date(2020, 3, 11))
    page = browser_of(at_desk(body)).post(reverse(PAGE), spoken(body=OTHER_VILLAGE.replace(".", "")))
    assert "Pilih salah satu meja Anda." in words(page)
    assert not Request.objects.exists()


def test_a_district_that_helps_takes_down_in_the_villages_name(today: Today) -> None:
    body = network()
    today(date(2020, 3, 11))
    browser_of(helper_of(body)).post(reverse(PAGE), spoken())
    step = Request.objects.get(body=body).steps.get()
    assert step.helping is not None
    assert step.helping.name == "Kecamatan Sadang"


def test_the_receipt_is_for_the_desk_alone_and_gone_with_the_applicant() -> None:
    body = network()
    case = asked(body)
    path = reverse("request-receipt", args=[case.pk])
    other = browser_of(at_desk(type(body).objects.get(region=OTHER_VILLAGE)))
    assert other.get(path).status_code == 404
    desk = browser_of(at_desk(body))
    assert desk.get(path).status_code == 200
    erase_applicant(withdraw(case), "Diminta.", actor=at_desk(body))
    assert desk.get(path).status_code == 404
