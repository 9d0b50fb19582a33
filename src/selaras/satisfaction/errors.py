"""Why something in the room of the satisfaction survey cannot be; each message says what to do, in Indonesian.

SatisfactionError
├── Incomplete      fields are missing or wrong, each with its sentence
├── NotNow          the survey stands elsewhere: the deed does not fit its state
│   └── NotOpen     it takes no answer today
└── NotAllowed      no role of the person allows it
"""

from __future__ import annotations

from collections.abc import Mapping

from selaras.people import errors as people


class SatisfactionError(ValueError):
    """A survey cannot go on with what was given."""


class Incomplete(SatisfactionError):
    """Field to sentence for what is missing or wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotNow(SatisfactionError):
    """The survey stands elsewhere."""


class NotOpen(NotNow):
    """It takes no answer today."""


class NotAllowed(SatisfactionError, people.NotAllowed):
    """No role of the person allows it."""
