"""What supervisors, search engines and lost readers get."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_the_health_page_says_that_the_database_answers() -> None:
    response = Client().get(reverse("health"))
    assert (response.status_code, response.content) == (200, b"sehat\n")


def test_the_health_page_says_that_the_database_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", broken)
    assert Client().get(reverse("health")).status_code == 503


def test_search_engines_are_kept_from_the_desk_alone() -> None:
    lines = Client().get(reverse("robots")).content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert f"Disallow: {reverse('desk')}" in lines
    assert "Disallow: /" not in lines


def test_a_missing_page_offers_the_search() -> None:
    response = Client().get("/tidak-ada/")
    assert response.status_code == 404
    assert 'name="q"' in response.content.decode()


def test_a_failure_shows_a_kind_page_that_needs_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("rahasia dalam")

    monkeypatch.setattr("selaras.forum.queries.current_forum", broken)
    response = Client(raise_request_exception=False).get(reverse("home"))
    page = response.content.decode()
    assert response.status_code == 500
    assert "muat ulang halaman ini" in page
    assert "rahasia dalam" not in page


def test_a_form_from_elsewhere_is_refused_kindly() -> None:
    response = Client(enforce_csrf_checks=True).post(reverse("sign-in"), {"username": "a", "password": "b"})
    assert response.status_code == 403
    assert "kedaluwarsa" in response.content.decode()
