"""What the day brings by itself: what was not completed lapses, and who is bound is reminded before, not after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from selaras.audit.actions import Actor
from selaras.disclosure.actions.checking import lapse
from selaras.disclosure.actions.guarding import held
from selaras.disclosure.actions.recounting import recount
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.actions.reminding_of_endings import remind_of_endings
from selaras.disclosure.actions.saving_drafts import forget_drafts
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import Clock, Request, Step
from selaras.disclosure.terms import workdays_in
from selaras.engines import workdays
from selaras.government.models import Calendar
from selaras.government.queries import parameter_value

_FARTHEST = 60  # days: no reminder is as early as that, however many holidays lie between


@dataclass(frozen=True)
class Swept:
    """How many clocks a newer calendar moved, how many requests lapsed, of how many clocks somebody was reminded, how
    many drafts were forgotten, and of how many exemptions a desk was told that they end.
    """

    moved: int
    lapsed: int
    reminded: int
    forgotten: int = 0
    ending: int = 0


def sweep(*, actor: Actor) -> Swept:
    """Run once a day; run again, it does nothing more."""
    today = timezone.localdate()
    moved = sum(recount(calendar, actor=actor) for calendar in _newest_calendars())  # where a change was broken off
    over = Request.objects.filter(
        state=Request.State.INCOMPLETE, clocks__kind=Clock.Kind.COMPLETE, clocks__state=Clock.State.RUNNING,
        clocks__due_on__lt=today,
    )  # fmt: skip
    lapsed = sum(_lapsed(request, actor) for request in over.select_related("body"))
    reminded = sum(_remind(clock, actor, today) for clock in _near(today))
    return Swept(moved, lapsed, reminded, forget_drafts(actor=actor), remind_of_endings(actor=actor))


def _newest_calendars() -> list[Calendar]:
    newest = Calendar.objects.filter(region=OuterRef("region")).order_by("-version")
    return list(Calendar.objects.filter(pk=Subquery(newest.values("pk")[:1])))


def _lapsed(request: Request, actor: Actor) -> bool:
    try:
        lapse(request, actor=actor)
    except NotNow:  # completed since it was listed
        return False
    return True


def _near(today: date) -> Iterator[Clock]:
    """Running clocks of which today is a day for a reminder and nobody was reminded today."""
    before = tuple(parameter_value("disclosure.reminder_days", today))
    soon = today + timedelta(days=_FARTHEST)
    running = Clock.objects.filter(state=Clock.State.RUNNING, due_on__range=(today, soon)).exclude(reminded_on=today)
    calendars: dict[int, workdays.Workdays] = {}
    for clock in running.select_related("request__body", "calendar"):
        if clock.calendar_id not in calendars:
            calendars[clock.calendar_id] = workdays_in(clock.calendar)
        deadline = workdays.from_json(clock.derivation)
        if today in workdays.reminder_days(deadline, calendars[clock.calendar_id], before):
            yield clock


@transaction.atomic
def _remind(clock: Clock, actor: Actor, today: date) -> int:
    held(clock.request)
    fresh = Clock.objects.filter(pk=clock.pk, state=Clock.State.RUNNING).exclude(reminded_on=today)
    if not fresh.update(reminded_on=today):
        return 0
    remember(clock.request, Step.Kind.REMINDED, actor=actor, clock=clock.kind, due=clock.due_on)
    return 1
