"""Why something in the room of exposure cannot be; each message says what to do, in Indonesian.

ExposureError
├── Incomplete      fields are missing or wrong, each with its sentence
├── NotNow          the thing stands elsewhere: the deed does not fit its state
└── NotAllowed      no role of the person allows it
"""

from __future__ import annotations

from collections.abc import Mapping

from selaras.people import errors as people


class ExposureError(ValueError):
    """The inventory cannot go on with what was given."""


class Incomplete(ExposureError):
    """Field to sentence for what is missing or wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotNow(ExposureError):
    """The system, connection or fix stands elsewhere."""


class NotAllowed(ExposureError, people.NotAllowed):
    """No role of the person allows it."""
