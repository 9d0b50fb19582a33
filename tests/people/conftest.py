"""Two districts, two villages, one agency; static files and documents of a test's own."""

from __future__ import annotations

import pytest

from tests.people.office import make_bodies
from tests.web.site import own_files

__all__ = ["own_files"]


@pytest.fixture
def office(db: None) -> None:
    make_bodies()
