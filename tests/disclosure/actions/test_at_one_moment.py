"""Two deeds at one moment: one answer, one request, numbers one by one, one extension, clocks counted once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.audit.queries import verify
from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept, ask_to_complete, lapse
from selaras.disclosure.actions.clocking import extend, pause
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.receiving_mail import take_in
from selaras.disclosure.actions.recounting import recount
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import By, Wanted, complete, withdraw
from selaras.disclosure.errors import DisclosureError
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import Answer, Pause, PublicBody, Request
from selaras.government.models import Calendar, Holiday
from selaras.people.actions.accounts import system_account
from tests.disclosure.mail.letters import mail
from tests.disclosure.network import OTHER_VILLAGE, agency, asked, at_desk, network, superior_of
from tests.together import starter

pytestmark = pytest.mark.django_db(transaction=True)
GIVEN = [Told("APBDes", "given")]


together = starter(DisclosureError)


def done(results: list[Any]) -> list[Any]:
    return [result for result in results if not isinstance(result, DisclosureError)]


@pytest.fixture
def body() -> PublicBody:
    return network()


@pytest.fixture
def opened(body: PublicBody) -> Request:
    return accept(asked(body), actor=at_desk(body))


def test_a_request_is_answered_once(body: PublicBody, opened: Request) -> None:
    desk = at_desk(body)
    results = together(*[lambda: answer(opened, Reply(GIVEN, "Ya."), actor=desk)] * 4)
    assert len(done(results)) == Answer.objects.count() == opened.steps.filter(kind="answered").count() == 1


def test_the_same_sent_four_times_is_one_request(body: PublicBody) -> None:
    key = uuid4()
    assert len({case.pk for case in together(*[lambda: asked(body, key)] * 4)}) == 1


def test_the_same_sent_to_two_bodies_is_one_request(body: PublicBody) -> None:
    key, other = uuid4(), agency()
    results = together(lambda: asked(body, key), lambda: asked(other, key))
    assert Request.objects.count() == 1
    assert len(done(results)) in {1, 2}


def test_numbers_come_one_by_one(body: PublicBody) -> None:
    together(*[lambda: asked(body)] * 6)
    assert sorted(Request.objects.values_list("sequence", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert verify().intact


def test_it_is_withdrawn_moved_or_answered_never_two_of_them(body: PublicBody, opened: Request) -> None:
    desk, other = at_desk(body), agency()
    results = together(
        lambda: withdraw(opened),
        lambda: move(opened, [Piece(other, "APBD")], "Bukan di sini.", actor=desk),
        lambda: answer(opened, Reply(GIVEN, "Ya."), actor=desk),
    )
    assert len(done(results)) == 1


def test_it_is_split_or_passed_on_never_both(body: PublicBody, opened: Request) -> None:
    desk, other, third = at_desk(body), agency(), PublicBody.objects.get(region=OTHER_VILLAGE)
    results = together(
        lambda: move(opened, [Piece(body, "Ringkasan"), Piece(other, "APBD")], "Sebagian di dinas.", actor=desk),
        lambda: move(opened, [Piece(third, "APBDes")], "Bukan di sini.", actor=desk),
    )
    (made,) = done(results)
    opened.refresh_from_db()
    assert sorted(one.pk for one in made) == sorted(opened.moved_to.values_list("pk", flat=True))
    assert all(one.clocks.count() == 1 for one in made)


def test_completed_and_lapsed_at_one_moment_is_one_of_them(body: PublicBody, today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    case = ask_to_complete(asked(body, papers=()), ["identity"], actor=at_desk(body))
    today(date(2020, 3, 9))
    system = system_account()
    results = together(lambda: complete(case, Wanted(""), By(Identity())), lambda: lapse(case, actor=system))
    assert len(done(results)) == 1
    case.refresh_from_db()
    running = set(case.clocks.filter(state="running").values_list("kind", flat=True))
    assert (case.state, running) in [("checking", {"check"}), ("lapsed", set())]


def test_a_paused_clock_and_an_answer_leave_no_open_pause(body: PublicBody, opened: Request) -> None:
    desk = at_desk(body)
    together(lambda: pause(opened, "Banjir.", actor=desk), lambda: answer(opened, Reply(GIVEN, "Ya."), actor=desk))
    assert opened.answers.count() == 1
    assert not Pause.objects.filter(ends_on=None).exists()
    assert opened.clocks.get(kind="answer").state == "met"


def test_an_objection_is_decided_once(body: PublicBody, opened: Request) -> None:
    answer(opened, Reply(GIVEN, "Ya."), actor=at_desk(body))
    objection, superior = object_to(opened, uuid4(), "d", "Kurang.", actor=APPLICANT), superior_of(body)
    deeds = [partial(decide_objection, objection, one, "Tanggapan.", actor=superior) for one in ("granted", "rejected")]
    assert len(done(together(*deeds))) == 1
    assert opened.clocks.filter(kind="dispute").count() == 1


def test_the_same_mail_twice_is_one_request(body: PublicBody) -> None:
    raw = mail()
    assert len({arrival.pk for arrival in together(*[lambda: take_in(raw, body)] * 3)}) == 1
    assert Request.objects.count() == 1


def test_an_extension_is_given_once(body: PublicBody, opened: Request) -> None:
    desk = at_desk(body)
    assert len(done(together(*[lambda: extend(opened, "Jauh.", actor=desk)] * 3))) == 1
    assert opened.clocks.get(kind="answer").extension_days == 7


def test_an_objection_sent_twice_is_one(body: PublicBody, opened: Request) -> None:
    answer(opened, Reply(GIVEN, "Ya."), actor=at_desk(body))
    key = uuid4()
    results = together(*[lambda: object_to(opened, key, "d", "Kurang.", actor=APPLICANT)] * 3)
    assert len({one.pk for one in results}) == 1


def test_a_holiday_and_an_extension_at_one_moment_both_count(body: PublicBody, opened: Request) -> None:
    desk, clock = at_desk(body), opened.clocks.get(kind="answer")
    before = clock.due_on
    calendar = Calendar.objects.create(region_id="33.05", version=2)
    Holiday.objects.create(calendar=calendar, date=before, name="Hari jadi", kind="local")
    system = system_account()
    together(lambda: extend(opened, "Jauh.", actor=desk), lambda: recount(calendar, actor=system))
    clock.refresh_from_db()
    assert clock.calendar == calendar
    assert clock.extension_days == 7
    assert clock.derivation["due"] == clock.due_on.isoformat()
    names = {name for *_, holidays in clock.derivation["off"] for _, name, *_ in holidays}
    assert "Hari jadi" in names
    assert clock.due_on > timezone.localdate()
