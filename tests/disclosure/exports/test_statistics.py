"""The figures: every request counted once, whatever became of it, and none of them dressed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept, ask_to_complete, lapse
from selaras.disclosure.actions.clocking import pause, resume
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import withdraw
from selaras.disclosure.models import PublicBody, Request
from selaras.disclosure.statistics import Fates, fates_by_body, figures, percentile, received_in, years
from tests.disclosure.network import OTHER_VILLAGE, agency, asked, at_desk, network

pytestmark = pytest.mark.django_db
GIVEN = [Told("APBDes 2019", "given")]


def accepted(body: PublicBody) -> Request:
    return accept(asked(body), actor=at_desk(body))


def answered(case: Request) -> None:
    answer(case, Reply(GIVEN, "Terlampir."), actor=at_desk(case.body))


def of(body: PublicBody, on: date) -> Fates:
    return fates_by_body(received_in(2020), on).get(body.pk, Fates())


def one_of_each(body: PublicBody, today: Callable[[date], None]) -> None:
    """Received on 2 March; what is answered late or overdue is so by 23 March."""
    desk = at_desk(body)
    today(date(2020, 3, 2))
    quick, slow, moved = accepted(body), accepted(body), accepted(body)
    waiting, lapsed = (ask_to_complete(asked(body), ["address"], actor=desk) for _ in range(2))
    withdraw(asked(body))
    accepted(body)  # nothing becomes of it
    answered(quick)
    move(moved, [Piece(agency(), "Jaringan desa")], "Dikuasai dinas.", actor=desk)
    today(date(2020, 3, 6))
    lapse(lapsed, actor=desk)
    today(date(2020, 3, 23))
    answered(slow)
    asked(body)
    assert waiting.state == "incomplete"


def test_each_request_is_counted_once_as_it_stands(today: Callable[[date], None]) -> None:
    body = network()
    one_of_each(body, today)
    fates = of(body, date(2020, 3, 23))
    assert fates == Fates(in_time=1, late=1, open=1, waiting=1, overdue=1, lapsed=1, withdrawn=1, moved=1)
    assert fates.received == Request.objects.filter(body=body).count() == 8


def test_what_waits_becomes_overdue_when_its_day_has_passed_and_not_on_it(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 2))
    accepted(body)  # due on 16 March
    assert of(body, date(2020, 3, 16)) == Fates(open=1)
    assert of(body, date(2020, 3, 17)) == Fates(overdue=1)


def test_a_check_that_is_not_made_in_time_is_overdue_too(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 2))
    asked(body)  # to be checked by 5 March
    assert of(body, date(2020, 3, 6)) == Fates(overdue=1)


def test_a_paused_clock_is_open_and_not_overdue(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 2))
    pause(accepted(body), "Menunggu arsip provinsi.", actor=at_desk(body))
    assert of(body, date(2020, 6, 1)) == Fates(open=1)


def test_an_objection_does_not_count_its_request_twice(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 2))
    case = accepted(body)
    answered(case)
    object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT)
    found = figures(2020, date(2020, 3, 3), body)
    assert found.fates == Fates(in_time=1)
    assert found.objections == {"open": 1}


def test_a_request_passed_on_is_told_so_that_the_network_is_not_counted_twice(today: Callable[[date], None]) -> None:
    body = network()
    one_of_each(body, today)
    found = figures(2020, date(2020, 3, 23))
    assert (found.fates.received, found.fates.moved, found.passed_on) == (9, 1, 1)
    assert (found.complete_at_first, found.incomplete_at_first, found.unchecked) == (4, 2, 2)
    assert found.share_complete == Fraction(4, 6)


def test_the_share_in_time_counts_what_is_overdue_as_not_in_time(today: Callable[[date], None]) -> None:
    body = network()
    one_of_each(body, today)
    assert figures(2020, date(2020, 3, 23), body).share_in_time == Fraction(1, 3)


def test_the_days_to_an_answer_are_working_days_without_pauses(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 23))
    straight, paused = accepted(body), accepted(body)
    today(date(2020, 3, 24))
    pause(paused, "Menunggu arsip.", actor=at_desk(body))
    today(date(2020, 3, 27))  # Nyepi was on the 25th
    resume(paused, actor=at_desk(body))
    answered(straight)
    answered(paused)
    found = figures(2020, date(2020, 3, 27), body).pace
    assert (found.answered, found.median, found.ninetieth) == (2, 1, 3)


def test_only_the_year_and_the_body_asked_for_are_counted(today: Callable[[date], None]) -> None:
    body = network()
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    for day, at in ((date(2019, 12, 31), body), (date(2020, 1, 1), body), (date(2020, 12, 31), other)):
        today(day)
        asked(at)
    assert years() == [2020, 2019]
    assert figures(2020, date(2020, 12, 31)).fates.received == 2
    assert figures(2020, date(2020, 12, 31), body).fates.received == 1


def test_the_number_of_queries_does_not_grow_with_the_requests(
    today: Callable[[date], None], django_assert_max_num_queries: Callable[..., object]
) -> None:
    body = network()
    for _ in range(3):
        one_of_each(body, today)
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]
        figures(2020, date(2020, 3, 23))


@given(st.lists(st.integers(0, 40), min_size=1), st.sampled_from([Fraction(1, 2), Fraction(9, 10)]))
def test_a_percentile_is_the_smallest_day_that_so_many_kept(days: list[int], share: Fraction) -> None:
    found = percentile(Counter(days), share)
    assert found in days
    assert sum(day <= found for day in days) >= share * len(days)
    assert sum(day < found for day in days) < share * len(days)


def test_without_answers_there_is_no_percentile() -> None:
    assert percentile({}, Fraction(1, 2)) is None
