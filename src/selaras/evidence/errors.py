"""Why something in the register of indicators cannot be; each message says what to do, in Indonesian.

EvidenceError
├── Incomplete      fields are missing or wrong, each with its sentence
└── NotAllowed      no role of the person allows it
"""

from __future__ import annotations

from collections.abc import Mapping

from selaras.people import errors as people


class EvidenceError(ValueError):
    """The register cannot take what was given."""


class Incomplete(EvidenceError):
    """Field to sentence for what is missing or wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class NotAllowed(EvidenceError, people.NotAllowed):
    """No role of the person allows it."""
