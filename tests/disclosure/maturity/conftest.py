"""A real browser, and files of a test's own."""

from tests.web.browser import chromium
from tests.web.site import own_files

__all__ = ["chromium", "own_files"]
