"""Fixtures of all tests that open pages; a conftest.py takes them from here."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from selaras.people.models import Account, Role


@pytest.fixture(autouse=True)
def own_files(settings: Settings, tmp_path: Path) -> None:
    """Static files under their own names, since nothing was collected; documents in a folder of this test alone."""
    settings.MEDIA_ROOT = tmp_path
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def planner(db: None) -> Account:
    account = Account.objects.create_user("perencana", password="cukup-panjang-1")
    Role.objects.create(account=account, kind=Role.Kind.PLANNER)
    return account


@pytest.fixture
def staff(planner: Account) -> Client:
    """A browser in which a planner has signed in."""
    client = Client()
    client.force_login(planner)
    return client
