"""What does not fit the state of a case, or cannot be right, is refused with a sentence; the case stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.audit.queries import head
from selaras.disclosure.actions.answering import Cost, Reply, Told, answer, answer_anew, deliver
from selaras.disclosure.actions.checking import accept, ask_to_complete, lapse
from selaras.disclosure.actions.clocking import extend, pause, resume
from selaras.disclosure.actions.disputing import close_dispute, file_dispute, move_dispute
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import By, Wanted, complete, submit, take_down, withdraw
from selaras.disclosure.errors import Incomplete, NotNow
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import PublicBody, Request
from selaras.people.actions.accounts import system_account
from tests.disclosure.network import SITI, WANTED, agency, asked, at_desk, network, superior_of, village

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
MONDAY = date(2020, 3, 2)
GIVEN = [Told("APBDes", "given")]


@pytest.fixture
def body(today: Today) -> PublicBody:
    today(MONDAY)
    return network()


def at(state: str, body: PublicBody) -> Request:
    case = asked(body)
    desk = at_desk(body)
    if state == "incomplete":
        return ask_to_complete(case, ["purpose"], actor=desk)
    if state == "withdrawn":
        return withdraw(case)
    if state in {"open", "answered"}:
        case = accept(case, actor=desk)
    if state == "answered":
        answer(case, Reply(GIVEN, "Ya."), actor=desk)
    case.refresh_from_db()
    return case


Deed = Callable[[Request], Any]
DEEDS: dict[str, tuple[Deed, set[str]]] = {
    "ask": (lambda case: ask_to_complete(case, ["name"], actor=at_desk(village())), {"checking"}),
    "accept": (lambda case: accept(case, actor=at_desk(village())), {"checking"}),
    "complete": (lambda case: complete(case, Wanted("", "Riset"), By(Identity())), {"incomplete"}),
    "lapse": (lambda case: lapse(case, actor=system_account()), set()),
    "withdraw": (withdraw, {"checking", "incomplete", "open"}),
    "extend": (lambda case: extend(case, "Jauh.", actor=at_desk(village())), {"open"}),
    "pause": (lambda case: pause(case, "Banjir.", actor=at_desk(village())), {"open"}),
    "resume": (lambda case: resume(case, actor=at_desk(village())), set()),
    "move": (lambda case: move(case, [Piece(agency(), "x")], "y", actor=at_desk(village())), {"checking", "open"}),
    "answer": (lambda case: answer(case, Reply(GIVEN, "Ya."), actor=at_desk(village())), {"open"}),
    "object": (lambda case: object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT), {"answered"}),
}


@pytest.mark.parametrize("state", ["checking", "incomplete", "open", "answered", "withdrawn"])
@pytest.mark.parametrize("name", DEEDS)
def test_each_deed_has_its_states(name: str, state: str, body: PublicBody) -> None:
    deed, fitting = DEEDS[name]
    case, before = at(state, body), head()
    if state in fitting:
        before = head()
        deed(case)
        assert head() != before
        return
    before = head()
    with pytest.raises(NotNow):
        deed(case)
    assert head() == before
    assert Request.objects.get(pk=case.pk).state == state


@pytest.mark.parametrize(
    ("wanted", "by", "field"),
    [
        (replace(WANTED, subject="  "), By(SITI), "subject"),
        (replace(WANTED, subject="x" * 5_001), By(SITI), "subject"),
        (replace(WANTED, purpose="x" * 5_001), By(SITI), "purpose"),
        (replace(WANTED, way="terbang"), By(SITI), "way"),
        (replace(WANTED, form="batu"), By(SITI), "form"),
        (replace(WANTED, delivery="merpati"), By(SITI), "delivery"),
        (replace(WANTED, delivery="email"), By(SITI), "email"),
        (WANTED, By(SITI, kind="hantu"), "kind"),
        (WANTED, By(replace(SITI, identity_number="33052265019000")), "identity_number"),
        (WANTED, By(replace(SITI, email="siti@")), "email"),
        (WANTED, By(replace(SITI, phone="0812")), "phone"),
    ],
)
def test_what_cannot_be_right_is_told_beside_its_field(wanted: Wanted, by: By, field: str, body: PublicBody) -> None:
    with pytest.raises(Incomplete) as told:
        submit(body, uuid4(), wanted, by)
    assert list(told.value.fields) == [field]
    assert not Request.objects.exists()


@pytest.mark.parametrize(
    ("channel", "on"), [("telepati", MONDAY), ("paper", MONDAY + timedelta(days=1)), ("paper", date(1999, 1, 4))]
)
def test_a_desk_takes_down_only_what_came_by_a_known_way_on_a_day_of_the_law(
    channel: str, on: date, body: PublicBody
) -> None:
    with pytest.raises((NotNow, Incomplete)):
        take_down(body, uuid4(), WANTED, By(SITI), channel=channel, on=on, actor=at_desk(body))
    assert not Request.objects.exists()


@pytest.mark.parametrize(
    ("parts", "text", "cost", "field"),
    [
        (GIVEN, " ", Cost(), "text"),
        ([], "Ya", Cost(), "parts"),
        ([Told("", "given")], "Ya", Cost(), "parts"),
        ([Told("APBDes", "dibakar")], "Ya", Cost(), "parts"),
        ([Told("APBDes", "not_held")], "Ya", Cost(), "parts"),
        ([Told("APBDes", "withheld", "Rahasia")], "Ya", Cost(), "parts"),
        (GIVEN, "Ya", Cost(-1, "x"), "cost"),
        (GIVEN, "Ya", Cost(5_000), "cost"),
    ],
)
def test_an_answer_says_everything(parts: list[Told], text: str, cost: Cost, field: str, body: PublicBody) -> None:
    case = at("open", body)
    with pytest.raises(Incomplete) as told:
        answer(case, Reply(parts, text, cost=cost), actor=at_desk(body))
    assert list(told.value.fields) == [field]
    assert not case.answers.exists()


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        [("own", "semua")],
        [("agency", "")],
        [("agency", "APBD"), ("agency", "RKPD")],
    ],
)
def test_a_request_moves_somewhere_with_something(pieces: list[tuple[str, str]], body: PublicBody) -> None:
    case = at("open", body)
    bodies = {"own": body, "agency": agency()}
    with pytest.raises(NotNow):
        move(case, [Piece(bodies[name], text) for name, text in pieces], "Bukan di sini.", actor=at_desk(body))
    assert Request.objects.count() == 1


def test_what_the_superior_must_judge_stays_at_the_body(body: PublicBody, today: Today) -> None:
    case = at("open", body)
    today(MONDAY + timedelta(days=30))
    object_to(case, uuid4(), "c", "Tidak dijawab.", actor=APPLICANT)
    with pytest.raises(NotNow):
        move(case, [Piece(agency(), "APBD")], "Bukan di sini.", actor=at_desk(body))
    with pytest.raises(NotNow):
        withdraw(case)


def test_an_answer_after_the_decision_is_the_one_that_was_granted(body: PublicBody, today: Today) -> None:
    case = at("open", body)
    today(MONDAY + timedelta(days=30))
    objection = object_to(case, uuid4(), "c", "Tidak dijawab.", actor=APPLICANT)
    decide_objection(objection, "granted", "Jawablah.", actor=superior_of(body))
    today(MONDAY + timedelta(days=31))
    answer(case, Reply(GIVEN, "Ya."), actor=at_desk(body))
    with pytest.raises(NotNow):
        answer_anew(objection, Reply(GIVEN, "Lagi."), actor=at_desk(body))
    assert not case.clocks.filter(kind="object", state="running").exists()


def test_an_answer_between_objection_and_decision_may_be_given_anew(body: PublicBody, today: Today) -> None:
    case = at("open", body)
    today(MONDAY + timedelta(days=30))
    objection = object_to(case, uuid4(), "c", "Tidak dijawab.", actor=APPLICANT)
    answer(case, Reply(GIVEN, "Ya."), actor=at_desk(body))
    today(MONDAY + timedelta(days=31))
    decide_objection(objection, "partly", "Lengkapi.", actor=superior_of(body))
    again = answer_anew(objection, Reply(GIVEN, "Lengkap."), actor=at_desk(body))
    deliver(again, "situs", actor=at_desk(body))
    with pytest.raises(NotNow):
        answer_anew(objection, Reply(GIVEN, "Lagi."), actor=at_desk(body))


def disputed(body: PublicBody, today: Today) -> Any:
    case = at("answered", body)
    objection = object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT)
    today(MONDAY + timedelta(days=7))
    return decide_objection(objection, "rejected", "Tidak.", actor=superior_of(body))


@pytest.mark.parametrize("days", [-1, 0, 6, 8, 60])
def test_a_dispute_is_filed_while_its_right_lasts(days: int, body: PublicBody, today: Today) -> None:
    objection = disputed(body, today)
    if days == 60:
        today(MONDAY + timedelta(days=60))
    with pytest.raises(NotNow):
        file_dispute(objection, MONDAY + timedelta(days=days), actor=APPLICANT)


@pytest.mark.parametrize(
    ("path", "refused"),
    [
        ([], "court"),
        (["mediation"], "filed"),
        (["mediation"], "mediation"),
        (["mediation", "adjudication"], "mediation"),
        (["adjudication", "court"], "adjudication"),
        (["adjudication", "court"], "closed"),
    ],
)
def test_a_dispute_goes_on_and_never_back(path: list[str], refused: str, body: PublicBody, today: Today) -> None:
    dispute = file_dispute(disputed(body, today), timezone.localdate(), actor=APPLICANT)
    for stage in path:
        dispute = move_dispute(dispute, stage, actor=at_desk(body))
    with pytest.raises(NotNow):
        move_dispute(dispute, refused, actor=at_desk(body))


@pytest.mark.parametrize("days", [0, 8])
def test_a_dispute_ends_after_it_began_and_not_tomorrow(days: int, body: PublicBody, today: Today) -> None:
    dispute = file_dispute(disputed(body, today), timezone.localdate(), actor=APPLICANT)
    with pytest.raises(NotNow):
        close_dispute(dispute, "dropped", "Dicabut.", MONDAY + timedelta(days=days), actor=at_desk(body))
    with pytest.raises(NotNow):
        close_dispute(dispute, "menang", "Putusan.", timezone.localdate(), actor=at_desk(body))
