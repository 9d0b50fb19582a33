"""What the demo invents: a request in each of the first states, and a few desks; said to be invented, made once."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from selaras.audit.queries import head, verify
from selaras.disclosure.models import Officer, PublicBody, Request
from selaras.disclosure.network import Stage, stages, states
from selaras.disclosure.sample import ask_examples
from selaras.disclosure.sample_desks import describe_examples
from selaras.disclosure.search import found
from selaras.people.actions import system_account
from tests.disclosure.network import at_desk, network
from tests.people.persons import browser_of
from tests.web.site import own_files

__all__ = ["own_files"]
pytestmark = pytest.mark.django_db


def test_one_in_each_of_the_first_states() -> None:
    body = network()
    made = ask_examples(body, desk=at_desk(body))
    states = Request.objects.filter(pk__in=[one.pk for one in made]).order_by("pk").values_list("state", flat=True)
    assert list(states) == ["checking", "incomplete", "open", "answered"]
    assert set(Request.objects.values_list("synthetic", flat=True)) == {True}
    assert "Data contoh" in browser_of(at_desk(body)).get(reverse("request-desk", args=[made[0].pk])).content.decode()
    assert [hit.title for hit in found("jadwal pelayanan")] == ["Jadwal dan biaya pelayanan kantor desa"]
    assert verify().intact


def test_made_again_they_are_the_same() -> None:
    body = network()
    ask_examples(body, desk=at_desk(body))
    assert ask_examples(body, desk=at_desk(body)) == []
    assert Request.objects.count() == 4


def test_desks_stand_in_every_stage_and_every_name_says_that_it_is_invented() -> None:
    body = network()
    made = describe_examples(body, desk=at_desk(body), actor=system_account())
    found = dict(stages(states(PublicBody.objects.all(), timezone.localdate())))
    assert (made, found[Stage.WORKING], found[Stage.FORMED], found[Stage.NONE]) == (4, 1, 3, 1)
    assert all("(contoh)" in name for name in Officer.objects.values_list("name", flat=True))
    logged = head()
    assert describe_examples(PublicBody.objects.get(pk=body.pk), desk=at_desk(body), actor=system_account()) == 0
    assert head() == logged
