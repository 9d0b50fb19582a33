"""What of a desk is formed and whether it works, from what the system holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.maturity.evidence import Tally
from selaras.disclosure.models import Officer, PublicBody
from selaras.disclosure.network import BodyState, Stage, services, stages, state_of, states
from tests.disclosure.network import agency, asked, at_desk, network
from tests.disclosure.network_pages.bodies import formed, neighbour
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
DAY = date(2020, 1, 14)


@pytest.fixture
def body(today: Today) -> PublicBody:
    made = network()
    today(DAY)
    return made


def test_nothing_is_formed_at_first(body: PublicBody) -> None:
    state = state_of(body, DAY)
    assert (state.stage, state.formed) == (Stage.NONE, 0)


@pytest.mark.parametrize("lacks", ["address", "hours", "decree"])
def test_what_lacks_leaves_a_desk_partly_formed(body: PublicBody, lacks: str) -> None:
    formed(body)
    PublicBody.objects.filter(pk=body.pk).update(**{lacks: ""})
    state = state_of(PublicBody.objects.get(pk=body.pk), DAY)
    assert (state.stage, state.formed) == (Stage.PARTLY, 2)


def test_a_village_needs_its_superior_and_an_agency_does_not(body: PublicBody) -> None:
    for one in (body, agency()):
        Officer.objects.create(body=one, post="head", name="PPID (contoh)")
    assert [state.officers for state in states([body, agency()], DAY)] == [False, True]


@pytest.mark.parametrize(
    ("since", "until", "holds"),
    [
        (None, None, True),
        (DAY, None, True),
        (date(2020, 1, 15), None, False),
        (date(2019, 1, 1), DAY, True),
        (date(2019, 1, 1), date(2020, 1, 13), False),
    ],
)
def test_a_post_is_held_on_its_days(body: PublicBody, since: date | None, until: date | None, holds: bool) -> None:
    Officer.objects.create(body=agency(), post="head", name="PPID (contoh)", since=since, until=until)
    assert state_of(agency(), DAY).officers is holds


def test_a_formed_desk_works_once_something_required_is_fresh(body: PublicBody, today: Today) -> None:
    formed(body)
    assert state_of(body, DAY).stage == Stage.FORMED
    an_item_of(body)
    assert state_of(body, DAY).stage == Stage.WORKING
    assert state_of(body, date(2020, 2, 15)).stage == Stage.FORMED  # a month and a day later


def test_a_term_that_passed_means_that_a_desk_does_not_work(body: PublicBody) -> None:
    formed(body)
    an_item_of(body)
    asked(body)
    later = date(2020, 2, 10)
    state = state_of(body, later)
    assert (state.overdue, state.works, state.published.fresh) == (1, False, 1)


def test_service_is_what_was_answered_and_what_is_late(body: PublicBody, today: Today) -> None:
    case = asked(body)
    accept(case, actor=at_desk(body))
    today(date(2020, 1, 16))
    answer(case, Reply([Told("Salinan", "given")], "Ini salinannya."), actor=at_desk(body))
    asked(body)
    day = date(2020, 2, 10)
    ((_state, service),) = services([state_of(body, day)], day)
    assert service.in_time == Tally(1, 2)
    assert service.last_on == date(2020, 1, 16)
    ((_state, service),) = services([state_of(body, date(2021, 2, 10))], date(2021, 2, 10))
    assert service.in_time == Tally(0, 0)  # it counts the months that the maturity score looks back


def test_the_best_formed_are_ranked_first(body: PublicBody) -> None:
    an_item_of(formed(body))
    Officer.objects.create(body=agency(), post="head", name="PPID (contoh)")
    found = states([neighbour(), agency(), body], DAY)
    assert [one.body for one in sorted(found, key=_rank)] == [body, agency(), neighbour()]
    assert stages(found) == [(Stage.WORKING, 1), (Stage.FORMED, 0), (Stage.PARTLY, 1), (Stage.NONE, 1)]


def _rank(state: BodyState) -> tuple[float, ...]:
    return state.rank


def test_more_bodies_cost_no_more_queries(body: PublicBody) -> None:
    def many(bodies: list[PublicBody]) -> int:
        with CaptureQueriesContext(connection) as told:
            services(states(bodies, DAY), DAY)
        return len(told)

    assert many([body]) == many([body, neighbour()]) <= 35
