"""Each deed belongs to one kind of person; for everybody else it ends with a sentence and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db.models import Q

from selaras.audit.queries import head
from selaras.disclosure import rules
from selaras.disclosure.actions.answering import Reply, Told, answer, deliver, publish
from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.clocking import extend, pause, resume
from selaras.disclosure.actions.disputing import Meeting, close_dispute, file_dispute, move_dispute, set_hearing
from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.looking import look_at
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import By, complete, take_down
from selaras.disclosure.errors import NotAllowed
from selaras.disclosure.models import PublicBody, Request
from selaras.people.models import Account, Role
from tests.disclosure.network import (
    DISTRICT,
    SITI,
    WANTED,
    agency,
    asked,
    at_desk,
    main_officer,
    network,
    superior_of,
    village,
)
from tests.people.persons import person, someone

pytestmark = pytest.mark.django_db
Kind = Role.Kind


@pytest.fixture
def body() -> PublicBody:
    return network()


def persons() -> dict[str, Account]:
    """One of each: whoever is not named as allowed is a stranger to the village's case."""
    return {
        "desk": at_desk(village()),
        "helper": person("kecamatan", Kind.DISTRICT_OPERATOR, region_id=DISTRICT),
        "superior": superior_of(village()),
        "other_village": at_desk(PublicBody.objects.get(region="33.05.22.2003")),
        "agency": at_desk(agency()),
        "main": main_officer(),
        "auditor": someone(Kind.AUDITOR),
        "administrator": someone(Kind.ADMINISTRATOR),
        "planner": someone(Kind.PLANNER),
        "nobody": person("tanpa-peran"),
    }


def opened(body: PublicBody) -> Request:
    return accept(asked(body), actor=at_desk(body))


def lacking(body: PublicBody) -> Request:
    return ask_to_complete(asked(body), ["purpose"], actor=at_desk(body))


def answered(body: PublicBody) -> Request:
    case = opened(body)
    answer(case, Reply([Told("APBDes", "given")], "Terlampir."), actor=at_desk(body))
    return case


def objected(body: PublicBody) -> Request:
    case = answered(body)
    object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT)
    return case


def disputed(body: PublicBody) -> Request:
    case = objected(body)
    objection = decide_objection(case.objections.get(), "rejected", "Tidak.", actor=superior_of(body))
    file_dispute(objection, objection.received_on, actor=APPLICANT)
    return case


Deed = Callable[[Request, Account], Any]
PARTS = [Told("APBDes", "given")]
OF_DESK: dict[str, tuple[Callable[[PublicBody], Request], Deed]] = {
    "take_down": (
        asked,
        lambda case, who: take_down(
            case.body, uuid4(), WANTED, By(SITI), channel="desk", on=case.received_on, actor=who
        ),
    ),
    "ask_to_complete": (asked, lambda case, who: ask_to_complete(case, ["name"], actor=who)),
    "accept": (asked, lambda case, who: accept(case, actor=who)),
    "complete": (lacking, lambda case, who: complete(case, WANTED, By(SITI), actor=who)),
    "extend": (opened, lambda case, who: extend(case, "Arsip jauh.", actor=who)),
    "pause": (opened, lambda case, who: pause(case, "Banjir.", actor=who)),
    "resume": (opened, lambda case, who: resume(case, actor=who)),
    "move": (opened, lambda case, who: move(case, [Piece(agency(), "APBD")], "Bukan di sini.", actor=who)),
    "answer": (opened, lambda case, who: answer(case, Reply(PARTS, "Ya."), actor=who)),
    "deliver": (answered, lambda case, who: deliver(case.answers.get(), "situs", actor=who)),
    "publish": (answered, lambda case, who: publish(case.answers.get(), "APBDes", actor=who)),
    "erase": (answered, lambda case, who: erase_applicant(case, "Diminta.", actor=who)),
    "look_at": (asked, lambda case, who: look_at(case.identity_documents.get(), actor=who)),
}
OF_PARTIES: dict[str, Deed] = {
    "move_dispute": lambda case, who: move_dispute(case.objections.get().dispute, "mediation", actor=who),
    "set_hearing": lambda case, who: set_hearing(
        case.objections.get().dispute, Meeting(case.received_at, "Semarang"), actor=who
    ),
    "close_dispute": lambda case, who: close_dispute(
        case.objections.get().dispute, "dropped", "Dicabut.", case.received_on, actor=who
    ),
}


def refused(deed: Deed, case: Request, allowed: set[str]) -> None:
    for name, who in persons().items():
        if name in allowed:
            continue
        before = head()
        with pytest.raises(NotAllowed) as told:
            deed(case, who)
        assert "33" not in str(told.value), name
        assert head() == before


@pytest.mark.parametrize("name", OF_DESK)
def test_what_the_desk_does_nobody_else_does(name: str, body: PublicBody) -> None:
    made, deed = OF_DESK[name]
    refused(deed, made(body), {"desk"})


def test_the_superior_alone_answers_objections(body: PublicBody) -> None:
    case = objected(body)
    refused(lambda case, who: decide_objection(case.objections.get(), "granted", "Ya", actor=who), case, {"superior"})


def test_only_the_body_itself_takes_an_objection_down(body: PublicBody) -> None:
    refused(lambda case, who: object_to(case, uuid4(), "d", "Kurang.", actor=who), answered(body), {"desk", "superior"})


@pytest.mark.parametrize("name", OF_PARTIES)
def test_both_parties_at_the_body_keep_the_dispute(name: str, body: PublicBody) -> None:
    refused(OF_PARTIES[name], disputed(body), {"desk", "superior"})


def test_a_district_helps_only_where_it_was_named(body: PublicBody) -> None:
    helper = person("kecamatan", Kind.DISTRICT_OPERATOR, region_id=DISTRICT)
    assert not rules.works_at(helper, body)
    body.helper = PublicBody.objects.get(region=DISTRICT)
    body.save()
    case = accept(asked(body), actor=helper)
    assert case.steps.get(kind="accepted").helping == body.helper


@pytest.mark.parametrize(
    ("rule", "may"),
    [
        (rules.handles_requests, {"desk", "helper", "superior", "other_village", "agency", "main"}),
        (rules.oversees, {"main", "auditor"}),
        (rules.keeps_network, {"main"}),
        (rules.keeps_lists, {"desk", "helper", "other_village", "agency", "main"}),
        (rules.reads_reports, {"desk", "helper", "superior", "other_village", "agency", "main", "auditor"}),
        (rules.is_main_officer, {"main"}),
    ],
)
def test_each_rule_names_its_people(rule: Callable[[Account], bool], may: set[str], body: PublicBody) -> None:
    assert {name for name, who in persons().items() if rule(who)} == may


@pytest.mark.parametrize(
    ("rule", "seen"),
    [
        (rules.own_desks, {"desk": 1, "helper": 1, "other_village": 1, "agency": 1, "main": 1}),
        (rules.desks, {"desk": 1, "helper": 1, "other_village": 1, "agency": 1, "main": 1}),
        (rules.judged, {"superior": 1}),
    ],
)
def test_each_rule_names_its_bodies(rule: Callable[[Account], Q], seen: dict[str, int], body: PublicBody) -> None:
    found = {name: PublicBody.objects.filter(rule(who)).count() for name, who in persons().items()}
    assert {name: count for name, count in found.items() if count} == seen


def test_the_superior_of_the_region_judges_all_but_desa(body: PublicBody) -> None:
    judged = PublicBody.objects.filter(rules.judged(superior_of(agency())))
    assert set(judged.values_list("kind", flat=True)) == {"main", "agency", "district"}
