"""What can be wrong with a survey, in words for the person who must mend it."""

from __future__ import annotations


class SurveyError(ValueError):
    """No figure can be worked out from what was given; the message says what to mend (in Indonesian)."""


class SchemeError(SurveyError):
    """Elements, weights, bands or the scale contradict themselves."""


class AnswerError(SurveyError):
    """An answer names an element that is not asked, or gives a mark off the scale."""


class TooFew(SurveyError):
    """There are too few answers for the figure asked."""
