"""Why something about signal and reach cannot be; each message says what to do, in Indonesian.

ReachError
├── Incomplete      fields are missing or wrong, each with its sentence
├── NotNow          it does not fit what is there
└── NotAllowed      no role of the person allows it
"""

from __future__ import annotations

from collections.abc import Mapping

from selaras.people import errors as people


class ReachError(ValueError):
    """What was given cannot be taken."""


class Incomplete(ReachError):
    """Field to sentence for what is missing or wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotNow(ReachError):
    """It does not fit what is there."""


class NotAllowed(ReachError, people.NotAllowed):
    """No role of the person allows it."""
