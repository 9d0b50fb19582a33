"""What the record of agreement tells of the hall: who came, motions, objections by element, the secretary's notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from selaras.engines.indonesian.wording import number, rupiah
from selaras.engines.privacy import mask
from selaras.forum.models import AgendaItem, Forum, Motion, Objection, Participant

_TOLD = (Motion.State.ACCEPTED, Motion.State.REFUSED)


def attendance(participants: Sequence[Participant]) -> list[dict[str, str]]:
    """By element: how many were invited, and how many came, invited or not."""
    invited = Counter(person.element for person in participants if person.invited)
    present = Counter(person.element for person in participants if person.present)
    elements = sorted({person.element for person in participants})
    return [{"element": one, "invited": number(invited[one]), "present": number(present[one])} for one in elements]


def arrival(person: Participant) -> str:
    if not person.present:
        return "tidak hadir"
    at = timezone.localtime(person.checked_in_at) if person.checked_in_at else None
    return f"hadir {at:%H.%M}" if at else "hadir"


def spoken(forum: Forum) -> dict[str, Any]:
    """Motions that were answered, objections that stand, and notes, each without the name of who spoke."""
    motions = forum.motions.filter(state__in=_TOLD).select_related("proposal")
    objections = forum.objections.filter(withdrawn_at=None).select_related("proposal", "item")
    items = forum.agenda.exclude(note=None).exclude(note__text="").select_related("note")
    return {
        "motions": [_motion(one) for one in motions],
        "objections": [_objection(one) for one in objections],
        "notes": [_note(one) for one in items],
    }


def _motion(one: Motion) -> dict[str, str]:
    changes = []
    if one.volume_to is not None:
        before = "belum diisi" if one.volume_from is None else number(one.volume_from)
        changes.append(f"volume dari {before} menjadi {number(one.volume_to)} {one.proposal.unit}".strip())
    if one.cost_to is not None:
        before = "belum diisi" if one.cost_from is None else rupiah(one.cost_from)
        changes.append(f"biaya dari {before} menjadi {rupiah(one.cost_to)}")
    result = one.get_state_display() + (f": {mask(one.answer)}" if one.answer else "")
    return {
        "number": one.proposal.number,
        "element": one.element,
        "change": ", ".join(changes),
        "reason": mask(one.reason),
        "result": result,
    }


def _objection(one: Objection) -> dict[str, str]:
    about = one.proposal.number if one.proposal else one.item.title if one.item else ""
    return {"element": one.element, "about": mask(about), "text": mask(one.text), "answer": mask(one.answer)}


def _note(item: AgendaItem) -> dict[str, str]:
    start, end = (timezone.localtime(at) if at else None for at in (item.started_at, item.done_at))
    time = f"{start:%H.%M}" + (f" sampai {end:%H.%M}" if end else "") if start else ""
    return {"title": mask(item.title), "time": time, "text": mask(item.note.text)}
