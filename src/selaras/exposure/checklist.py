"""The checklist in force, and the score of a system by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from selaras.exposure.models import Evidence, System
from selaras.government.models import RegulationParameter
from selaras.government.queries import in_force

KEY = "exposure.criteria"
_POINTS = {Evidence.Level.MET: 1.0, Evidence.Level.PARTLY: 0.5, Evidence.Level.UNMET: 0.0}


@dataclass(frozen=True)
class Checklist:
    """`criteria`: code to name, in their order; empty where no edition is in force."""

    edition: date
    legal_basis: str
    criteria: dict[str, str]


@dataclass(frozen=True)
class Score:
    """`points` of `of`: a criterion met counts one, one met in part a half, one not answered nothing; those that do not
    concern the system are left out."""

    points: float
    of: int
    answered: int


def checklist_on(day: date | None = None) -> Checklist:
    rule = in_force(KEY, day or timezone.localdate()).first()
    if rule is None:
        return Checklist(date.min, "", {})
    return Checklist(rule.valid_from, rule.legal_basis, {one["code"]: one["name"] for one in rule.value})


def checklist_of(edition: str) -> Checklist:
    """The edition that begins on that day (ISO 8601); any other word means the one in force."""
    known = {one.isoformat(): one for one in editions()}
    return checklist_on(known[edition]) if edition in known else checklist_on()


def editions() -> list[date]:
    """First days of the editions that have come into force, the newest first."""
    found = RegulationParameter.objects.filter(key=KEY, valid_from__lte=timezone.localdate())
    return list(found.order_by("-valid_from").values_list("valid_from", flat=True))


@dataclass(frozen=True)
class Standing:
    """How one criterion stands over several systems: how many at each level, and how many that nobody judged."""

    name: str
    met: int
    partly: int
    unmet: int
    not_needed: int
    unanswered: int


def standings(checklist: Checklist, given: Iterable[Evidence], systems: int) -> list[Standing]:
    """Of `systems` systems, what is met least first."""
    counted = Counter((one.criterion, one.level) for one in given)
    found = []
    for code, name in checklist.criteria.items():
        met, partly, unmet, spared = (counted[code, level] for level in Evidence.Level.values)
        found.append(Standing(name, met, partly, unmet, spared, systems - met - partly - unmet - spared))
    return sorted(found, key=lambda one: (-one.unmet, -one.partly, one.met))


def answers(system: System, checklist: Checklist) -> dict[str, Evidence]:
    found = Evidence.objects.filter(system=system, edition=checklist.edition).select_related("judged_by")
    return {one.criterion: one for one in found if one.criterion in checklist.criteria}


def score(checklist: Checklist, given: Iterable[Evidence]) -> Score:
    levels = [Evidence.Level(one.level) for one in given]
    left_out = levels.count(Evidence.Level.NOT_NEEDED)
    points = sum(_POINTS.get(level, 0.0) for level in levels)
    return Score(points, len(checklist.criteria) - left_out, len(levels))
