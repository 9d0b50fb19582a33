"""What a room measured is written into the register."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from selaras.audit.actions import Actor, record
from selaras.engines.indonesian.wording import number
from selaras.evidence.models import Indicator, Value
from selaras.satisfaction.models import Result


@transaction.atomic
def record_survey(result: Result, *, actor: Actor) -> list[Value]:
    """The value of every indicator that the surveyed service measures; the same result twice is one value."""
    survey, kept = result.survey, []
    source = Indicator.Source.SATISFACTION
    for indicator in Indicator.objects.filter(source=source, source_key=survey.service.code):
        told = {
            "year": survey.last_day.year,
            "value": result.index,
            "measured_on": survey.last_day,
            "method": _method(result),
            "recorded_at": timezone.now(),
        }
        value, fresh = Value.objects.get_or_create(indicator=indicator, reference=f"survei/{survey.key}", defaults=told)
        kept.append(value)
        if fresh:
            detail = {"year": value.year, "value": str(value.value), "reference": value.reference}
            record("evidence.value_recorded", actor=actor, subject=indicator.code, detail=detail)
    return kept


def _method(result: Result) -> str:
    figures = result.figures
    low, high = figures["interval"]["low"], figures["interval"]["high"]
    return (
        f"Survei kepuasan masyarakat {result.survey.name}: {number(figures['answers'])} jawaban, "
        f"rentang 95 % {number(Decimal(str(low)))} sampai {number(Decimal(str(high)))}."
    )


def take_in_survey(result: Result, actor: Actor, **_sent: Any) -> None:
    """Hears of a survey inside the transaction that publishes it: both land or neither does."""
    record_survey(result, actor=actor)
