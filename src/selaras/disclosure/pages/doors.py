"""What becomes of a deed of the openness room that was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol, TypeVar

from selaras.disclosure.errors import DisclosureError, Incomplete
from selaras.engines.redaction import RedactionError
from selaras.engines.tabular import TabularError
from selaras.people.errors import NotAllowed, PeopleError
from selaras.people.pages import doors

MENDABLE = (DisclosureError, RedactionError, TabularError, PeopleError)
attempt = partial(doors.attempt, mendable=MENDABLE)
done = partial(doors.done, mendable=MENDABLE)
Made = TypeVar("Made")


class Telling(Protocol):
    """A form that shows sentences beside its fields, and above them what belongs to none."""

    def tell(self, wrong: Mapping[str, str]) -> None: ...


def made_by(form: Telling, deed: Callable[[], Made], *, beside: str = "") -> Made | None:
    """What the deed made; nothing where it was refused, and the form says why. What is not allowed is the door's."""
    try:
        return deed()
    except NotAllowed:
        raise
    except Incomplete as refused:
        form.tell(refused.fields)
    except MENDABLE as refused:
        form.tell({beside: str(refused)})
    return None


def refusal_of(deed: Callable[[], Any]) -> str:
    """Do it; the sentence that says why not, nothing where it was done. What is not allowed is the door's."""
    try:
        deed()
    except NotAllowed:
        raise
    except MENDABLE as refused:
        return str(refused)
    return ""
