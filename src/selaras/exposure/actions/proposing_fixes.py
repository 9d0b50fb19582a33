"""Fixes went to the forum; what their proposal is reckoned from stays here."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure.actions.fixing import held_unproposed
from selaras.exposure.errors import NotNow
from selaras.exposure.models import Computation, Fix
from selaras.exposure.planning_fixes import digest_of, measures, told_measures
from selaras.exposure.viewing import view_of
from selaras.people.models import Account


@transaction.atomic
def note_proposed(fixes: Sequence[Fix], number: str, evidence: str, *, actor: Account) -> Computation:
    """They went to the forum as one proposal under that number.

    `evidence` is the digest that the proposal tells. All that it is the digest of is kept, so that who has the number
    can reckon it again. Raises NotAllowed, and NotNow where the inventory or a fix is no longer what was looked at.
    """
    view = view_of(actor)
    chosen = measures(view, fixes)
    if digest_of(view, chosen) != evidence:
        raise NotNow(_("Daftar sistem atau calon perbaikannya berubah. Periksa lagi yang akan dikirim, lalu kirim."))
    for fix in fixes:
        now = held_unproposed(fix, actor)
        now.proposed_as = number[:40]
        now.save(update_fields=["proposed_as"])
        detail = {"proposal": number, "evidence": evidence}
        record("exposure.fix_proposed", actor=actor, subject=now.key, detail=detail)
    at = timezone.now()
    kept, _new = Computation.objects.get_or_create(
        kind=Computation.Kind.PROPOSED,
        scope=view.scope,
        digest=evidence,
        budget=sum(fix.cost for fix in fixes),
        defaults={
            "state": Computation.State.DONE,
            "result": {"proposal": number, "inventory": view.facts, "fixes": told_measures(chosen)},
            "asked_by": actor,
            "asked_at": at,
            "done_at": at,
        },
    )
    return kept
