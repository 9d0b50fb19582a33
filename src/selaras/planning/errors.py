"""What can be wrong with a change of the plan."""

from __future__ import annotations

from selaras.people.errors import NotAllowed


class PlanningError(Exception):
    """The root of this room's errors; its text is a sentence for who made the change."""


class Refused(PlanningError, NotAllowed):
    """The person's roles do not allow it."""


class Unsound(PlanningError):
    """The new values contradict each other or the rest of the plan."""
