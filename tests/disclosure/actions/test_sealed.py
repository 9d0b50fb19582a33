"""Who asks lies nowhere in the database in plain text, and is gone everywhere once it was erased."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.looking import look_at
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import withdraw
from selaras.disclosure.errors import NotNow
from selaras.disclosure.identity import NOBODY, identity_of
from selaras.disclosure.models import PublicBody, Request
from tests.disclosure.network import (
    OTHER_VILLAGE,
    PICTURE,
    SITI,
    agency,
    asked,
    at_desk,
    network,
    superior_of,
    village,
)

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
SECRETS = [value.encode() for value in asdict(SITI).values() if value] + [PICTURE]


def every_cell() -> bytes:
    """Everything that stands in any table of the house."""
    rows = (
        bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
        for model in apps.get_models()
        for row in model._base_manager.values_list()
        for cell in row
    )
    return b"\n".join(rows)


def test_no_table_holds_what_names_the_applicant() -> None:
    body = network()
    case = accept(asked(body), actor=at_desk(body))
    answer(case, Reply([Told("APBDes", "given")], "Terlampir."), actor=at_desk(body))
    object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT)
    assert identity_of(case.applicant) == SITI
    told = every_cell()
    assert case.number.encode() in told
    assert [secret for secret in SECRETS if secret in told] == []


def test_each_look_at_a_paper_is_in_the_log() -> None:
    body = network()
    case = asked(body)
    document = case.identity_documents.get()
    assert bytes(document.sealed) != PICTURE
    assert look_at(document, actor=at_desk(body)) == PICTURE
    assert b"disclosure.identity_seen" in every_cell()


def test_erasing_takes_the_person_and_leaves_the_case() -> None:
    body = network()
    case = withdraw(asked(body))
    steps = case.steps.count()
    erased = erase_applicant(case, "Diminta pemohon.", actor=at_desk(body))
    assert identity_of(erased.applicant) == NOBODY
    assert case.identity_documents.get().sealed is None
    assert case.steps.count() == steps + 1
    with pytest.raises(NotNow):
        look_at(case.identity_documents.get(), actor=at_desk(body))
    with pytest.raises(NotNow):
        erase_applicant(case, "Lagi.", actor=at_desk(body))


def answered(today: Today) -> Request:
    today(date(2020, 3, 2))
    body = network()
    case = accept(asked(body), actor=at_desk(body))
    answer(case, Reply([Told("APBDes", "given")], "Terlampir."), actor=at_desk(body))
    return case


def test_nobody_is_erased_who_may_still_object(today: Today) -> None:
    case = answered(today)
    due = case.clocks.get(kind="object").due_on
    today(due)
    with pytest.raises(NotNow, match="masih berhak"):
        erase_applicant(case, "Diminta.", actor=at_desk(village()))
    today(date(2020, 7, 1))
    assert erase_applicant(case, "Diminta.", actor=at_desk(village())).applicant.erased_at


@pytest.mark.parametrize("decision", ["", "granted"])
def test_nobody_is_erased_who_waits_for_something(decision: str, today: Today) -> None:
    case = answered(today)
    objection = object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT)
    if decision:
        decide_objection(objection, decision, "Ya.", actor=superior_of(village()))
    today(date(2021, 3, 1))
    with pytest.raises(NotNow):
        erase_applicant(case, "Diminta.", actor=at_desk(village()))


def split(body: PublicBody) -> tuple[Request, Request, Request]:
    """A request that a village divides between an agency and itself, and whose own part it sends on once more."""
    case = accept(asked(body), actor=at_desk(body))
    pieces = [Piece(agency(), "APBD"), Piece(body, "APBDes")]
    elsewhere, here = sorted(move(case, pieces, "Bagian.", actor=at_desk(body)), key=lambda one: one.body_id == body.pk)
    return Request.objects.get(pk=case.pk), elsewhere, here


def test_erasing_one_case_of_a_divided_request_erases_the_person_from_all_of_them() -> None:
    body = network()
    case, elsewhere, here = split(body)
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    (last,) = move(here, [Piece(other, "APBDes")], "Salah desa.", actor=at_desk(body))
    withdraw(elsewhere)
    withdraw(last)
    erase_applicant(here, "Diminta pemohon.", actor=at_desk(body))
    for one in (case, elsewhere, here, last):
        one.applicant.refresh_from_db()
        assert one.applicant.sealed is None, one.number
        assert [paper.sealed for paper in one.identity_documents.all()] == [None]
        assert one.steps.filter(kind="erased", reason="Diminta pemohon.").count() == 1
    assert [secret for secret in SECRETS if secret in every_cell()] == []
    assert case.body.requests.count() == 2  # the cases stay


@pytest.mark.parametrize("asked_at", ["the one that was moved", "the one that is over"])
def test_nobody_is_erased_while_the_request_goes_on_at_another_body(asked_at: str) -> None:
    case, elsewhere, here = split(network())
    withdraw(here)
    asked_for = case if asked_at == "the one that was moved" else here
    with pytest.raises(NotNow, match=f"berlanjut sebagai {elsewhere.number}"):
        erase_applicant(asked_for, "Diminta.", actor=at_desk(village()))
    here.applicant.refresh_from_db()
    assert here.applicant.sealed is not None
