"""A conflict is decided: one number holds, or all are right since they say different things; each with its reason."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.sectoral.actions.discussing import checked_number
from selaras.sectoral.actions.guarding import require_reason
from selaras.sectoral.actions.holding_conflicts import held_conflict
from selaras.sectoral.conflicts import rules
from selaras.sectoral.conflicts.agreeing import standing
from selaras.sectoral.conflicts.holding import superseded
from selaras.sectoral.errors import NotAllowed
from selaras.sectoral.models import Conflict, Side, Word

State, Outcome = Conflict.State, Conflict.Outcome


@transaction.atomic
def decide(conflict: Conflict, number: Decimal | None, unit: str, why: str, *, actor: Account) -> Conflict:
    """Settle it. No number: all are right. The numbers that do not hold stay where they are, marked as superseded.

    Decided the same by the same reason, it stands. Raises NotAllowed, NotNow.
    """
    now = held_conflict(conflict, State.OPEN, State.SETTLED)
    told, unit = checked_number(now, number, unit)
    reason = require_reason(why, _("Tulis alasan keputusannya. Publik membacanya bila datanya terbit."))
    if now.state == State.SETTLED and (now.number, now.number_unit, now.reason) == (told, unit, reason):
        return now
    now = held_conflict(now, State.OPEN)
    last = standing(now)
    if not rules.decides(actor, now, last.agreed, by_agreement=last.says(told, unit)):
        raise NotAllowed(
            _(
                "Penanggung jawab memutuskan apa yang sudah disetujui semua perangkat daerah yang terlibat. "
                "Usulkan dahulu, atau minta walidata memutuskan."
            )
        )
    now.state, now.outcome = State.SETTLED, Outcome.NUMBER if told else Outcome.BOTH
    now.number, now.number_unit, now.reason = told, unit, reason
    now.decided_by, now.decided_at = actor, timezone.now()
    now.save()
    sides = list(now.sides.all())
    for side in sides:
        side.superseded = superseded(now, side)
    Side.objects.bulk_update(sides, ["superseded"], batch_size=200)
    Word.objects.create(
        conflict=now, kind=Word.Kind.DECIDED, at=now.decided_at, by=actor, text=reason, number=told, unit=unit
    )
    cells = [[side.version_id, side.column, side.row] for side in sides if side.superseded]
    detail = {"outcome": now.outcome, "number": told, "unit": unit, "reason": reason, "superseded": cells}
    record("sectoral.conflict_decided", actor=actor, subject=str(now.pk), detail=detail)
    return now
