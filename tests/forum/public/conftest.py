"""A signed-in planner, and files of a test's own."""

from tests.web.site import own_files, planner, staff

__all__ = ["own_files", "planner", "staff"]
