"""Why something in the room of sectoral data cannot be; each message says what to do, in Indonesian.

SectoralError
├── Incomplete      fields are missing or wrong, each with its sentence
├── NotNow          the version stands elsewhere: the deed does not fit its state
│   └── Overtaken   somebody else saved a newer edition meanwhile
├── NotAllowed      no role of the person allows it
├── NotAsked        a question to a table names what is not there
├── TooLong         a question to a table takes too long to answer
└── TableGone       the storage has the table no more
"""

from __future__ import annotations

from collections.abc import Mapping

from selaras.people import errors as people


class SectoralError(ValueError):
    """A dataset cannot go on with what was given."""


class Incomplete(SectoralError):
    """Field to sentence for what is missing or wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotNow(SectoralError):
    """The version stands elsewhere."""


class Overtaken(NotNow):
    """`newest` is the edition that stands now."""

    def __init__(self, sentence: str, newest: int) -> None:
        super().__init__(sentence)
        self.newest = newest


class NotAllowed(SectoralError, people.NotAllowed):
    """No role of the person allows it."""


class NotAsked(SectoralError):
    """A question to a table names a column it lacks, or a value that its column cannot hold."""


class TooLong(SectoralError):
    """The answer to a question takes longer than a reader may ask for."""


class TableGone(SectoralError):
    """The storage has the table no more, or not as it was kept."""
