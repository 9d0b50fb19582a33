"""What a day brings by itself, and only once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from selaras.disclosure.actions.checking import accept, ask_to_complete, lapse
from selaras.disclosure.actions.clocking import pause
from selaras.disclosure.actions.requesting import By, Wanted, complete
from selaras.disclosure.actions.sweeping import Swept, sweep
from selaras.disclosure.errors import NotNow
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import Request
from selaras.government.models import Calendar, Holiday
from selaras.people.actions.accounts import system_account
from tests.disclosure.network import asked, at_desk, network, village

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


@pytest.fixture
def case(today: Today) -> Request:
    today(date(2020, 3, 2))
    network()
    return asked(village())


def swept() -> Swept:
    return sweep(actor=system_account())


def test_what_is_not_completed_lapses_the_day_after(case: Request, today: Today) -> None:
    ask_to_complete(case, ["purpose"], actor=at_desk(village()))
    today(date(2020, 3, 5))  # the last of three working days
    assert swept().lapsed == 0
    with pytest.raises(NotNow):
        lapse(case, actor=system_account())
    today(date(2020, 3, 6))
    assert swept().lapsed == 1
    assert swept().lapsed == 0
    case.refresh_from_db()
    assert (case.state, case.clocks.get(kind="complete").state) == ("lapsed", "late")


def test_what_was_completed_late_but_before_the_sweep_goes_on(case: Request, today: Today) -> None:
    ask_to_complete(case, ["purpose"], actor=at_desk(village()))
    today(date(2020, 3, 6))
    complete(case, Wanted("", "Riset"), By(Identity()))
    assert swept().lapsed == 0
    assert case.clocks.get(kind="complete").state == "late"


@pytest.mark.parametrize(
    ("day", "reminded"),
    [(date(2020, 3, 10), 0), (date(2020, 3, 11), 1), (date(2020, 3, 13), 1), (date(2020, 3, 16), 0)],
)
def test_who_is_bound_is_reminded_three_days_and_one_before(
    day: date, reminded: int, case: Request, today: Today
) -> None:
    accept(case, actor=at_desk(village()))  # to be answered by Monday 16 March
    today(day)
    assert (swept().reminded, swept().reminded) == (reminded, 0)
    assert case.steps.filter(kind="reminded").count() == reminded


def test_a_clock_that_stands_reminds_nobody(case: Request, today: Today) -> None:
    accept(case, actor=at_desk(village()))
    pause(case, "Banjir.", actor=at_desk(village()))
    today(date(2020, 3, 13))
    assert swept().reminded == 0


def test_a_change_of_holidays_that_was_broken_off_is_made_up_for(case: Request) -> None:
    accept(case, actor=at_desk(village()))
    newer = Calendar.objects.create(region_id="33.05", version=2)
    Holiday.objects.create(calendar=newer, date=date(2020, 3, 10), name="Libur daerah", kind="local")
    assert (swept().moved, swept().moved) == (1, 0)
    assert case.clocks.get(kind="answer").due_on == date(2020, 3, 17)
