"""What can be wrong with the material of a comparison, in words for the person who must mend it."""

from __future__ import annotations


class ConflictsError(ValueError):
    """Figures or tables cannot be compared as they were given; the message says what to mend (in Indonesian)."""


class UnknownUnit(ConflictsError):
    """A unit that no other unit can be compared with."""


class UnknownPeriod(ConflictsError):
    """A text that names no year, half, quarter, month or day."""


class UnknownCode(ConflictsError):
    """A code without a partner in the shared code system, or a code system without a crosswalk."""


class BadKey(ConflictsError):
    """The key of two versions does not tell their rows apart."""


class BadQuality(ConflictsError):
    """Counts or weights of a quality score contradict themselves."""
