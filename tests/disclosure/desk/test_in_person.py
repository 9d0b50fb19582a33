"""Who comes in person or writes a letter completes and objects through the desk, from the day on which it came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.requesting import By, Wanted, complete
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.identity import Identity, identity_of
from selaras.disclosure.models import Objection, PublicBody, Request
from tests.disclosure.desk.cases import answered, do, words
from tests.disclosure.network import OTHER_VILLAGE, PICTURE, SITI, asked, at_desk, network, superior_of
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
MONDAY, TUESDAY, WEDNESDAY = date(2020, 3, 9), date(2020, 3, 10), date(2020, 3, 11)


@pytest.fixture
def body(today: Today) -> PublicBody:
    made = network()
    today(MONDAY)
    return made


def desk_of(body: PublicBody, on: date, today: Today) -> Client:
    today(on)
    return browser_of(at_desk(body))


def lacking(body: PublicBody) -> Request:
    case = asked(body, papers=(), identity=Identity(name=SITI.name, address=SITI.address, phone=SITI.phone))
    return ask_to_complete(case, ["identity_number", "identity"], actor=at_desk(body))


def brought(**told: Any) -> dict[str, Any]:
    card = SimpleUploadedFile("ktp.jpg", PICTURE, content_type="image/jpeg")
    return {"on": "2020-03-10", "identity_number": SITI.identity_number, "identity": card} | told


def test_what_was_missing_is_brought_to_the_desk(body: PublicBody, today: Today) -> None:
    case, desk = lacking(body), desk_of(body, WEDNESDAY, today)
    form = desk.get(reverse("request-deed", args=[case.pk, "kelengkapan"])).content.decode()
    assert 'name="identity_number"' in form
    assert 'name="purpose"' not in form  # only what was asked for
    assert "Periksa apakah permohonan ini lengkap." in words(do(desk, case, "kelengkapan", **brought()))
    case.refresh_from_db()
    assert identity_of(case.applicant) == SITI
    assert case.identity_documents.get().kind == "identity"
    checked = case.clocks.filter(kind="check").last()
    assert (case.clocks.get(kind="complete").done_on, checked.starts_on) == (TUESDAY, TUESDAY)
    assert case.steps.last().actor_name == "Petugas (contoh)"


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"identity_number": ""}, "Ini masih kosong."),
        ({"identity": ""}, "Ini masih kosong."),
        ({"identity_number": "330522"}, "NIK terdiri atas 16 angka."),
        ({"on": "2020-03-12"}, "Tanggal terima tidak dapat di depan hari ini."),
        ({"on": "2020-03-06"}, "Kelengkapan tidak dapat diterima sebelum diminta."),
        ({"on": ""}, "Isi tanggalnya."),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(
    told: dict[str, Any], sentence: str, body: PublicBody, today: Today
) -> None:
    case, desk = lacking(body), desk_of(body, WEDNESDAY, today)
    refused = do(desk, case, "kelengkapan", **brought(**told))
    assert refused.status_code == 422
    assert sentence in words(refused)
    case.refresh_from_db()
    assert case.state == "incomplete"


def told_in_person(**told: Any) -> dict[str, Any]:
    return {"on": "2020-03-10", "grounds": ["d", "f"], "text": "Kurang.", "submission": str(uuid4())} | told


def test_an_objection_by_letter_counts_from_the_day_it_came_and_once(body: PublicBody, today: Today) -> None:
    case, desk, told = answered(body), desk_of(body, WEDNESDAY, today), told_in_person()
    assert "Biaya yang dikenakan tidak wajar." in words(desk.get(reverse("request-deed", args=[case.pk, "keberatan"])))
    for _twice in range(2):
        assert "Keberatan atas jawaban ini menunggu putusan" in words(do(desk, case, "keberatan", **told))
    objection = Objection.objects.get()
    assert (objection.grounds, objection.received_on) == ("df", TUESDAY)
    assert case.clocks.get(kind="superior").starts_on == TUESDAY
    assert case.clocks.get(kind="object").done_on == TUESDAY


def test_a_letter_that_came_in_time_may_be_taken_down_later(body: PublicBody, today: Today) -> None:
    case = answered(body)
    due = case.clocks.get(kind="object").due_on
    desk = desk_of(body, date(2020, 6, 1), today)
    assert due < date(2020, 6, 1)
    assert "Waktu mengajukan keberatan sudah lewat." in words(
        do(desk, case, "keberatan", **told_in_person(on="2020-06-01"))
    )
    assert do(desk, case, "keberatan", **told_in_person(on=due.isoformat())).status_code == 200
    assert Objection.objects.get().received_on == due


def test_silence_is_objected_to_in_person_once_the_answer_is_late(body: PublicBody, today: Today) -> None:
    case = accept(asked(body), actor=at_desk(body))
    due = case.clocks.get(kind="answer").due_on
    assert b"/langkah/keberatan/" not in desk_of(body, due, today).get(reverse("request-desk", args=[case.pk])).content
    desk = desk_of(body, date(2020, 3, 27), today)
    assert b"/langkah/keberatan/" in desk.get(reverse("request-desk", args=[case.pk])).content
    early = do(desk, case, "keberatan", **told_in_person(on=due.isoformat(), grounds=["c"]))
    assert "Batas jawab belum lewat" in words(early)
    do(desk, case, "keberatan", **told_in_person(on="2020-03-26", grounds=["c"]))
    assert Objection.objects.get().grounds == "c"


def test_nobody_objects_before_there_was_anything_to_object_to(body: PublicBody) -> None:
    with pytest.raises(NotNow, match="sebelum haknya timbul"):
        object_to(answered(body), uuid4(), "d", "Kurang.", actor=at_desk(body), on=date(2020, 3, 6))


def test_only_the_own_desk_or_its_superior_takes_it_down(body: PublicBody) -> None:
    other = at_desk(PublicBody.objects.get(region=OTHER_VILLAGE))
    with pytest.raises(NotAllowed):
        complete(lacking(body), Wanted(""), By(SITI), actor=other)
    case = answered(body)
    with pytest.raises(NotAllowed):
        object_to(case, uuid4(), "d", "Kurang.", actor=other)
    assert object_to(case, uuid4(), "d", "Kurang.", actor=superior_of(body)).grounds == "d"
