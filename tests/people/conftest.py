"""Two districts, two villages, one agency; files of a test's own, and a real browser."""

from __future__ import annotations

import pytest

from tests.people.office import make_bodies
from tests.web.browser import chromium
from tests.web.site import own_files

__all__ = ["chromium", "own_files"]


@pytest.fixture
def office(db: None) -> None:
    make_bodies()
