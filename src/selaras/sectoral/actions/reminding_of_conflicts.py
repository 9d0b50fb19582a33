"""What the day brings by itself: deadlines follow a changed calendar, and what is overdue is told in its history."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from selaras.audit.actions import record
from selaras.engines import workdays
from selaras.engines.indonesian.wording import long_date
from selaras.people.models import Account
from selaras.sectoral.actions.looking import STALE, queue_look
from selaras.sectoral.conflicts.deadline import calendar_for, start_clock, workdays_in
from selaras.sectoral.models import Conflict, Look, Word

State = Conflict.State


@dataclass(frozen=True)
class Reminded:
    """How many deadlines moved, how many conflicts were told to be overdue, and whether a search was begun again."""

    moved: int
    overdue: int
    looked: bool


def remind_of_conflicts(*, actor: Account) -> Reminded:
    """Run once a day; run again, it does nothing more."""
    moved = sum(_recount(key, actor) for key in _open().values_list("pk", flat=True))
    today = timezone.localdate()
    late = _open().filter(due_on__lt=today, reminded_on=None)
    overdue = sum(_remind(key, actor) for key in late.values_list("pk", flat=True))
    stuck = Look.objects.filter(state__in=Look.OPEN, moved_at__lt=timezone.now() - STALE).exists()
    if stuck:
        with transaction.atomic():
            queue_look(actor)
    return Reminded(moved, overdue, stuck)


def _open() -> QuerySet[Conflict]:
    return Conflict.objects.filter(state=State.OPEN)


@transaction.atomic
def _recount(key: int, actor: Account) -> bool:
    """In the newest calendar, where the deadline was counted in another one or in none."""
    conflict = _held(key)
    calendar = calendar_for(conflict) if conflict else None
    if conflict is None or calendar is None or calendar.pk == conflict.calendar_id:
        return False
    before = conflict.due_on
    if conflict.derivation is None:
        start_clock(conflict, conflict.starts_on)
        why = ""
    else:
        change = workdays.recomputed(workdays.from_json(conflict.derivation), workdays_in(calendar))
        conflict.calendar, conflict.due_on, conflict.derivation = calendar, change.new.due, workdays.as_json(change.new)
        why = workdays.change_explained(change) if change.moved else ""
    if conflict.due_on != before:
        conflict.reminded_on = None
    conflict.save(update_fields=["calendar", "due_on", "derivation", "reminded_on"])
    if conflict.due_on == before or conflict.due_on is None:
        return False
    text = why or f"Batasnya {long_date(conflict.due_on)}."
    _remember(conflict, Word.Kind.RECOUNTED, text, actor)
    return True


@transaction.atomic
def _remind(key: int, actor: Account) -> bool:
    conflict = _held(key)
    if conflict is None or conflict.reminded_on or conflict.due_on is None:
        return False
    conflict.reminded_on = timezone.localdate()
    conflict.save(update_fields=["reminded_on"])
    text = f"Batasnya {long_date(conflict.due_on)}. Penanggung jawab: {conflict.owner}."
    _remember(conflict, Word.Kind.OVERDUE, text, actor)
    return True


def _held(key: int) -> Conflict | None:
    return (
        Conflict.objects.select_for_update(of=("self",))
        .select_related("owner")
        .filter(pk=key, state=State.OPEN)
        .first()
    )


def _remember(conflict: Conflict, kind: str, text: str, actor: Account) -> None:
    Word.objects.create(conflict=conflict, kind=kind, at=timezone.now(), text=text)
    detail = {"due": conflict.due_on.isoformat() if conflict.due_on else None}
    record(f"sectoral.conflict_{kind}", actor=actor, subject=str(conflict.pk), detail=detail)
