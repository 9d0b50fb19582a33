"""Everything that reads the plan of a cycle."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from selaras.people.queries import Roles
from selaras.planning.models import Cycle, Stage


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
