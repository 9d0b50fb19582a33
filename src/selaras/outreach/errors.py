"""Why something in the room of outreach cannot be; each message says what to do, in Indonesian.

OutreachError
├── Incomplete      fields are missing or wrong, each with its sentence
├── NotNow          the message stands elsewhere: the deed does not fit its state
└── NotAllowed      no role of the person allows it
"""

from __future__ import annotations

from collections.abc import Mapping

from selaras.people import errors as people


class OutreachError(ValueError):
    """A message cannot go on with what was given."""


class Incomplete(OutreachError):
    """Field to sentence for what is missing or wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotNow(OutreachError):
    """The message stands elsewhere."""


class NotAllowed(OutreachError, people.NotAllowed):
    """No role of the person allows it."""
