"""Aligning in the background: it takes seconds for some thousand proposals, and nobody should watch a page load."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.background import start_after_commit
from selaras.forum import rules
from selaras.forum.errors import NotAllowed
from selaras.forum.guards import require_open
from selaras.forum.models import Forum
from selaras.people.models import Account


@transaction.atomic
def queue_aligning(forum: Forum, *, actor: Account) -> None:
    """Have all proposals matched anew. Raises NotAllowed, Locked."""
    from selaras.forum.tasks import align_proposals  # the task names the action

    require_open(forum)
    if not rules.runs_forum(actor):
        raise NotAllowed(_("Hanya sekretariat forum yang menyelaraskan ulang semua usulan."))
    align_proposals.enqueue(forum.pk, actor.pk)
    record("forum.aligning_queued", actor=actor, subject=forum.slug)
    start_after_commit()
