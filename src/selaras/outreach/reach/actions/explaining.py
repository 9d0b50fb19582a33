"""An office says what the codes of a list mean."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.outreach.models import Legend, Signal, Source
from selaras.outreach.reach import rules
from selaras.outreach.reach.errors import Incomplete, NotAllowed
from selaras.people.models import Account


@transaction.atomic
def explain_code(source: Source, code: str, signal: str, *, actor: Account) -> int:
    """Every fact of the source with this code means that class from now on; returns how many there are.

    What was said before is in the log. Raises NotAllowed, Incomplete.
    """
    if not rules.keeps_reach(actor):
        raise NotAllowed(_("Arti kode diisi oleh walidata dan Bappeda."))
    if signal not in Signal.values:
        raise Incomplete({"signal": _("Pilih arti kode ini.")})
    now = Source.objects.select_for_update().get(pk=source.pk)
    facts = now.facts.filter(code=code)
    if not code or not facts.exists():
        raise Incomplete({"code": _("Kode ini tidak dipakai dalam sumber ini.")})
    before = now.legend.filter(code=code).first()
    if before and before.signal == signal:
        return facts.count()
    said = {"signal": signal, "said_by": actor, "said_at": timezone.now()}
    Legend.objects.update_or_create(source=now, code=code, defaults=said)
    detail = {"code": code, "signal": signal, "before": before.signal if before else None}
    record("outreach.code_explained", actor=actor, subject=str(now.pk), detail=detail)
    return facts.update(signal=signal)
