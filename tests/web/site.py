"""Fixtures of all tests that open pages; a conftest.py takes them from here."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from selaras.people.models import Account, Role
from tests.people.persons import PASSWORD, browser_of, person


@pytest.fixture(autouse=True)
def own_files(settings: Settings, tmp_path: Path) -> None:
    """Static files under their own names, since nothing was collected; documents in a folder of this test alone."""
    settings.MEDIA_ROOT = tmp_path / "files"
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def planner(db: None) -> Account:
    return person("perencana", Role.Kind.PLANNER, password=PASSWORD)


@pytest.fixture
def staff(planner: Account) -> Client:
    """A browser in which a planner has signed in."""
    return browser_of(planner)
