"""Everything that reads the register; all of it is for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from selaras.evidence.models import Indicator, Problem, Target, Value
from selaras.people.queries import Person


def indicators_visible_to(_person: Person) -> QuerySet[Indicator]:
    return Indicator.objects.all()


def problems_visible_to(_person: Person) -> QuerySet[Problem]:
    return Problem.objects.select_related("indicator")


@dataclass(frozen=True)
class Standing:
    """One indicator in one year: its target and what was measured last, either of them possibly not there yet."""

    indicator: Indicator
    year: int
    target: Target | None
    value: Value | None

    @property
    def is_reached(self) -> bool | None:
        """None where there is nothing to compare."""
        if self.target is None or self.value is None:
            return None
        return self.indicator.is_reached(self.value.value, self.target.value)


def standings(indicators: Iterable[Indicator]) -> list[Standing]:
    """Every year of which there is a target or a value, the newest first. Two queries, however many indicators."""
    known = list(indicators)
    targets = {(one.indicator_id, one.year): one for one in Target.objects.filter(indicator__in=known)}
    values: dict[tuple[int, int], Value] = {}
    for one in Value.objects.filter(indicator__in=known).order_by("measured_on", "pk"):
        values[one.indicator_id, one.year] = one
    found = []
    for indicator in known:
        years = {year for pk, year in (*targets, *values) if pk == indicator.pk}
        for year in sorted(years, reverse=True):
            key = (indicator.pk, year)
            found.append(Standing(indicator, year, targets.get(key), values.get(key)))
    return found


def standings_of_year(year: int) -> list[Standing]:
    """Of the indicators that have a target for that year."""
    indicators = Indicator.objects.filter(targets__year=year).distinct()
    return [one for one in standings(indicators) if one.year == year]
