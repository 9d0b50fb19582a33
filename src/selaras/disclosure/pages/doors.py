"""What becomes of a deed of the openness room that was refused."""

from __future__ import annotations

from functools import partial

from selaras.disclosure.errors import DisclosureError
from selaras.engines.redaction import RedactionError
from selaras.people.errors import PeopleError
from selaras.people.pages import doors

MENDABLE = (DisclosureError, RedactionError, PeopleError)
attempt = partial(doors.attempt, mendable=MENDABLE)
done = partial(doors.done, mendable=MENDABLE)
