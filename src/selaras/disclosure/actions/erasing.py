"""Taking the applicant out of a case that is over, wherever it went on; the cases stay."""

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
_OVER = (State.ANSWERED, State.LAPSED, State.WITHDRAWN, State.MOVED)


@transaction.atomic
def erase_applicant(request: Request, reason: str, *, actor: Account) -> Request:
    """Erase who asked and the papers, here and in every case that came of the same request by moving or splitting it.

    The rest stays. Raises NotAllowed, and NotNow while one of the cases may go on.
    """
    require_desk(request, actor)
    why = require_reason(reason, _("Tulis mengapa data pemohon dihapus."))
    case = held(request, *_OVER)
    if case.applicant.erased_at:
        raise NotNow(_("Data pemohon sudah dihapus."))
    chain = [held(one) for one in _chain(case)]  # in one order everywhere, so that two erasings do not wait in a ring
    for one in chain:
        _require_over(one, case)
    for one in chain:
        _erase(one, why, actor)
    case.refresh_from_db()
    return case


def _chain(case: Request) -> list[Request]:
    """The case with all into which the request was moved or split, and those from which it came. By their keys."""
    first = case
    while first.moved_from:
        first = first.moved_from
    found = level = [first]
    while level:
        level = list(Request.objects.filter(moved_from__in=level))
        found = [*found, *level]
    return sorted(found, key=lambda one: one.pk)


def _require_over(one: Request, asked: Request) -> None:
    if one.applicant.erased_at:
        return
    told = _hindrance(one)
    if told and one.pk != asked.pk:
        told = _("Permohonan ini berlanjut sebagai %(number)s di %(body)s. %(why)s") % {
            "number": one.number, "body": one.body.name, "why": told,
        }  # fmt: skip
    if told:
        raise NotNow(told)


def _hindrance(case: Request) -> str:
    """Why its applicant may not be erased yet; nothing where it is over."""
    if case.state not in _OVER:
        return _("Permohonan ini belum selesai, jadi data pemohonnya belum dapat dihapus.")
    open_clocks = case.clocks.filter(state__in=[Clock.State.RUNNING, Clock.State.PAUSED])
    if any(clock.due_on is None or clock.due_on >= timezone.localdate() for clock in open_clocks):
        return _("Pemohon masih berhak mengajukan keberatan atau sengketa, jadi datanya belum dapat dihapus.")
    objections = case.objections.all()
    if objections.filter(decided_at=None).exists() or objections.filter(dispute__isnull=False, dispute__closed_on=None):
        return _("Keberatan atau sengketanya belum selesai.")
    if any(unfulfilled(one) for one in objections):
        return _("Permohonan ini masih harus dijawab ulang sesuai putusan atasan PPID.")
    return ""


def _erase(case: Request, why: str, actor: Account) -> None:
    applicant = case.applicant
    if applicant.erased_at:
        return
    applicant.sealed, applicant.erased_at = None, timezone.now()
    applicant.save(update_fields=["sealed", "erased_at"])
    case.identity_documents.update(sealed=None)
    erase_letters(case)
    erase_mail(case)
    remember(case, Step.Kind.ERASED, actor=actor, reason=why)
