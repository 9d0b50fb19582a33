"""The day on which a test plays, a browser, a telephone, and its own files."""

from __future__ import annotations

from tests.disclosure.conftest import today
from tests.web.browser import chromium
from tests.web.site import own_files
from tests.web.weak_line import phone

__all__ = ["chromium", "own_files", "phone", "today"]
