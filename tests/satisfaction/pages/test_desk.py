"""The desk of the survey: a service described, a period opened and closed, paper typed in, somebody invited."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from selaras.satisfaction.models import Answer, Invitation, Service, Survey
from tests.people.persons import browser_of
from tests.satisfaction.room import agency, keeper, service, stranger, survey, typist

pytestmark = pytest.mark.django_db


def text(client: Client, name: str, *parts: str) -> str:
    return client.get(reverse(name, args=parts)).content.decode()


def test_from_nothing_to_an_open_survey() -> None:
    service().delete()
    client = browser_of(keeper())
    assert "Belum ada layanan" in text(client, "survey-desk")
    said = {"name": "Layanan radio (contoh)", "code": "radio", "agency": agency().pk, "population": "300"}
    client.post(reverse("survey-service-new"), said)
    made = Service.objects.get(code="radio")
    assert "Belum ada survei" in text(client, "survey-service", "radio")
    client.post(reverse("survey-desk-add", args=["radio"]), {"name": "Studio"})
    today = timezone.localdate()
    days = {"opens_on": today.isoformat(), "closes_on": (today + timedelta(days=9)).isoformat()}
    asked = {"q-cost": "Biayanya murah?"}
    page = client.post(reverse("survey-open", args=["radio"]), {"name": "Triwulan I", **days, **asked}, follow=True)
    one = Survey.objects.get(service=made)
    assert f"/survei/{one.key}/" in page.content.decode()
    assert one.questions["cost"] == "Biayanya murah?"
    assert "1 survei sedang dibuka" in text(client, "survey-desk")
    client.post(reverse("survey-act", args=[one.key]), {"deed": "close"})
    assert "Ditutup" in text(client, "survey-period", one.key)


def test_what_is_missing_is_told_and_what_was_typed_stays() -> None:
    of, client = service(), browser_of(keeper())
    page = client.post(reverse("survey-open", args=[of.code]), {"name": "", "q-cost": "Biayanya murah?"})
    assert page.status_code == 422
    assert "Beri nama periodenya" in page.content.decode()
    assert "Biayanya murah?" in page.content.decode()
    page = client.post(reverse("survey-service-new"), {"name": "A", "population": "banyak"})
    assert page.status_code == 422
    assert "Tulis angka bulat" in page.content.decode()


def test_a_service_is_changed_on_its_own_page_and_not_by_adding_its_code_again() -> None:
    of, client = service(), browser_of(keeper())
    said = {"name": "Lain (contoh)", "population": "9"}
    page = client.post(reverse("survey-service-new"), said | {"code": of.code, "agency": agency().pk})
    assert (page.status_code, "Kode ini sudah dipakai layanan" in page.content.decode()) == (422, True)
    address = reverse("survey-service-change", args=[of.code])
    assert address in text(client, "survey-service", of.code)
    assert of.name in client.get(address).content.decode()
    assert client.post(address, said | {"name": ""}).status_code == 422
    assert "Lain (contoh)" in client.post(address, said, follow=True).content.decode()
    assert Service.objects.get().population == 9


def test_a_desk_that_is_there_is_not_said_to_be_added() -> None:
    of, client = service(), browser_of(keeper())
    added = [
        client.post(reverse("survey-desk-add", args=[of.code]), {"name": name}, follow=True).content.decode()
        for name in ("Studio", "studio")
    ]
    assert ["Loket ini ditambahkan." in page for page in added] == [True, False]
    assert "Loket ini sudah ada." in added[1]


def test_a_second_open_survey_is_refused_with_the_way_out() -> None:
    one, client, today = survey(), browser_of(keeper()), timezone.localdate().isoformat()
    said = {"name": "B", "opens_on": today, "closes_on": today}
    page = client.post(reverse("survey-open", args=[one.service.code]), said)
    assert "Tutup dahulu yang itu." in page.content.decode()


def papers(**fields: str) -> dict[str, str]:
    return {"submission": str(uuid4()), "channel": "paper"} | {
        name.replace("_", "-"): told for name, told in fields.items()
    }


def test_paper_is_typed_in_row_by_row_and_an_empty_row_is_no_form() -> None:
    one, client = survey(), browser_of(typist())
    address = reverse("survey-papers", args=[one.key])
    said = papers(**{"0_u_time": "3", "0_u_cost": "4", "2_u_time": "1", "2_comment": "Lama", "2_age": "25-39"})
    assert "2 formulir tersimpan." in client.post(address, said, follow=True).content.decode()
    assert "sudah tersimpan sebelumnya" in client.post(address, said, follow=True).content.decode()
    assert [(kept.marks, kept.comment) for kept in Answer.objects.order_by("comment")] == [
        ({"time": 3, "cost": 4}, ""),
        ({"time": 1}, "Lama"),
    ]


def test_a_wrong_mark_is_told_by_the_row_of_the_page_and_nothing_is_lost() -> None:
    one, client = survey(), browser_of(typist())
    said = papers(**{"3_u_time": "9", "3_comment": "Kursi kurang", "1_u_cost": "2"})
    page = client.post(reverse("survey-papers", args=[one.key]), said)
    assert page.status_code == 422
    assert '<a href="#formulir-3">Formulir 4: Tulis angka 1 sampai 4.</a>' in page.content.decode()
    assert "Kursi kurang" in page.content.decode()
    assert not Answer.objects.exists()


def test_a_form_added_after_a_lost_reply_is_kept_and_the_page_says_how_many() -> None:
    one, client = survey(), browser_of(typist())
    address, said = reverse("survey-papers", args=[one.key]), papers(**{"1_u_time": "3", "2_u_time": "4"})
    client.post(address, said)
    page = client.post(address, said | {"0-u-time": "1"}, follow=True).content.decode()
    assert "1 formulir tersimpan. 2 sudah tersimpan sebelumnya." in page
    assert Answer.objects.count() == 3


def test_nothing_typed_says_so() -> None:
    one, client = survey(), browser_of(typist())
    page = client.post(reverse("survey-papers", args=[one.key]), papers())
    assert "Belum ada satu pun formulir yang diisi." in page.content.decode()


def test_an_invitation_is_a_link_to_hand_over() -> None:
    one, client = survey(), browser_of(typist())
    address = reverse("survey-invite", args=[one.service.code])
    assert 'value="12/2021"' in client.get(f"{address}?nomor=12/2021").content.decode()
    page = client.post(address, {"reference": "12/2021"}).content.decode()
    assert f"http://localhost:8000{reverse('surveys')}undangan/" in page
    assert Invitation.objects.get().reference == "12/2021"
    assert client.post(address, {"reference": ""}).status_code == 422


def test_another_agency_finds_nothing() -> None:
    one, client = survey(), browser_of(stranger())
    assert one.service.name not in text(client, "survey-desk")
    for name, part in (("survey-service", one.service.code), ("survey-period", one.key), ("survey-papers", one.key)):
        assert client.get(reverse(name, args=[part])).status_code == 404, name
