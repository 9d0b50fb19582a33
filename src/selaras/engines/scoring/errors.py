"""What can be wrong with the material of a scoring, in words for the person who must mend it."""

from __future__ import annotations


class ScoringError(ValueError):
    """The scores cannot be worked out from what was given; the message says what to mend (in Indonesian)."""


class CriteriaError(ScoringError):
    """The criteria or their weights contradict themselves."""


class UnknownError(ScoringError):
    """Something names a proposal or a criterion that is not part of this scoring, or names it twice."""


class MarkError(ScoringError):
    """A mark lies outside its scale or was given twice."""
