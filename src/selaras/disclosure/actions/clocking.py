"""Clocks of a case: started and stopped by its deeds, extended once, paused with a reason."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure.actions.guarding import held, require_desk, require_reason
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import Clock, Pause, Request, Step
from selaras.disclosure.terms import calendar_for, rule_of, workdays_in
from selaras.engines import workdays
from selaras.people.models import Account

State = Clock.State


def start(request: Request, kind: str, on: date) -> Clock:
    """Start a term on the day of its event; a term that ran before starts its next round."""
    calendar, rule = calendar_for(request.body), rule_of(kind, on)
    deadline = workdays.clock(on, rule, workdays_in(calendar))
    rounds = Clock.objects.filter(request=request, kind=kind).aggregate(last=Max("round"))["last"] or 0
    return Clock.objects.create(
        request=request,
        kind=kind,
        round=rounds + 1,
        starts_on=on,
        due_on=deadline.due,
        days=rule.days,
        legal_basis=rule.legal_basis,
        calendar=calendar,
        derivation=workdays.as_json(deadline),
    )


def go_on_with(clock: Clock, request: Request) -> Clock:
    """Let a term that ended at one body go on at another: the same days, pauses and extension; nobody gets new ones."""
    began = start(request, clock.kind, clock.starts_on)
    Pause.objects.bulk_create(
        Pause(clock=began, begins_on=one.begins_on, ends_on=one.ends_on, reason=one.reason)
        for one in clock.pauses.all()
    )
    began.extension_days, began.extension_reason = clock.extension_days, clock.extension_reason
    _count(began)
    return began


def running(request: Request, kind: str) -> Clock:
    """The clock of that kind that has not stopped. Raises NotNow where none runs."""
    clock = request.clocks.filter(kind=kind, state__in=[State.RUNNING, State.PAUSED]).order_by("-round").first()
    if clock is None:
        raise NotNow(_("Waktu %(what)s tidak sedang berjalan.") % {"what": Clock.Kind(kind).label})
    return clock


def stop(request: Request, kind: str, on: date) -> None:
    """The deed that the term asks for was done: in time, or late."""
    clock = running(request, kind)
    if clock.state == State.PAUSED:
        _go_on(clock, on)
    clock.state = State.LATE if clock.due_on and on > clock.due_on else State.MET
    clock.done_on = on
    clock.save(update_fields=["state", "done_on"])


def end_all(request: Request, on: date) -> None:
    """The case is over for this body: what still runs binds nobody any more."""
    for clock in request.clocks.filter(state__in=[State.RUNNING, State.PAUSED]):
        if clock.state == State.PAUSED:
            _go_on(clock, on)
        clock.state, clock.done_on = State.ENDED, on
        clock.save(update_fields=["state", "done_on"])


@transaction.atomic
def extend(request: Request, reason: str, *, actor: Account) -> Clock:
    """Take the one extension of the answer, with the reason that the applicant reads. Raises NotNow, NotAllowed."""
    case = held(request, Request.State.OPEN)
    require_desk(case, actor)
    why = require_reason(reason, _("Tulis alasan perpanjangan. Pemohon membacanya."))
    clock, today = running(case, Clock.Kind.ANSWER), timezone.localdate()
    rule = rule_of(Clock.Kind.ANSWER, clock.starts_on)
    if clock.extension_days:
        raise NotNow(_("Waktu jawab hanya dapat diperpanjang satu kali."))
    if clock.due_on and clock.due_on < today:
        raise NotNow(_("Batas jawab sudah lewat, jadi tidak dapat diperpanjang. Jawab sekarang."))
    clock.extension_days, clock.extension_reason = rule.extension_days, why
    _count(clock)
    remember(case, Step.Kind.EXTENDED, actor=actor, reason=why, days=rule.extension_days, due=clock.due_on)
    return clock


@transaction.atomic
def pause(request: Request, reason: str, *, actor: Account) -> Clock:
    """Stop the answer's clock while something outside the body is waited for. Raises NotNow, NotAllowed."""
    case = held(request, Request.State.OPEN)
    require_desk(case, actor)
    why = require_reason(reason, _("Tulis mengapa waktu dihentikan. Pemohon membacanya."))
    clock = running(case, Clock.Kind.ANSWER)
    if clock.state == State.PAUSED:
        raise NotNow(_("Waktu jawab sudah dihentikan."))
    if clock.due_on and clock.due_on < timezone.localdate():
        raise NotNow(_("Batas jawab sudah lewat, jadi waktunya tidak dapat dihentikan. Jawab sekarang."))
    Pause.objects.create(clock=clock, begins_on=timezone.localdate(), reason=why)
    clock.state = State.PAUSED
    _count(clock)
    remember(case, Step.Kind.PAUSED, actor=actor, reason=why)
    return clock


@transaction.atomic
def resume(request: Request, *, actor: Account) -> Clock:
    """Let the answer's clock go on. Raises NotNow, NotAllowed."""
    case = held(request, Request.State.OPEN)
    require_desk(case, actor)
    clock = running(case, Clock.Kind.ANSWER)
    if clock.state != State.PAUSED:
        raise NotNow(_("Waktu jawab sedang berjalan."))
    _go_on(clock, timezone.localdate())
    remember(case, Step.Kind.RESUMED, actor=actor, due=clock.due_on)
    return clock


def _go_on(clock: Clock, on: date) -> None:
    clock.pauses.filter(ends_on=None).update(ends_on=on)
    clock.state = State.RUNNING
    _count(clock)


def _count(clock: Clock) -> None:
    """Count a clock with what stands of it now, in the newest calendar, and keep it."""
    rule = workdays.from_json(clock.derivation).rule
    clock.calendar = calendar_for(clock.request.body)
    deadline = workdays.clock(
        clock.starts_on,
        rule,
        workdays_in(clock.calendar),
        pauses=[workdays.Pause(one.begins_on, one.ends_on, one.reason) for one in clock.pauses.all()],
        extension=workdays.Extension(clock.extension_days, clock.extension_reason) if clock.extension_days else None,
    )
    keep(clock, deadline)


def keep(clock: Clock, deadline: workdays.Deadline) -> None:
    """Keep what was counted. Call with a held case.

    A term that a changed calendar ends before its open pause began is over: the pause falls away.
    """
    clock.due_on, clock.derivation = deadline.due, workdays.as_json(deadline)
    if clock.state == State.PAUSED and deadline.due:
        clock.pauses.filter(ends_on=None).update(ends_on=F("begins_on"))
        clock.state = State.RUNNING
    clock.save()
