"""Opening the next year: its cycle starts with what this year leaves unfinished."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from selaras.audit.actions import record
from selaras.engines.indonesian.wording import number
from selaras.people.models import Account
from selaras.planning import rules
from selaras.planning.actions.calendar import seed_stages
from selaras.planning.errors import Refused
from selaras.planning.models import Cycle, RegionalPriority, StrategicTarget, WorkPlanItem
from selaras.planning.queries import latest_realisations


@transaction.atomic
def open_next_cycle(cycle: Cycle, *, actor: Account) -> Cycle:
    """The cycle of the year after, with the unfinished lines of this one, its priorities and its strategic targets.

    Opened again it adds only what is missing. Ceilings are not carried over: they are set anew each year.
    """
    if not rules.may_plan(actor):
        raise Refused("Hanya Bappeda yang dapat membuka siklus tahun berikutnya.")
    fresh, _ = Cycle.objects.get_or_create(region=cycle.region, year=cycle.year + 1)
    seed_stages(fresh, on=date(cycle.year, 1, 1), actor=actor)
    carried = _carry_plan(cycle, fresh)
    _carry(RegionalPriority, cycle, fresh)
    _carry(StrategicTarget, cycle, fresh)
    record("planning.cycle_opened", actor=actor, subject=str(fresh), detail={"from": cycle.year, "carried": carried})
    return fresh


def _carry_plan(cycle: Cycle, fresh: Cycle) -> int:
    """Copy each line that its year left unfinished, with what is still to do; returns how many."""
    known = set(fresh.work_plan.values_list("carried_from", flat=True))
    used = set(fresh.work_plan.values_list("key", flat=True))
    done = latest_realisations(cycle)
    lines = [
        _carried(item, fresh, *done.get(item.pk, (None, 0)), used)
        for item in cycle.work_plan.all()
        if item.pk not in known and _unfinished(item, *done.get(item.pk, (None, 0)))
    ]
    WorkPlanItem.objects.bulk_create(lines)
    return len(lines)


def _unfinished(item: WorkPlanItem, value: Decimal | None, spent: int) -> bool:
    """By its target where it has one; else by whether its money was spent."""
    if item.target is not None:
        return (value or Decimal()) < item.target
    return spent < item.cost


def _carried(item: WorkPlanItem, fresh: Cycle, value: Decimal | None, spent: int, used: set[str]) -> WorkPlanItem:
    """The line of next year: its forward estimate where one was made, else what this year left."""
    done = f"tercapai {number(value or Decimal())} dari {number(item.target)} {item.unit}" if item.target else ""
    key = item.key if item.key not in used else f"{item.key}-{item.cycle.year}"
    used.add(key)
    left = None if item.target is None else item.target - (value or Decimal())
    return WorkPlanItem(
        cycle=fresh,
        key=key,
        agency_id=item.agency_id,
        code=item.code,
        name=item.name,
        indicator=item.indicator,
        unit=item.unit,
        baseline=value if value is not None else item.baseline,
        target=item.forward_target if item.forward_target is not None else left,
        location=item.location,
        region_id=item.region_id,
        cost=item.forward_cost if item.forward_cost is not None else item.cost - spent,
        source_of_funds=item.source_of_funds,
        must_fund=item.must_fund,
        note=f"Lanjutan {item.cycle.year}{': ' + done if done else ''}.",
        carried_from=item,
    )


def _carry(model: type[RegionalPriority] | type[StrategicTarget], cycle: Cycle, fresh: Cycle) -> None:
    """Copy what stays true in the next year, unless that year already has its own."""
    if model._default_manager.filter(cycle=fresh).exists():
        return
    rows: list[Any] = list(model._default_manager.filter(cycle=cycle))
    for row in rows:
        row.pk, row.cycle = None, fresh
        row._state.adding = True
    model._default_manager.bulk_create(rows)
