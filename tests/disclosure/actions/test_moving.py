"""A request that goes to another body takes its time along: nobody gets new days, nobody loses any."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.clocking import extend, pause, resume
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.errors import NotNow
from selaras.disclosure.identity import identity_of
from selaras.disclosure.models import Request
from tests.disclosure.network import SITI, agency, asked, at_desk, network

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


def test_parts_go_to_those_who_hold_them_and_one_stays(today: Today) -> None:
    today(date(2020, 3, 2))
    body = network()
    case = accept(asked(body), actor=at_desk(body))
    made = move(case, [Piece(agency(), "APBD"), Piece(body, "APBDes")], "Dua badan.", actor=at_desk(body))
    assert {(one.body, one.subject, one.state) for one in made} == {
        (agency(), "APBD", "open"),
        (body, "APBDes", "open"),
    }
    assert {one.number for one in made} == {"0001/pd-2-16-01/2020", "0002/3305222002/2020"}
    assert {identity_of(one.applicant) for one in made} == {SITI}
    assert all(one.identity_documents.count() == 1 for one in made)
    case.refresh_from_db()
    assert case.state == Request.State.MOVED
    assert set(case.clocks.values_list("kind", "state")) == {("check", "met"), ("answer", "ended")}
    assert case.steps.get(kind="moved").detail["to"] == [one.number for one in made]


def test_pauses_and_the_extension_go_along(today: Today) -> None:
    today(date(2020, 3, 2))
    body = network()
    case = accept(asked(body), actor=at_desk(body))
    today(date(2020, 3, 4))
    pause(case, "Banjir.", actor=at_desk(body))
    today(date(2020, 3, 9))
    resume(case, actor=at_desk(body))
    extend(case, "Arsip jauh.", actor=at_desk(body))
    due = case.clocks.get(kind="answer").due_on
    today(date(2020, 3, 16))
    (made,) = move(case, [Piece(agency(), "APBD")], "Bukan di sini.", actor=at_desk(body))
    clock = made.clocks.get()
    assert (clock.due_on, clock.extension_days, clock.starts_on) == (due, 7, date(2020, 3, 2))
    assert list(clock.pauses.values_list("begins_on", "ends_on")) == [(date(2020, 3, 4), date(2020, 3, 9))]
    with pytest.raises(NotNow, match="satu kali"):
        extend(made, "Sekali lagi.", actor=at_desk(agency()))


def test_a_clock_that_stands_goes_on_where_it_comes_to(today: Today) -> None:
    today(date(2020, 3, 2))
    body = network()
    case = accept(asked(body), actor=at_desk(body))
    pause(case, "Banjir.", actor=at_desk(body))
    today(date(2020, 3, 5))
    (made,) = move(case, [Piece(agency(), "APBD")], "Bukan di sini.", actor=at_desk(body))
    clock = made.clocks.get()
    assert clock.state == "running"
    assert clock.due_on == date(2020, 3, 18)  # Thursday 5 March is day one
