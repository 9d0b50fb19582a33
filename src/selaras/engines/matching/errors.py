"""What can be wrong with the material of a match, in words for the person who must mend it."""

from __future__ import annotations


class MatchingError(ValueError):
    """The texts cannot be matched with what was given; the message says what to mend (in Indonesian)."""


class CatalogueError(MatchingError):
    """The catalogue has no entry a proposal could be matched with, or names one code twice."""


class ConfirmedError(MatchingError):
    """A confirmed match names a code or a field of duty that the catalogue does not hold."""
