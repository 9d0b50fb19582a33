"""The day on which a test plays, and its own files."""

from __future__ import annotations

from tests.disclosure.conftest import today
from tests.web.browser import chromium
from tests.web.site import own_files

__all__ = ["chromium", "own_files", "today"]
