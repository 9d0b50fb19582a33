"""A conflict that was settled, or gone, is open again: with a new deadline, and its earlier decision in the history."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import require_reason
from selaras.sectoral.actions.holding_conflicts import held_conflict, require_part
from selaras.sectoral.conflicts.deadline import start_clock
from selaras.sectoral.models import Conflict, Word

State = Conflict.State


@transaction.atomic
def reopen(conflict: Conflict, why: str, *, actor: Account) -> Conflict:
    """Take a decision back, with the reason. Raises NotAllowed, NotNow."""
    now = held_conflict(conflict, State.SETTLED)
    require_part(now, actor)
    reason = require_reason(why, _("Tulis mengapa keputusan ini dibuka lagi."))
    before = {"outcome": now.outcome, "number": now.number, "reason": now.reason}
    open_again(now, reason, actor=actor)
    now.save()
    now.sides.filter(superseded=True).update(superseded=False)
    detail = {"why": reason, "before": before}
    record("sectoral.conflict_reopened", actor=actor, subject=str(now.pk), detail=detail)
    return now


def open_again(conflict: Conflict, why: str, *, actor: Account | None) -> None:
    """Save the conflict afterwards. `actor`: nobody where a search found it again."""
    conflict.state, conflict.outcome, conflict.number, conflict.number_unit = State.OPEN, "", "", ""
    conflict.reason, conflict.decided_by, conflict.decided_at = "", None, None
    start_clock(conflict, timezone.localdate())
    Word.objects.create(conflict=conflict, kind=Word.Kind.REOPENED, at=timezone.now(), by=actor, text=why)
