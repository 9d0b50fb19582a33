"""Why something in the openness room cannot be; each message says what to do, in Indonesian.

DisclosureError
├── Incomplete      fields are missing or wrong, each with its sentence
├── NotNow          the case stands elsewhere: the deed does not fit its state
├── NotAllowed      no role of the person allows it
├── NoSuchLink      the link names no case, or none any more
├── TooMany         too much came from one address within an hour
├── NoMailServer    mail cannot be handed over now
└── NoMailbox       the mailbox of requests is not named, or cannot be read
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


class TooMany(DisclosureError):
    """Too much came from one address within an hour."""


class NoMailServer(DisclosureError):
    """Mail cannot be handed over now."""


class NoMailbox(DisclosureError):
    """The mailbox of requests is not named, or cannot be read."""
