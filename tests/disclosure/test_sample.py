"""The invented requests of the demo: one in each of the first states, said to be invented, made once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from selaras.audit.queries import verify
from selaras.disclosure.models import Request
from selaras.disclosure.sample import ask_examples
from selaras.disclosure.search import found
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
