"""Writing one deed on a case: a step that both sides read and hear of by mail, and its nameless entry in the log."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from selaras.audit.actions import Actor, record
from selaras.disclosure import rules
from selaras.disclosure.actions.mailing import post
from selaras.disclosure.models import PublicBody, Request, Step
from selaras.people.models import Account


class Applicant:
    """Whoever acts by the applicant's link."""

    def get_username(self) -> str:
        return "pemohon"


APPLICANT = Applicant()


def remember(request: Request, kind: str, *, actor: Actor, reason: str = "", **detail: Any) -> Step:
    """Call inside the transaction of the deed. `detail` must be plain JSON, or days, and name no person."""
    told = {name: value.isoformat() if isinstance(value, date) else value for name, value in detail.items()}
    account = actor if isinstance(actor, Account) else None
    step = Step.objects.create(
        request=request,
        kind=kind,
        at=timezone.now(),
        actor=account,
        actor_name=(str(account) if account else actor.get_username())[:150],
        helping=helping(account, request.body) if account else None,
        reason=reason,
        detail=told,
    )
    record(f"disclosure.{kind}", actor=actor, subject=request.number, detail=told)
    post(step)
    return step


def helping(account: Account, body: PublicBody) -> PublicBody | None:
    """The body that acts in another's name: only where the account does not work at the desk itself."""
    if body.helper_id is None or PublicBody.objects.filter(rules.own_desks(account), pk=body.pk).exists():
        return None
    return body.helper
