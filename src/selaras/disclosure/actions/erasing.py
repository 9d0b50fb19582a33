"""Taking the applicant out of a case that is over; the case stays."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure.actions.answering import unfulfilled
from selaras.disclosure.actions.guarding import held, require_desk, require_reason
from selaras.disclosure.actions.mailing import erase_mail
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.actions.writing_letters import erase_letters
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import Clock, Request, Step
from selaras.people.models import Account

State = Request.State


@transaction.atomic
def erase_applicant(request: Request, reason: str, *, actor: Account) -> Request:
    """Erase who asked and the papers; the rest stays. Raises NotAllowed, and NotNow while the case may go on."""
    case = held(request, State.ANSWERED, State.LAPSED, State.WITHDRAWN, State.MOVED)
    require_desk(case, actor)
    why = require_reason(reason, _("Tulis mengapa data pemohon dihapus."))
    today = timezone.localdate()
    open_clocks = case.clocks.filter(state__in=[Clock.State.RUNNING, Clock.State.PAUSED])
    if any(clock.due_on is None or clock.due_on >= today for clock in open_clocks):
        raise NotNow(_("Pemohon masih berhak mengajukan keberatan atau sengketa, jadi datanya belum dapat dihapus."))
    if case.objections.filter(decided_at=None).exists() or case.objections.filter(
        dispute__isnull=False, dispute__closed_on=None
    ):
        raise NotNow(_("Keberatan atau sengketanya belum selesai."))
    if any(unfulfilled(one) for one in case.objections.all()):
        raise NotNow(_("Permohonan ini masih harus dijawab ulang sesuai putusan atasan PPID."))
    applicant = case.applicant
    if applicant.erased_at:
        raise NotNow(_("Data pemohon sudah dihapus."))
    applicant.sealed, applicant.erased_at = None, timezone.now()
    applicant.save(update_fields=["sealed", "erased_at"])
    case.identity_documents.update(sealed=None)
    erase_letters(case)
    erase_mail(case)
    remember(case, Step.Kind.ERASED, actor=actor, reason=why)
    return case
