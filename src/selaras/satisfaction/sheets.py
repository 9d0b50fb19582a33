"""The answers of a survey as the engine takes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from selaras.engines.survey import Answer as Form
from selaras.engines.survey import Cluster, Scheme, Sheet, guard, sheet
from selaras.satisfaction.models import Survey
from selaras.satisfaction.scheme import GuardRule, guard_rule_on, scheme_on

_NETWORK = "network:"  # before the token of a network that stands for all the devices in it


class _Row(NamedTuple):
    pk: UUID
    marks: dict[str, int]
    desk: str | None
    day: date | None
    device: str
    network: str
    at: datetime | None
    cluster: str


def sheet_of(survey: Survey, scheme: Scheme, rule: GuardRule) -> Sheet:
    """In an order of what they say, so that the same answers give the same figures.

    Where more came from one network on one day than `rule` believes, the devices in it are no longer told apart:
    whoever throws a token away gets a new one. A device that alone sent too much is known as that, and draws nobody
    beside it in. Once the survey is closed, what was found then stands.
    """
    return sheet(scheme, (form for _pk, form in _forms(survey, rule)))


def clusters_of(survey: Survey) -> dict[UUID, str]:
    """Of an open survey: the mark `why:number` of each answer that counts together with others."""
    rule = guard_rule_on(survey.opens_on)
    keys, forms = zip(*_forms(survey, rule), strict=True) if survey.answers.exists() else ((), ())
    filled = sheet(scheme_on(survey.opens_on), forms)
    clusters = enumerate(guard(filled, rule.limits).clusters, 1)
    return {keys[at]: f"{why_of(filled, one)}:{number}" for number, one in clusters for at in one.answers}


def why_of(filled: Sheet, cluster: Cluster) -> str:
    """`device`, `network` or `burst`."""
    why, mark, _token = (filled.answers[cluster.answers[0]].device or "").partition(":")
    return why if mark else cluster.suspicion.value


def _forms(survey: Survey, rule: GuardRule) -> list[tuple[UUID, Form]]:
    told = ("pk", "marks", "desk__name", "day", "device", "network", "at", "cluster")
    rows = sorted((_Row(*row) for row in survey.answers.values_list(*told)), key=lambda row: str(row[1:]))
    devices = Counter((row.day, row.device) for row in rows)
    quiet = [bool(row.network) and devices[row.day, row.device] <= rule.limits.household for row in rows]
    many = Counter((row.day, row.network) for row, one in zip(rows, quiet, strict=True) if one)
    crowded = [one and many[row.day, row.network] > rule.network for row, one in zip(rows, quiet, strict=True)]
    first = _first_days(rows)
    return [(row.pk, _form(row, one, first)) for row, one in zip(rows, crowded, strict=True)]


def _first_days(rows: Iterable[_Row]) -> dict[str, date]:
    """Of each cluster: a burst may go on past midnight and is still one."""
    found: dict[str, date] = {}
    for row in rows:
        if row.cluster and row.day:
            found[row.cluster] = min(row.day, found.get(row.cluster, row.day))
    return found


def _form(row: _Row, crowded: bool, first: dict[str, date]) -> Form:
    device = row.cluster or (_NETWORK + row.network if crowded else row.device)
    told: dict[str, Any] = {"marks": row.marks, "desk": row.desk or "", "at": row.at}
    return Form(device=device or None, day=first.get(row.cluster, row.day), **told)
