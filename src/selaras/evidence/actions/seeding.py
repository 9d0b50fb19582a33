"""The indicators that come with the program."""

from __future__ import annotations

import json
from importlib import resources

from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.evidence.models import Indicator, Target


@transaction.atomic
def seed_indicators(*, actor: Actor) -> int:
    """Add those that are missing, with their targets; what an office changed stays. Returns how many were added."""
    text = resources.files("selaras.evidence").joinpath("seed", "indicators.json").read_text(encoding="utf-8")
    known = set(Indicator.objects.values_list("code", flat=True))
    fresh = [row for row in json.loads(text) if row["code"] not in known]
    for row in fresh:
        targets = row.pop("targets")
        indicator = Indicator.objects.create(**row)
        Target.objects.bulk_create(Target(indicator=indicator, **target) for target in targets)
    if fresh:
        record("evidence.indicators_seeded", actor=actor, detail={"codes": [row["code"] for row in fresh]})
    return len(fresh)
