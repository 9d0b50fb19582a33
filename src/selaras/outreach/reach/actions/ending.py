"""A source that came in wrongly is set aside: it stays on record, and nothing reads it any more."""

from __future__ import annotations

from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.outreach.models import Reckoning, Source
from selaras.outreach.reach import rules
from selaras.outreach.reach.errors import Incomplete, NotAllowed
from selaras.people.models import Account

LONGEST = 300


@transaction.atomic
def set_aside_source(source: Source, reason: str, *, actor: Account) -> Source:
    """End it with everything that a model made of it, also what is still being reckoned; then its file may come again.

    Set aside twice is once. Raises NotAllowed, Incomplete.
    """
    if not rules.keeps_reach(actor):
        raise NotAllowed(_("Sumber sinyal disisihkan oleh walidata dan Bappeda."))
    why = " ".join(reason.split())
    if not 0 < len(why) <= LONGEST:
        raise Incomplete({"reason": _("Tulis mengapa sumber ini disisihkan, paling banyak 300 huruf.")})
    now = Source.objects.select_for_update().get(pk=source.pk)
    if now.ended_at:
        return now
    ended = {"ended_at": timezone.now(), "ended_why": why}
    told = _("Daftar menara atau peta ketinggiannya disisihkan.")
    from_it = Reckoning.objects.filter(Q(masts=now) | Q(terrain=now))
    from_it.filter(state__in=Reckoning.OPEN).update(state=Reckoning.State.FAILED, words=told)
    newest = Reckoning.objects.filter(result=OuterRef("result")).order_by("-moved_at", "-pk").values("pk")[:1]
    made = from_it.filter(pk=Subquery(newest)).values("result")  # what was made anew of something else stays
    Source.objects.filter(Q(pk=now.pk) | Q(pk__in=made), ended_at=None).update(**ended)
    record("outreach.source_set_aside", actor=actor, subject=str(now.pk), detail={"reason": why})
    now.refresh_from_db()
    return now
