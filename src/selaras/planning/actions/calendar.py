"""The calendar of a cycle: its stages seeded from the usual dates, moved as the region's own circular says."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.government.queries import parameter
from selaras.people.models import Account
from selaras.planning import rules
from selaras.planning.errors import Refused, Unsound
from selaras.planning.models import Cycle, Stage

USUAL = "planning.stages"


@transaction.atomic
def seed_stages(cycle: Cycle, *, on: date, actor: Actor) -> int:
    """Give a cycle without a calendar the usual stages as the regulation parameters of the day `on` know them.

    Returns how many were added.
    """
    if cycle.stages.exists():
        return 0
    usual = parameter(USUAL, on)
    stages = [
        Stage(
            cycle=cycle,
            key=row["key"],
            name=row["name"],
            task=row["task"],
            opens_on=_day(cycle, row["opens"]),
            closes_on=_day(cycle, row["closes"]),
            roles=row["roles"],
            legal_basis=usual.legal_basis,
        )
        for row in usual.value
    ]
    Stage.objects.bulk_create(stages)
    record("planning.calendar_seeded", actor=actor, subject=str(cycle), detail={"stages": len(stages)})
    return len(stages)


def _day(cycle: Cycle, told: list[int]) -> date:
    """`[-1, 2, 28]`: 28 February of the year before the one that is planned."""
    years, month, day = told
    return date(cycle.year + years, month, day)


@transaction.atomic
def move_stage(stage: Stage, opens_on: date, closes_on: date, *, reason: str, actor: Account) -> Stage:
    """Give a stage other dates. Raises Refused, Unsound."""
    if not rules.may_plan(actor):
        raise Refused("Hanya Bappeda yang dapat mengubah kalender.")
    if closes_on < opens_on:
        raise Unsound("Tanggal tutup lebih awal daripada tanggal buka. Periksa kedua tanggalnya.")
    if not reason.strip():
        raise Unsound("Tulis alasannya, misalnya nomor surat edaran.")
    before = [stage.opens_on.isoformat(), stage.closes_on.isoformat()]
    stage.opens_on, stage.closes_on = opens_on, closes_on
    stage.save(update_fields=["opens_on", "closes_on"])
    detail = {"before": before, "after": [opens_on.isoformat(), closes_on.isoformat()], "reason": reason.strip()}
    record("planning.stage_moved", actor=actor, subject=f"stage:{stage.pk}", detail=detail)
    return stage
