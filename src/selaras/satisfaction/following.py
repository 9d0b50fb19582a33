"""Which elements of a published survey are to be mended first, and what was written about each."""

from __future__ import annotations

from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.satisfaction.measuring import weakest
from selaras.satisfaction.models import FollowUp, Result


class Followed(NamedTuple):
    """One weak element; `plan` is none where nobody wrote what will be done."""

    key: str
    name: str
    plan: FollowUp | None
    overdue: bool


def followed(result: Result) -> list[Followed]:
    """One query."""
    today, plans = timezone.localdate(), {one.element: one for one in result.survey.follow_ups.all()}
    found = []
    for one in weakest(result.figures):
        plan = plans.get(one["key"])
        found.append(Followed(one["key"], _(one["name"]), plan, plan is not None and plan.is_overdue(today)))
    return found
