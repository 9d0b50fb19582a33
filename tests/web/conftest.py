"""A real browser, a signed-in planner, and files of a test's own."""

from tests.web.browser import chromium
from tests.web.site import own_files, planner, staff

__all__ = ["chromium", "own_files", "planner", "staff"]
