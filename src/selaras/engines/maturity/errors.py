"""What can be wrong with a scheme or with assessed levels, in words for the person who must mend it."""

from __future__ import annotations


class MaturityError(ValueError):
    """No index can be worked out from what was given; the message says what to mend (in Indonesian)."""


class BadScheme(MaturityError):
    """Codes, weights or bands of a scheme contradict themselves."""


class BadLevel(MaturityError):
    """A level lies outside the scale, or belongs to no indicator."""
