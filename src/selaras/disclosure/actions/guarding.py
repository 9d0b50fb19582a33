"""What every action on a case asks first: that nobody else changes it meanwhile, its state, and who may."""

from __future__ import annotations

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure import rules
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.models import PublicBody, Request
from selaras.people.models import Account


def held(request: Request, *states: str) -> Request:
    """The case as it stands now, locked until the transaction ends. Raises NotNow where it is in none of the states."""
    now = Request.objects.select_for_update(of=("self",)).select_related("body", "applicant").get(pk=request.pk)
    if states and now.state not in states:
        told = {"number": now.number, "state": now.get_state_display()}
        raise NotNow(_("Permohonan %(number)s sudah %(state)s. Muat ulang halaman untuk melihat keadaannya.") % told)
    return now


def require_desk(request: Request, actor: Account) -> None:
    if not rules.works_at(actor, request.body):
        raise NotAllowed(_("Permohonan ini diurus oleh meja layanan %(body)s.") % {"body": request.body.name})


def require_keeper(body: PublicBody, actor: Account) -> None:
    if not rules.keeps_body(actor, body):
        raise NotAllowed(_("Data %(body)s diubah oleh badan itu sendiri atau PPID Utama.") % {"body": body.name})


def require_superior(request: Request, actor: Account) -> None:
    if not rules.judges(actor, request.body):
        raise NotAllowed(_("Keberatan ini dijawab oleh atasan PPID %(body)s.") % {"body": request.body.name})


def require_party(request: Request, actor: Account) -> None:
    """Whoever works at the desk, or answers its objections."""
    if not (rules.works_at(actor, request.body) or rules.judges(actor, request.body)):
        raise NotAllowed(_("Keberatan dan sengketa ini dicatat oleh PPID %(body)s.") % {"body": request.body.name})


def require_not_ahead(on: date) -> None:
    """What was brought or came by letter came today or before."""
    if on > timezone.localdate():
        raise NotNow(_("Tanggal terima tidak dapat di depan hari ini."))


def require_reason(text: str, sentence: str) -> str:
    """Raises NotNow with the sentence where nothing was written."""
    if not text.strip():
        raise NotNow(sentence)
    return text.strip()
