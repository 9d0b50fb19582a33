"""Files of a test's own."""

from __future__ import annotations

from tests.web.site import own_files

__all__ = ["own_files"]
