"""Whoever has not acknowledged is reminded, once in the time the parameter sets; whoever has is left in peace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest

from selaras.outreach.actions.acknowledging import acknowledge
from selaras.outreach.actions.reminding import remind
from selaras.outreach.actions.sending import withdraw
from selaras.outreach.errors import NotAllowed, NotNow
from tests.outreach.room import SEBORO, WONOSARI, at, desk, sent, writer

pytestmark = pytest.mark.django_db


def test_only_who_has_not_acknowledged_and_not_twice_a_day(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    message = sent()
    acknowledge(at(message), uuid4(), actor=desk())
    assert remind(message, actor=writer()) == 2
    assert (at(message, SEBORO).reminded_at is None, at(message, WONOSARI).reminded_at is None) == (True, False)
    assert remind(message, actor=writer()) == 0
    today(date(2020, 3, 4))
    assert remind(message, actor=writer()) == 2


def test_not_by_a_desk_and_not_of_what_was_withdrawn() -> None:
    message = sent()
    with pytest.raises(NotAllowed):
        remind(message, actor=desk())
    withdraw(message, uuid4(), "Salah.", actor=writer())
    with pytest.raises(NotNow):
        remind(message, actor=writer())
