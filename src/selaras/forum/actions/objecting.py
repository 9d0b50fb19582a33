"""What an element of the forum does not agree with, recorded as said."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.models import AgendaItem, Objection, Participant, Proposal
from selaras.people.models import Account


@transaction.atomic
def note_objection(
    item: AgendaItem,
    element: str,
    text: str,
    *,
    proposal: Proposal | None = None,
    participant: Participant | None = None,
    actor: Account,
) -> Objection:
    """An objection to an item, or to one of its proposals."""
    _may(actor)
    require_open(item.forum)
    if not text.strip():
        raise NotReady(_("Tulis apa yang tidak disetujui. Kalimat ini dimuat di berita acara."))
    made = Objection.objects.create(
        forum=item.forum, item=item, proposal=proposal, element=element, participant=participant, text=text.strip()
    )
    _log("objection_noted", made, actor, number=proposal.number if proposal else "")
    return made


@transaction.atomic
def answer_objection(objection: Objection, answer: str, *, actor: Account) -> None:
    """What the forum said to it; an empty answer takes one back."""
    held = _held(objection, actor)
    held.answer = answer.strip()
    held.save(update_fields=["answer"])
    _log("objection_answered", held, actor)


@transaction.atomic
def withdraw_objection(objection: Objection, *, actor: Account) -> None:
    """Its element no longer holds it; the record of agreement leaves it out."""
    held = _held(objection, actor)
    held.withdrawn_at = timezone.now()
    held.save(update_fields=["withdrawn_at"])
    _log("objection_withdrawn", held, actor)


def _held(objection: Objection, actor: Account) -> Objection:
    _may(actor)
    require_open(objection.forum)
    held = Objection.objects.select_for_update().select_related(None).get(pk=objection.pk)
    if held.withdrawn_at:
        raise NotReady(_("Keberatan ini sudah ditarik."))
    return held


def _may(actor: Account) -> None:
    if not rules.runs_forum(actor):
        raise NotAllowed(_("Hanya sekretariat forum yang mencatat keberatan."))


def _log(action: str, objection: Objection, actor: Account, **detail: object) -> None:
    told = {"objection": objection.pk, "element": objection.element, **detail}
    record(f"forum.{action}", actor=actor, subject=objection.forum.slug, detail=told)
