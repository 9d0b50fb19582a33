"""Persons with a role, and their browsers. All invented."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.test import Client

from selaras.people.models import Account, Role

PASSWORD = "tiga-kata-berbeda"


def person(username: str, kind: str = "", *, password: str | None = None, email: str = "", **place: Any) -> Account:
    """An account with one role, if any; without a password unless a test signs in with it (hashing one is slow)."""
    account = Account.objects.create_user(username, email, password, first_name=f"{username.capitalize()} (contoh)")
    if kind:
        Role.objects.create(account=account, kind=kind, **place)
    return account


def someone(kind: str, username: str = "", *, password: str | None = None) -> Account:
    """Who holds this role for the whole region; the same person when asked again."""
    name = username or str(kind)
    return Account.objects.filter(username=name).first() or person(name, kind, password=password)


def secretary(*, password: str | None = None) -> Account:
    return someone(Role.Kind.SECRETARY, "sekretaris", password=password)


def browser_of(account: Account) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(account)
    return client


def session_of(account: Account) -> str:
    """The cookie of a browser in which this person has signed in."""
    return str(browser_of(account).cookies[settings.SESSION_COOKIE_NAME].value)
