"""A case is over for its body."""

from __future__ import annotations

from django.utils import timezone

from selaras.disclosure.actions.clocking import end_all
from selaras.disclosure.models import AnswerDraft, Request


def end(case: Request, state: str) -> None:
    """Call with a held case, inside the transaction of the deed that ends it."""
    case.state, case.ended_at = state, timezone.now()
    case.save(update_fields=["state", "ended_at"])
    end_all(case, timezone.localdate())
    AnswerDraft.objects.filter(request=case).delete()
