"""A dispute before the information commission: filed, moved from stage to stage, closed with its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor
from selaras.disclosure.actions.clocking import running, start, stop
from selaras.disclosure.actions.guarding import held, require_party, require_reason
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import Clock, Dispute, Hearing, Objection, Request, Step
from selaras.people.models import Account

Stage = Dispute.Stage
# A case goes on, never back: mediation comes before adjudication, the court after it.
_NEXT: dict[str, tuple[str, ...]] = {
    Stage.FILED: (Stage.MEDIATION, Stage.ADJUDICATION),
    Stage.MEDIATION: (Stage.ADJUDICATION,),
    Stage.ADJUDICATION: (Stage.COURT,),
}


def next_stages(dispute: Dispute) -> tuple[str, ...]:
    """To which stages it can be moved; to none from the court, and once it is closed."""
    return _NEXT.get(dispute.stage, ())


@transaction.atomic
def file_dispute(objection: Objection, on: date, number: str = "", *, actor: Actor) -> Dispute:
    """Note that the applicant went to the commission.

    Raises NotNow while the superior may still answer, or after the days for it.
    """
    case = held(objection.request, Request.State.OPEN, Request.State.ANSWERED)
    if isinstance(actor, Account):
        require_party(case, actor)
    if Dispute.objects.filter(objection=objection).exists():
        raise NotNow(_("Sengketa atas keberatan ini sudah dicatat."))
    if on > timezone.localdate():
        raise NotNow(_("Tanggal pendaftaran tidak dapat di depan hari ini."))
    clock = _right(case, Objection.objects.get(pk=objection.pk), on)
    if on < clock.starts_on:
        raise NotNow(_("Sengketa tidak dapat didaftarkan sebelum haknya timbul. Periksa tanggalnya."))
    if clock.due_on and on > clock.due_on:
        raise NotNow(_("Waktu mengajukan sengketa sudah lewat."))
    made = Dispute.objects.create(objection=objection, number=number.strip()[:80], filed_on=on)
    stop(case, Clock.Kind.DISPUTE, on)
    start(case, Clock.Kind.SETTLE, on)
    remember(case, Step.Kind.DISPUTED, actor=actor, number=made.number, on=on, since=clock.starts_on)
    return made


def _right(case: Request, objection: Objection, on: date) -> Clock:
    """The clock of the right to dispute: from the superior's answer, or from the day on which none had come."""
    if objection.decided_at:
        return running(case, Clock.Kind.DISPUTE)
    late = running(case, Clock.Kind.SUPERIOR)
    if late.due_on is None or late.due_on >= on:
        raise NotNow(_("Atasan PPID masih punya waktu untuk menjawab keberatan."))
    return start(case, Clock.Kind.DISPUTE, late.due_on)


def _held(dispute: Dispute, actor: Account) -> tuple[Request, Dispute]:
    case = held(dispute.objection.request)
    require_party(case, actor)
    now = Dispute.objects.select_for_update().get(pk=dispute.pk)
    if now.stage == Stage.CLOSED:
        raise NotNow(_("Sengketa ini sudah selesai."))
    return case, now


@transaction.atomic
def move_dispute(dispute: Dispute, stage: str, *, actor: Account) -> Dispute:
    """On to mediation, adjudication or the court. Raises NotNow, NotAllowed."""
    case, now = _held(dispute, actor)
    if stage not in next_stages(now):
        raise NotNow(
            _("Dari %(from)s sengketa tidak dapat berlanjut ke tahap itu.") % {"from": now.get_stage_display()}
        )
    now.stage = stage
    now.save(update_fields=["stage"])
    if stage == Stage.COURT:  # the commission has decided
        stop(case, Clock.Kind.SETTLE, timezone.localdate())
    remember(case, Step.Kind.DISPUTE_MOVED, actor=actor, stage=stage)
    return now


@dataclass(frozen=True)
class Meeting:
    held_at: datetime
    place: str = ""
    note: str = ""


@transaction.atomic
def set_hearing(dispute: Dispute, meeting: Meeting, *, actor: Account) -> Hearing:
    """A day on which the parties meet. Raises NotNow, NotAllowed."""
    case, now = _held(dispute, actor)
    made = Hearing.objects.create(
        dispute=now,
        stage=now.stage,
        held_at=meeting.held_at,
        place=meeting.place.strip()[:200],
        note=meeting.note.strip(),
    )
    remember(case, Step.Kind.DISPUTE_MOVED, actor=actor, stage=now.stage, hearing=made.held_at)
    return made


@transaction.atomic
def close_dispute(dispute: Dispute, outcome: str, text: str, on: date, *, actor: Account) -> Dispute:
    """It is over. After a decision both sides may go to court. Raises NotNow, NotAllowed."""
    case, now = _held(dispute, actor)
    if outcome not in Dispute.Outcome.values:
        raise NotNow(_("Pilih hasil sengketa."))
    if not now.filed_on <= on <= timezone.localdate():
        raise NotNow(_("Tanggal selesai harus sesudah pendaftaran dan tidak di depan hari ini."))
    now.outcome_text = require_reason(text, _("Tulis isi kesepakatan atau putusannya."))
    before, now.stage, now.outcome, now.closed_on = now.stage, Stage.CLOSED, outcome, on
    now.save()
    if before != Stage.COURT:
        stop(case, Clock.Kind.SETTLE, on)
    if before == Stage.ADJUDICATION:
        start(case, Clock.Kind.COURT, on)
    remember(case, Step.Kind.DISPUTE_CLOSED, actor=actor, outcome=outcome, on=on)
    return now
