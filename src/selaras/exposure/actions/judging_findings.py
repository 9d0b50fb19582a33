"""The risk of a finding is accepted with its reason, taken up again, or settled where no scan could tell."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure import rules
from selaras.exposure.actions.guarding import require_keeper
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.models import Finding
from selaras.exposure.terms import WRITTEN_BY_HAND
from selaras.people.models import Account

State = Finding.State


@transaction.atomic
def accept_risk(finding: Finding, reason: str, *, actor: Account) -> Finding:
    """It stays, and goes on to count in the routes: accepting a risk makes it no smaller. Raises NotAllowed, NotNow."""
    now = _held(finding, actor)
    if now.state not in (State.OPEN, State.REOPENED):
        raise NotNow(_("Hanya temuan yang terbuka dapat diterima risikonya."))
    return _judged(now, State.ACCEPTED, _reason(reason), "exposure.risk_accepted", actor)


@transaction.atomic
def take_up_again(finding: Finding, *, actor: Account) -> Finding:
    """Its risk is accepted no longer. Raises NotAllowed, NotNow."""
    now = _held(finding, actor)
    if now.state != State.ACCEPTED:
        raise NotNow(_("Risiko temuan ini tidak sedang diterima."))
    return _judged(now, State.OPEN, "", "exposure.risk_taken_up", actor)


@transaction.atomic
def settle(finding: Finding, how: str, *, actor: Account) -> Finding:
    """A lesson was put into practice; what a scanner reported is settled by its next report alone. Raises NotAllowed,
    NotNow."""
    now = _held(finding, actor)
    if now.format not in WRITTEN_BY_HAND or not now.is_live:
        raise NotNow(_("Temuan pemindai ditutup laporan berikutnya: perbaiki, pindai lagi, kirim laporannya."))
    now.gone_since = timezone.now().isoformat()
    return _judged(now, State.GONE, _reason(how), "exposure.finding_settled", actor)


def _held(finding: Finding, actor: Account) -> Finding:
    """As it stands now, locked. Its system's officer judges it; without a system, whoever keeps the register."""
    owner = finding.system.agency if finding.system else finding.agency
    if owner:
        require_keeper(owner, actor)
    elif not rules.is_region_officer(actor):
        raise NotAllowed(_("Temuan ini dinilai petugas keamanan daerah."))
    return Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise NotNow(_("Tulis alasannya."))
    if len(reason) > 500:
        raise NotNow(_("Alasan ini terlalu panjang: paling banyak 500 huruf."))
    return reason


def _judged(finding: Finding, state: str, reason: str, action: str, actor: Account) -> Finding:
    finding.state, finding.reason, finding.judged_by, finding.judged_at = state, reason, actor, timezone.now()
    finding.save(update_fields=["state", "reason", "judged_by", "judged_at", "gone_since"])
    record(action, actor=actor, subject=finding.key)
    return finding
