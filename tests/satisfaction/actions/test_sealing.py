"""Closing keeps which answers count together, and nothing by which that was known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.measuring import Figures, figures_of
from selaras.satisfaction.models import Answer, Survey
from tests.satisfaction.room import form, keeper, sent, survey, typed

pytestmark = pytest.mark.django_db
LINKS = Answer.objects.filter(channel="link")


def alone(one: Survey) -> None:
    for at in range(3):
        sent(one, form(1 + at))


def same_device(one: Survey) -> None:
    for at in range(6):
        sent(one, form(1 + at % 4), "gawai")


def same_network(one: Survey) -> None:
    """Far beyond what the parameter believes."""
    model = sent(one, form(1))
    told = {"survey": one, "channel": "link", "network": "jaringan", "day": model.day, "at": model.at}
    Answer.objects.bulk_create(
        Answer(key=uuid4(), marks=form(1 + at % 4).marks, device=f"gawai-{at}", **told) for at in range(400)
    )


def burst(one: Survey) -> None:
    for _ in range(12):
        sent(one, form(1))


def burst_past_midnight(one: Survey) -> None:
    burst(one)
    midnight = timezone.make_aware(datetime(2021, 4, 2))
    for at, row in enumerate(LINKS.all()):
        row.at = midnight + timedelta(seconds=10 * (at - 6))
        row.day = timezone.localdate(row.at)
        row.save()


def told(figures: Figures) -> Any:
    """Without what is drawn by lot: the draws go by the order of the forms."""
    desks = [(one["name"], one["index"], one["answers"]) for one in figures["desks"]["standings"]]
    return [figures["index"], figures["counted"], figures["elements"], figures["guard"], desks, figures["channels"]]


@pytest.mark.parametrize(
    ("sending", "why"),
    [
        (alone, []),
        (same_device, ["device"]),
        (same_network, ["network"]),
        (burst, ["burst"]),
        (burst_past_midnight, ["burst"]),
    ],
)
def test_the_figures_are_those_of_before_and_the_traces_are_gone(
    sending: Callable[[Survey], None], why: list[str]
) -> None:
    one = survey(desks=["Loket Gombong"])
    typed(one, [form(3, desk="loket-gombong"), form(2), form(4)] * 12)
    sending(one)
    before = told(figures_of(one))
    assert LINKS.exclude(device="").exclude(network="").exclude(at=None).exists()
    close(one, actor=keeper())
    assert told(figures_of(one)) == before
    assert [each["why"] for each in figures_of(one)["guard"]["clusters"]] == why
    assert set(LINKS.values_list("device", "network", "at")) == {("", "", None)}
