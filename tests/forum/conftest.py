"""Files of a test's own, a signed-in planner, and a real browser."""

from tests.web.browser import chromium
from tests.web.site import own_files, planner, staff

__all__ = ["chromium", "own_files", "planner", "staff"]
