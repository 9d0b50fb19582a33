"""A message goes to every village it is for, with a term, through the first of its channels that goes there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from selaras.audit.models import Entry
from selaras.government.models import Calendar, Region
from selaras.outreach.actions.sending import send
from selaras.outreach.errors import NotAllowed, NotNow
from selaras.outreach.models import Delivery
from tests.outreach.room import JOGOSIMO, SADANG, SEBORO, WONOSARI, at, channel, desk, draft, sent, writer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("regions", "reached"),
    [
        ([], {SEBORO, WONOSARI, JOGOSIMO}),
        ([SADANG], {SEBORO, WONOSARI}),
        ([JOGOSIMO], {JOGOSIMO}),
        ([SADANG, JOGOSIMO, SEBORO], {SEBORO, WONOSARI, JOGOSIMO}),
    ],
)
def test_it_comes_once_to_each_village_it_is_for(regions: list[str], reached: set[str]) -> None:
    message = sent(regions=regions)
    assert sorted(message.deliveries.values_list("village", flat=True)) == sorted(reached)


def test_each_village_gets_it_by_the_first_channel_that_goes_there() -> None:
    radio = channel("Radio (contoh)", "radio", SADANG)
    car = channel("Mobil penerangan (contoh)", "loudspeaker", WONOSARI, JOGOSIMO)
    message = sent(channels=[radio.pk, car.pk])
    assert {code: at(message, code).channel for code in (SEBORO, WONOSARI, JOGOSIMO)} == {
        SEBORO: radio, WONOSARI: radio, JOGOSIMO: car,
    }  # fmt: skip


def test_a_village_to_which_no_chosen_channel_goes_is_told_apart() -> None:
    radio = channel("Radio (contoh)", "radio", SADANG)
    message = sent(channels=[radio.pk])
    assert at(message, JOGOSIMO).channel is None
    detail = Entry.objects.get(action="outreach.message_sent").detail
    assert detail == {"villages": 3, "without_channel": 1}


def test_the_term_is_three_working_days_and_an_urgent_one_a_day(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 20))  # Friday; Wednesday is Nyepi
    assert at(sent()).due_at == datetime(2020, 3, 26, 16, 59, tzinfo=UTC)
    assert at(sent(urgent=True)).due_at == datetime(2020, 3, 21, 2, tzinfo=UTC)


def test_sent_twice_is_sent_once() -> None:
    message = sent()
    send(message, actor=writer())
    assert Delivery.objects.count() == 3


def test_without_a_calendar_or_a_village_nothing_goes_out() -> None:
    message = draft()
    Calendar.objects.all().delete()
    with pytest.raises(NotNow, match="kalender hari libur"):
        send(message, actor=writer())
    Region.objects.filter(level=Region.Level.VILLAGE).delete()
    with pytest.raises(NotNow, match="Belum ada desa"):
        send(message, actor=writer())
    message.refresh_from_db()
    assert (message.state, Delivery.objects.count()) == ("draft", 0)


def test_a_village_sends_nothing() -> None:
    message = draft()
    with pytest.raises(NotAllowed):
        send(message, actor=desk())


def test_a_message_holds_until_its_last_day() -> None:
    message = sent()
    assert message.is_in_force(message.valid_until)
    assert not message.is_in_force(message.valid_until + timedelta(days=1))
