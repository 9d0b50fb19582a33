"""Everything that reads the plan of a cycle."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model, Q, QuerySet, Sum

from selaras.government.models import Agency
from selaras.people.queries import Roles
from selaras.planning.models import Cycle, Realisation, Stage


def current_cycle() -> Cycle | None:
    """The newest cycle; its calendar is public."""
    return Cycle.objects.select_related("region").order_by("-year", "-pk").first()


def stages_of(cycle: Cycle | None) -> QuerySet[Stage]:
    return Stage.objects.filter(cycle=cycle)


def stages_asking(roles: Roles, cycle: Cycle | None) -> list[Stage]:
    """The stages in which one of these roles must act."""
    kinds = {one.kind for one in roles}
    return [stage for stage in stages_of(cycle) if kinds & set(stage.roles)]


def open_on(stages: list[Stage], day: date) -> list[Stage]:
    """Those that are open on that day, the one that closes first first."""
    return sorted((one for one in stages if one.opens_on <= day <= one.closes_on), key=lambda one: one.closes_on)


_SEARCHED = ("name", "indicator", "code", "key", "goal", "programme", "source_of_funds", "district__name")
_MONEY = ("amount", "cost")


def records_of(model: type[Model], cycle: Cycle | None, agency: Agency | None, words: str) -> QuerySet[Any]:
    """The records of one table in one cycle, of one agency where given, in which every word appears."""
    columns = {field.name for field in model._meta.get_fields()}
    joined = [name for name in ("agency", "district") if name in columns]
    found = model._default_manager.filter(cycle=cycle).select_related(*joined)
    if agency is not None and "agency" in columns:
        found = found.filter(agency=agency)
    for word in words.split():
        anywhere = Q()
        for name in _SEARCHED:
            if name.partition("__")[0] in columns:
                anywhere |= Q(**{f"{name}__icontains": word})
        found = found.filter(anywhere)
    return found


def agencies_in(model: type[Model], cycle: Cycle | None) -> QuerySet[Agency]:
    """The agencies that have a record in a table; none where its records belong to no agency."""
    if "agency" not in {field.name for field in model._meta.get_fields()}:
        return Agency.objects.none()
    return Agency.objects.filter(pk__in=model._default_manager.filter(cycle=cycle).order_by().values("agency"))


def money_of(found: QuerySet[Any]) -> int | None:
    """The sum of the rupiah column; none where there is no such column."""
    column = next((name for name in _MONEY if name in {field.name for field in found.model._meta.get_fields()}), None)
    return found.order_by().aggregate(all=Sum(column))["all"] if column else None


def latest_realisations(cycle: Cycle) -> dict[int, tuple[Decimal | None, int]]:
    """Line to what it achieved and spent by the last quarter that was reported."""
    rows = Realisation.objects.filter(item__cycle=cycle).order_by("item", "quarter")
    return {item: (value, spent) for item, value, spent in rows.values_list("item", "value", "spent")}
