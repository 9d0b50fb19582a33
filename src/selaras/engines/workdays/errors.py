"""What can be wrong with the material of a deadline, in words for the person who must mend it."""

from __future__ import annotations


class WorkdaysError(ValueError):
    """The deadline cannot be counted from what was given; the message says what to mend (in Indonesian)."""


class CalendarError(WorkdaysError):
    """A calendar without working days, or a day that no calendar reaches."""


class RuleError(WorkdaysError):
    """A term of no days, or one that does not say where it comes from."""


class PauseError(WorkdaysError):
    """A pause that ends before it begins, or that gives no reason."""


class ExtensionError(WorkdaysError):
    """An extension that the rule does not allow, is longer than allowed, or gives no reason."""


class StoredError(WorkdaysError):
    """What was stored is no deadline of this engine."""
