"""The answers of a survey as the engine takes them."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Any

from selaras.engines.survey import Answer as Form
from selaras.engines.survey import Scheme, Sheet, sheet
from selaras.satisfaction.models import Survey
from selaras.satisfaction.scheme import GuardRule

NETWORK = "n:"  # before the token of a network that stands for all the devices in it


def sheet_of(survey: Survey, scheme: Scheme, rule: GuardRule) -> Sheet:
    """In an order of what they say, so that the same answers give the same figures.

    Where more came from one network on one day than `rule` believes, the devices in it are no longer told apart:
    whoever throws a token away gets a new one. A device that alone sent too much is known as that, and draws nobody
    beside it in.
    """
    rows = sorted(survey.answers.values_list("marks", "desk__name", "day", "device", "network", "at"), key=str)
    devices = Counter((day, device) for _marks, _desk, day, device, _network, _at in rows)
    quiet = [bool(row[4]) and devices[row[2], row[3]] <= rule.limits.household for row in rows]
    many = Counter((row[2], row[4]) for row, one in zip(rows, quiet, strict=True) if one)
    return sheet(
        scheme, (_form(row, one and many[row[2], row[4]] > rule.network) for row, one in zip(rows, quiet, strict=True))
    )


def _form(row: tuple[dict[str, int], str | None, date | None, str, str, datetime | None], crowded: bool) -> Form:
    marks, desk, day, device, network, at = row
    told: dict[str, Any] = {"marks": marks, "desk": desk or "", "day": day, "at": at}
    return Form(device=(NETWORK + network if crowded else device) or None, **told)
