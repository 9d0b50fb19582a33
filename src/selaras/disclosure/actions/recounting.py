"""Open clocks are counted anew when a holiday changes, and both sides are told which day moved and why."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.db.models import Q

from selaras.audit.actions import Actor
from selaras.disclosure.actions.clocking import keep
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.models import Clock, Request, Step
from selaras.disclosure.terms import workdays_in
from selaras.engines import workdays
from selaras.government.models import Calendar
from selaras.government.queries import days_that_differ

BATCH = 200  # cases held at a time, so that nobody waits long for one of them
OPEN = (Clock.State.RUNNING, Clock.State.PAUSED)


def stale(calendar: Calendar) -> Q:
    """Open clocks that were counted in another version and that this one could move or tell otherwise."""
    open_clocks = Clock.objects.filter(state__in=OPEN, calendar__region=calendar.region).exclude(calendar=calendar)
    found = Q(pk__in=[])
    for older in Calendar.objects.filter(pk__in=open_clocks.values("calendar")):
        found |= Q(calendar=older) & touched_by(days_that_differ(older, calendar))
    return found & Q(state__in=OPEN)


def touched_by(days: Collection[date]) -> Q:
    """Clocks on whose way one of the days may lie."""
    if not days:
        return Q(pk__in=[])
    return Q(starts_on__lte=max(days)) & (Q(due_on=None) | Q(due_on__gte=min(days)))


def recount(calendar: Calendar, *, actor: Actor) -> int:
    """Count in this calendar, the newest of its region, what an older one counted. Returns how many days moved.

    Broken off it is simply run again: what was counted is not counted twice.
    """
    moved = 0
    wanted = stale(calendar)
    days = workdays_in(calendar)
    while cases := list(Request.objects.filter(pk__in=_next_cases(wanted)).values_list("pk", flat=True)):
        moved += _recount_some(cases, wanted, days, calendar, actor)
    return moved


def _next_cases(wanted: Q) -> list[int]:
    clocks = Clock.objects.filter(wanted).order_by("request_id").values_list("request_id", flat=True)
    return list(clocks.distinct()[:BATCH])


@transaction.atomic
def _recount_some(cases: Collection[int], wanted: Q, days: workdays.Workdays, calendar: Calendar, actor: Actor) -> int:
    """Those of some cases. The cases are held first, as every deed holds its own."""
    list(Request.objects.filter(pk__in=cases).order_by("pk").select_for_update(of=("self",)).values_list("pk"))
    moved = 0
    for clock in Clock.objects.filter(wanted, request__in=cases).select_related("request__body"):
        change = workdays.recomputed(workdays.from_json(clock.derivation), days)
        clock.calendar = calendar
        keep(clock, change.new)
        if change.moved:
            moved += 1
            told = {"clock": clock.kind, "before": change.old.due, "due": change.new.due}
            why = workdays.change_explained(change)
            remember(clock.request, Step.Kind.CLOCK_CHANGED, actor=actor, reason=why, **told)
    return moved
