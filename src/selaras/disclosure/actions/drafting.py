"""An answer that is being written is kept, so that nothing typed is lost while a file or a test is seen to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from selaras.audit.actions import record
from selaras.disclosure.actions.guarding import held, require_desk
from selaras.disclosure.models import AnswerDraft, Request
from selaras.people.models import Account

State = Request.State


@transaction.atomic
def keep_draft(request: Request, content: Mapping[str, Any], *, actor: Account) -> AnswerDraft:
    """Keep what stands in the form in place of what stood there. Raises NotNow, NotAllowed."""
    case = held(request, State.OPEN, State.ANSWERED)
    require_desk(case, actor)
    told = {"content": dict(content), "saved_at": timezone.now(), "saved_by_name": str(actor)[:150]}
    draft, _ = AnswerDraft.objects.update_or_create(request=case, defaults=told)
    record("disclosure.answer_drafted", actor=actor, subject=case.number)
    return draft
