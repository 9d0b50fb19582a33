"""Signing in: for accounts with a role, with few guesses, without telling which half was wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from selaras.people.models import Account
from selaras.web.models import SignInAttempt
from selaras.web.sign_in_throttle import TRIES, TRIES_OF_ADDRESS, WINDOW
from tests.people.persons import PASSWORD

pytestmark = pytest.mark.django_db


def _try(password: str, username: str = "perencana", address: str = "10.0.0.1") -> str:
    """What a person sees after one try: the address they end at, or the page again."""
    response = Client(REMOTE_ADDR=address).post(reverse("sign-in"), {"username": username, "password": password})
    return response.headers.get("Location") or response.content.decode()


def test_the_right_password_leads_to_the_desk(planner: Account) -> None:
    assert _try(PASSWORD) == reverse("desk")


def test_signing_out_needs_a_button_and_leads_home(staff: Client) -> None:
    assert staff.get(reverse("sign-out")).status_code == 405
    assert staff.post(reverse("sign-out")).headers["Location"] == reverse("home")
    assert staff.get(reverse("desk")).status_code == 302


@pytest.mark.parametrize(("username", "password"), [("perencana", "salah"), ("tidak-ada", PASSWORD)])
def test_a_wrong_name_and_a_wrong_password_look_the_same(planner: Account, username: str, password: str) -> None:
    assert "Nama atau kata sandi tidak cocok" in _try(password, username)


def test_an_empty_field_says_so_beside_itself_and_on_top(planner: Account) -> None:
    page = Client().post(reverse("sign-in"), {"username": "", "password": ""}).content.decode()
    assert 'aria-describedby="username-error"' in page
    assert 'href="#id_password"' in page
    assert page.count("Isian ini wajib diisi.") == 4


def test_an_account_without_a_role_may_not_sign_in(planner: Account) -> None:
    planner.roles.all().delete()
    assert "belum diberi peran" in _try(PASSWORD)


def test_after_five_wrong_tries_even_the_right_password_waits(planner: Account) -> None:
    for _ in range(TRIES):
        assert "tidak cocok" in _try("salah")
    assert "Terlalu banyak percobaan" in _try(PASSWORD)


def test_capital_letters_are_no_way_around_the_limit(planner: Account) -> None:
    for _ in range(TRIES):
        _try("salah", "Perencana")
    assert "Terlalu banyak percobaan" in _try("salah", "perencana")


def test_the_limit_is_of_one_account_at_one_address(planner: Account) -> None:
    for _ in range(TRIES):
        _try("salah")
    assert "tidak cocok" in _try("salah", "lain")
    assert _try(PASSWORD, address="10.0.0.2") == reverse("desk")


def test_a_quarter_of_an_hour_later_the_tries_are_forgotten(planner: Account) -> None:
    for _ in range(TRIES):
        _try("salah")
    SignInAttempt.objects.update(at=timezone.now() - WINDOW - timedelta(seconds=1))
    assert _try(PASSWORD) == reverse("desk")


def test_a_success_clears_the_count(planner: Account) -> None:
    for _ in range(3):
        for _ in range(TRIES - 1):
            _try("salah")
        assert _try(PASSWORD) == reverse("desk")


def test_nobody_is_sent_to_another_site_after_signing_in(planner: Account) -> None:
    sent = {"username": "perencana", "password": PASSWORD, "next": "https://contoh.test/"}
    assert Client().post(reverse("sign-in"), sent).headers["Location"] == reverse("desk")


def test_many_names_from_one_address_are_counted_together(planner: Account) -> None:
    for at in range(TRIES_OF_ADDRESS):
        SignInAttempt.objects.create(username=f"orang{at}", address="10.0.0.1")
    assert "Terlalu banyak percobaan" in _try(PASSWORD)
    assert _try(PASSWORD, address="10.0.0.2") == reverse("desk")


def test_behind_a_trusted_proxy_each_visitor_is_counted_alone(planner: Account, settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 1

    def through_proxy(password: str, client: str) -> str:
        sent = {"username": "perencana", "password": password}
        response = Client(headers={"X-Forwarded-For": client}).post(reverse("sign-in"), sent)
        return response.headers.get("Location") or response.content.decode()

    for at in range(TRIES):
        through_proxy("salah", f"198.51.100.{at}, 203.0.113.5")  # the first is what a guesser invents
    assert "Terlalu banyak percobaan" in through_proxy(PASSWORD, "203.0.113.5")
    assert through_proxy(PASSWORD, "203.0.113.6") == reverse("desk")
