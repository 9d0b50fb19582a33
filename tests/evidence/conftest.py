"""The day on which a test plays, and its own files."""

from __future__ import annotations

from tests.disclosure.conftest import today
from tests.web.site import own_files

__all__ = ["own_files", "today"]
