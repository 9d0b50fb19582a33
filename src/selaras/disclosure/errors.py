"""Why something in the openness room cannot be; each message says what to do, in Indonesian.

DisclosureError
├── Incomplete      fields are missing or wrong, each with its sentence
├── NotNow          the case stands elsewhere: the deed does not fit its state
├── NotAllowed      no role of the person allows it
└── NoSuchLink      the link names no case, or none any more
"""

from __future__ import annotations

from collections.abc import Mapping

from selaras.people import errors as people


class DisclosureError(ValueError):
    """A case cannot go on with what was given."""


class Incomplete(DisclosureError):
    """Field to sentence for what is missing or wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotNow(DisclosureError):
    """The case stands elsewhere."""


class NotAllowed(DisclosureError, people.NotAllowed):
    """No role of the person allows it."""


class NoSuchLink(DisclosureError):
    """The link names no case, or none any more."""
