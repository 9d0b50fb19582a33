"""A message goes out by what reaches a village: where there is no signal, no telephone brings it; as the map says."""

from __future__ import annotations

from datetime import date

import pytest

from selaras.outreach.models import Channel, Signal, SignalFact, Source
from selaras.outreach.reach.channels import reached_by
from selaras.outreach.reach.queries import channels_in_use, known_of, villages_within
from tests.outreach.room import SEBORO, VILLAGES, WONOSARI, at, channel, places, sent, writer

pytestmark = pytest.mark.django_db


def blank_spot(code: str) -> None:
    places()
    told = {"way": Source.Way.REPORT, "as_of": date(2020, 1, 1), "added_by": writer(), "added_at": "2020-01-01T00:00Z"}
    source = Source.objects.create(name="Daftar blankspot (contoh)", **told)
    SignalFact.objects.create(source=source, village_id=code, signal=Signal.BLANK)


@pytest.mark.parametrize("kind", ["whatsapp", "site"])
def test_what_comes_by_telephone_does_not_reach_a_blank_spot(kind: str) -> None:
    blank_spot(SEBORO)
    phone = channel("Lewat telepon (contoh)", kind)
    message = sent(channels=[phone.pk])
    assert (at(message, SEBORO).channel, at(message, WONOSARI).channel) == (None, phone)


def test_the_next_channel_that_needs_no_signal_takes_its_place() -> None:
    blank_spot(SEBORO)
    phone, board = channel("Daftar WA (contoh)", "whatsapp"), channel()
    message = sent(channels=[phone.pk, board.pk])
    assert (at(message, SEBORO).channel, at(message, WONOSARI).channel) == (board, phone)


def test_the_map_and_the_message_agree() -> None:
    blank_spot(SEBORO)
    for name, kind, where in (("WA", "whatsapp", ()), ("Radio", "radio", (WONOSARI,))):
        channel(f"{name} (contoh)", kind, *where)
    message = sent(channels=list(Channel.objects.values_list("pk", flat=True)))
    mapped = reached_by(known_of(villages_within("")), channels_in_use())
    assert {code: at(message, code).channel is not None for code in VILLAGES} == {
        code: bool(kinds) for code, kinds in mapped.items()
    }
