"""An objection to the superior of the PPID, within the days of the regulation, answered with a decision and a text."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor
from selaras.disclosure.actions.clocking import running, start, stop
from selaras.disclosure.actions.guarding import (
    held,
    require_not_ahead,
    require_party,
    require_reason,
    require_superior,
)
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.errors import Incomplete, NotNow
from selaras.disclosure.models import Clock, Dispute, Objection, Request, Step
from selaras.government.queries import parameter_value
from selaras.people.models import Account


@transaction.atomic
def object_to(
    request: Request,
    submission: UUID,
    grounds: Collection[str],
    text: str,
    *,
    actor: Actor,
    on: date | None = None,
) -> Objection:
    """Take in an objection: against an answer, or because none came in time. Sent twice, it is one.

    Whoever comes in person or writes a letter objects through the desk, on the day `on`, not today, on which it came.
    Raises NotNow where its days are over or one is open already, NotAllowed, Incomplete.
    """
    case = held(request, Request.State.OPEN, Request.State.ANSWERED)
    if isinstance(actor, Account):
        require_party(case, actor)
    if known := Objection.objects.filter(submission=submission).first():
        if known.request_id != case.pk:
            raise NotNow(_("Kunci kiriman ini sudah dipakai untuk keberatan lain. Buat kunci baru, lalu kirim lagi."))
        return known
    came = on or timezone.localdate()
    require_not_ahead(came)
    if case.objections.filter(decided_at=None).exists():
        raise NotNow(_("Keberatan Anda sebelumnya masih dijawab atasan PPID."))
    if case.objections.exists():
        raise NotNow(_("Keberatan atas permohonan ini sudah dijawab. Langkah berikutnya ialah sengketa informasi."))
    clock = _ground(case, came)
    if came < clock.starts_on:
        raise NotNow(_("Keberatan tidak dapat diterima sebelum haknya timbul. Periksa tanggalnya."))
    if clock.due_on and came > clock.due_on:
        raise NotNow(_("Waktu mengajukan keberatan sudah lewat."))
    letters = _letters(grounds, text, came)
    made = Objection.objects.create(
        request=case,
        number=f"K-{case.number}",
        submission=submission,
        grounds=letters,
        text=text.strip(),
        received_on=came,
        received_at=timezone.now(),
    )
    stop(case, Clock.Kind.OBJECT, came)
    start(case, Clock.Kind.SUPERIOR, came)
    remember(case, Step.Kind.OBJECTED, actor=actor, grounds=letters, since=clock.starts_on, on=came)
    return made


def _ground(case: Request, came: date) -> Clock:
    """The clock of the applicant's right to object: of the answer, or of the day on which none had come."""
    if case.state == Request.State.ANSWERED:
        return running(case, Clock.Kind.OBJECT)
    late = running(case, Clock.Kind.ANSWER)
    if late.due_on is None or late.due_on >= came:
        raise NotNow(_("Batas jawab belum lewat, jadi keberatan belum dapat diajukan."))
    return start(case, Clock.Kind.OBJECT, late.due_on)


def _letters(grounds: Collection[str], text: str, on: date) -> str:
    known = parameter_value("disclosure.objection_grounds", on)
    letters = "".join(letter for letter in sorted(known) if letter in set(grounds))
    wrong = {}
    if not letters:
        wrong["grounds"] = _("Pilih sedikitnya satu alasan keberatan.")
    if not text.strip():
        wrong["text"] = _("Tulis apa yang Anda keberatkan dengan kata-kata sendiri.")
    if wrong:
        raise Incomplete(wrong)
    return letters


@transaction.atomic
def decide_objection(objection: Objection, decision: str, text: str, *, actor: Account) -> Objection:
    """The superior decides; from here on the applicant may go to the commission. Raises NotNow, NotAllowed."""
    case = held(objection.request, Request.State.OPEN, Request.State.ANSWERED)
    require_superior(case, actor)
    now = Objection.objects.select_for_update().get(pk=objection.pk)
    if now.decided_at:
        raise NotNow(_("Keberatan ini sudah dijawab."))
    if decision not in Objection.Decision.values:
        raise NotNow(_("Pilih putusan atas keberatan."))
    now.decision, now.decided_at, now.decided_by = decision, timezone.now(), actor
    now.decision_text = require_reason(text, _("Tulis tanggapan atas keberatan. Pemohon membacanya."))
    now.save()
    today = timezone.localdate()
    stop(case, Clock.Kind.SUPERIOR, today)
    if not Dispute.objects.filter(objection=now).exists():
        start(case, Clock.Kind.DISPUTE, today)
    remember(case, Step.Kind.OBJECTION_ANSWERED, actor=actor, decision=decision)
    return now
