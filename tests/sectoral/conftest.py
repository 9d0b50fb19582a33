"""Files of a test's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django import Settings

from tests.disclosure.conftest import today
from tests.web.site import own_files

__all__ = ["own_cache", "own_files", "today"]


@pytest.fixture(autouse=True)
def own_cache(settings: Settings, tmp_path: Path) -> None:
    """Files made from tables in a folder of this test alone."""
    settings.HOME = tmp_path
