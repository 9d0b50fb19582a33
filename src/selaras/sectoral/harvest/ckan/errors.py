"""What a read action refuses, in CKAN's terms.

ActionRefused
├── NotFound       404, `Not Found Error`
└── Invalid        409, `Validation Error`, each field with its sentence
"""

from __future__ import annotations

from collections.abc import Mapping


class ActionRefused(Exception):
    """A read action cannot answer."""

    status = 409
    kind = "Validation Error"

    @property
    def told(self) -> dict[str, object]:
        """The `error` of CKAN's envelope."""
        return {"__type": self.kind, "message": str(self)}


class NotFound(ActionRefused):
    """There is none, or the public does not see it."""

    status = 404
    kind = "Not Found Error"


class Invalid(ActionRefused):
    """Field to sentence for what is wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)

    @property
    def told(self) -> dict[str, object]:
        return {"__type": self.kind, **{name: [sentence] for name, sentence in self.fields.items()}}
