"""Turning a question into a change: other ceilings and other weights, each by who may, with one reason."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.inputs import ceiling_id
from selaras.forum.models import Forum
from selaras.people.models import Account
from selaras.planning.actions.changing import change
from selaras.planning.errors import PlanningError, Refused
from selaras.planning.models import Ceiling
from selaras.planning.rules import may_set_ceilings


@transaction.atomic
def adjust_ceilings(forum: Forum, amounts: Mapping[str, int], *, reason: str, actor: Account) -> int:
    """Give ceilings (by the id that inputs name them by) other amounts; how many. All or none.

    Raises NotAllowed, NotReady, Locked.
    """
    if not may_set_ceilings(actor):
        raise NotAllowed(_("Hanya Bappeda atau BPKAD yang dapat mengubah pagu."))
    require_open(forum)
    rows = Ceiling.objects.filter(cycle=forum.cycle_id).select_related("agency", "district")
    known = {ceiling_id(row): row for row in rows}
    if not amounts or not amounts.keys() <= known.keys():
        raise NotReady(_("Pagu yang hendak diubah tidak ada. Muat ulang halaman."))
    try:
        for key, amount in amounts.items():
            change(known[key], {"amount": amount}, reason=reason, actor=actor)
    except Refused as no:
        raise NotAllowed(str(no)) from no
    except PlanningError as wrong:
        raise NotReady(str(wrong)) from wrong
    return len(amounts)


@transaction.atomic
def set_weights(forum: Forum, weights: Mapping[str, int], *, reason: str, actor: Account) -> int:
    """Weigh criteria (by key) differently, as the forum agreed; how many. Raises NotAllowed, NotReady, Locked."""
    if not rules.may_decide(actor):
        raise NotAllowed(_("Hanya sekretaris forum yang dapat mengubah bobot kriteria."))
    require_open(forum)
    if not reason.strip():
        raise NotReady(_("Tulis alasannya. Alasan itu tercatat."))
    rows = {row.key: row for row in forum.criteria.select_for_update()}
    if not weights or not weights.keys() <= rows.keys() or min(weights.values()) < 0:
        raise NotReady(_("Bobot yang hendak diubah tidak ada. Muat ulang halaman."))
    before = {key: rows[key].weight for key in weights}
    for key, weight in weights.items():
        rows[key].weight = weight
        rows[key].save(update_fields=["weight"])
    if not any(row.weight for row in rows.values()):
        raise NotReady(_("Paling sedikit satu kriteria harus berbobot."))
    detail = {"before": before, "after": dict(weights), "reason": reason.strip()}
    record("forum.weights_set", actor=actor, subject=forum.slug, detail=detail)
    return len(weights)
