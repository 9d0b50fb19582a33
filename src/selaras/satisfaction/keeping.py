"""What a closed survey found, worked out once and kept for as long as all it was worked out from stays as it is."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from typing import Any

from django.core.files.storage import default_storage

from selaras import __version__
from selaras.government.queries import parameter
from selaras.intake.files import write_whole
from selaras.satisfaction.measuring import BASES, FORMAT, Figures, figures_of
from selaras.satisfaction.models import Answer, Survey
from selaras.satisfaction.queries import published_before
from selaras.satisfaction.scheme import PROFILE

_TOLD = ("survey__key", "marks", "desk__name", "day", "at", "device", "network", "cluster", "channel", "comment")


def found_in(survey: Survey) -> Figures:
    """As `figures_of`, whose bootstrap takes seconds. The file is named by what the figures come from, so one answer
    more or less, a mended parameter or an earlier period published meanwhile lets them be worked out anew.

    Raises TooFew below ten voices.
    """
    name = f"satisfaction/found/{survey.key}-{_basis(survey)}.json"
    if not default_storage.exists(name):
        write_whole(name, io.BytesIO(json.dumps(figures_of(survey)).encode()))
    with default_storage.open(name) as kept:
        figures: Figures = json.load(kept)
    return figures


def _basis(survey: Survey) -> str:
    """SHA-256 of all that `figures_of` reads, and of the program that reads it."""
    earlier = list(published_before(survey).select_related("result"))
    weighed = [survey, *earlier[-1:]]  # the last step is worked out from answers, those before it from what went out
    rows = Answer.objects.filter(survey__in=weighed).values_list(*_TOLD, *PROFILE)
    told = {
        "program": [__version__, FORMAT],
        "survey": [survey.name, survey.population],
        "earlier": [[one.name, one.result.digest] for one in earlier],
        "rules": [_rule(name, one.opens_on) for one in weighed for name in (*BASES, "profile")],
        "answers": sorted(_canonical(row) for row in rows),
    }
    return hashlib.sha256(_canonical(told).encode()).hexdigest()


def _rule(name: str, day: date) -> list[Any]:
    found = parameter(f"satisfaction.{name}", day)
    return [found.value, found.legal_basis, found.confidence]


def _canonical(told: Any) -> str:
    return json.dumps(told, sort_keys=True, default=str)
