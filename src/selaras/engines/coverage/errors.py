"""What can be wrong with the material of a siting, in words for the person who must mend it."""

from __future__ import annotations


class CoverageError(ValueError):
    """Nothing can be worked out from what was given; the message says what to mend (in Indonesian)."""


class InvalidMaterial(CoverageError):
    """Places, sites, costs or coordinates contradict each other's form."""


class OutOfReach(CoverageError):
    """No choice of sites gives every district the share that is asked."""


class NoAnswer(CoverageError):
    """The solver ended without an answer before its limit."""
