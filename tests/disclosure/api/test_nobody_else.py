"""What is another's stays another's: each thing of a case, asked for by everybody who does not hold its token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from selaras.disclosure.actions.answering import Reply, Told, answer, publish
from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.releasing import add_file, release_file
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import withdraw
from selaras.disclosure.actions.writing_letters import write_letter
from selaras.disclosure.identity import Identity
from selaras.disclosure.letters import letters_due
from selaras.disclosure.links import token_of
from selaras.disclosure.models import Objection, PublicBody, Request
from tests.disclosure.api.phone import get, picture, post
from tests.disclosure.desk.cases import opened
from tests.disclosure.network import OTHER_VILLAGE, WANTED, at_desk, network
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db
RINI = Identity(
    "Rini Puspitasari (contoh)",
    "3305226501900077",
    "RT 09 RW 04 Wonosari (contoh)",
    "081299990007",
    "rini@contoh.example",
    "Pedagang gula kelapa (contoh)",
)
SUBJECT = "Rekaman musyawarah tentang bendungan kali kecil"
PRIVATE = [RINI.name, RINI.identity_number, RINI.address, RINI.phone, RINI.email, RINI.job]


@dataclass(frozen=True)
class World:
    """Rini's case with a file, a letter and an objection; and a stranger's at the same and at another body."""

    case: Request
    strangers: tuple[Request, Request]
    file: int
    waiting: int  # a file that still lies at the desk
    letter: int


@pytest.fixture
def world(today: Callable[[date], None]) -> World:
    body = network()
    today(date(2020, 3, 9))
    desk = at_desk(body)
    wanted = WANTED.__class__(SUBJECT, "Skripsi", "copy", "soft", "site")
    case = opened(body, wanted=wanted, identity=RINI)
    file = release_file(add_file(case, "rekaman.png", picture(), actor=desk), [], actor=desk)
    waiting = add_file(case, "konsep.png", picture(16), actor=desk)
    given = answer(case, Reply([Told("Rekaman", "given")], "Terlampir.", [file]), actor=desk)
    publish(given, "Musyawarah desa (contoh)", actor=desk)
    letter = write_letter(case, letters_due(case)[0], actor=APPLICANT)
    object_to(case, uuid4(), "d", "Kurang lengkap.", actor=APPLICANT)
    an_item_of(body)
    strangers = opened(body), opened(PublicBody.objects.get(region=OTHER_VILLAGE))
    return World(case, strangers, file.pk, waiting.pk, letter.pk)


@pytest.mark.parametrize("kind", ["file", "letter", "waiting"])
def test_what_belongs_to_a_case_opens_by_its_own_token_alone(world: World, kind: str) -> None:
    path = f"request/{'letters' if kind == 'letter' else 'files'}/{getattr(world, kind)}"
    assert get(path, world.case).status_code == (404 if kind == "waiting" else 200)
    for stranger in world.strangers:
        assert get(path, stranger).status_code == 404
    assert get(path).status_code == 401


@pytest.mark.parametrize(
    "token",
    ["x", "0" * 32, "Bearer", "ünïcode", "a" * 5000, "' OR 1=1 --", "%00"],
)
@pytest.mark.parametrize("path", ["request", "request/files/1", "request/letters/1"])
def test_no_other_token_opens_anything(world: World, path: str, token: str) -> None:
    refused = get(path, token)
    assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert refused.json()["message"]


@pytest.mark.parametrize("deed", ["completion", "objection", "withdrawal", "letters"])
def test_nothing_is_done_without_the_token(world: World, deed: str) -> None:
    before = Request.objects.get(pk=world.case.pk).steps.count()
    sent = {"kind": "receipt", "submission": str(uuid4()), "grounds": ["a"], "text": "x"}
    assert post(f"request/{deed}", sent).status_code == 401
    assert post(f"request/{deed}", sent, token_of(world.case)[:-1]).status_code == 401
    assert world.case.steps.count() == before


def test_an_objection_under_the_key_of_another_is_refused_not_lost(world: World) -> None:
    key = str(Objection.objects.get().submission)
    refused = post("request/objection", {"submission": key, "grounds": ["a"], "text": "x"}, world.strangers[0])
    assert refused.status_code == 409
    assert "Kunci kiriman ini sudah dipakai" in refused.json()["message"]


PUBLIC = [
    "bodies",
    "bodies/3305222002",
    "items",
    "items?since=2020-01-01",
    "answers",
    "search?q=musyawarah",
    "search?q=bendungan",
    "search?q=Rini+Puspitasari",
    "statistics",
    "statistics?body=3305222002",
    "rules",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_nothing_public_names_who_asked_or_what(world: World, path: str) -> None:
    answered = get(path)
    assert answered.status_code == 200
    for secret in (*PRIVATE, SUBJECT, world.case.number, token_of(world.case)):
        assert secret not in answered.content.decode()


def test_a_published_answer_tells_nothing_of_the_case(world: World) -> None:
    told = get(f"answers/{world.case.answers.get().pk}").content.decode()
    assert "Musyawarah desa (contoh)" in told
    for secret in (*PRIVATE, SUBJECT, world.case.number):
        assert secret not in told


def test_with_the_token_who_asked_stands_in_the_letters_alone(world: World) -> None:
    """As on the applicant's page: what an app keeps and shows names nobody."""
    told = get("request", world.case).content.decode()
    assert SUBJECT in told
    for secret in PRIVATE:
        assert secret not in told


def test_a_refusal_does_not_repeat_what_was_sent(world: World) -> None:
    sent: dict[str, Any] = {
        "submission": "bukan",
        "body": 7,
        "subject": 1,
        "name": [RINI.name],
        "phone": RINI.phone * 9,
    }
    refused = post("requests", sent)
    assert refused.status_code == 422
    for secret in PRIVATE:
        assert secret not in refused.content.decode()


def test_after_erasing_the_case_is_read_and_its_letters_are_gone(world: World) -> None:
    case = world.strangers[0]
    letter = write_letter(case, letters_due(case)[0], actor=APPLICANT)
    erase_applicant(withdraw(case), "Diminta pemohon.", actor=at_desk(case.body))
    assert [one["address"] for one in get("request", case).json()["letters"]] == [""]
    assert get(f"request/letters/{letter.pk}", case).status_code == 404
