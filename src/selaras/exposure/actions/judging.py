"""How far a system meets a criterion is judged, with the evidence for it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.exposure.actions.guarding import held_system, require_keeper, too_long
from selaras.exposure.checklist import Checklist
from selaras.exposure.errors import Incomplete
from selaras.exposure.models import Evidence, System
from selaras.people.models import Account


@transaction.atomic
def judge(system: System, checklist: Checklist, criterion: str, level: str, note: str, *, actor: Account) -> Evidence:
    """Judged as it stands, nothing happens. Met in full or in part, the evidence must be named. Raises NotAllowed,
    Incomplete."""
    require_keeper(system.agency, actor)
    now, note = held_system(system), note.strip()
    wrong: dict[str, str] = {}
    if long := too_long(Evidence, {"note": note}):
        wrong[criterion] = long["note"]
    elif not level:
        wrong[criterion] = _("Pilih sejauh mana kriteria ini terpenuhi, atau kosongkan juga buktinya.")
    elif criterion not in checklist.criteria or level not in Evidence.Level.values:
        wrong[criterion] = _("Pilih sejauh mana kriteria ini terpenuhi.")
    elif level in (Evidence.Level.MET, Evidence.Level.PARTLY) and not note:
        wrong[criterion] = _("Sebutkan buktinya, misalnya dokumen uji atau pengaturan yang dilihat.")
    if wrong:
        raise Incomplete(wrong)
    known = Evidence.objects.filter(system=now, criterion=criterion, edition=checklist.edition).first()
    if known and (known.level, known.note) == (level, note):
        return known
    one = known or Evidence(system=now, criterion=criterion, edition=checklist.edition)
    one.level, one.note, one.judged_by, one.judged_at = level, note, actor, timezone.now()
    one.save()
    record("exposure.criterion_judged", actor=actor, subject=now.key, detail={"criterion": criterion, "level": level})
    return one


@transaction.atomic
def withdraw(one: Evidence, *, actor: Account) -> None:
    """As if the criterion had not been judged. Raises NotAllowed."""
    require_keeper(one.system.agency, actor)
    now = held_system(one.system)
    one.delete()
    detail = {"criterion": one.criterion, "level": one.level, "note": one.note}
    record("exposure.criterion_withdrawn", actor=actor, subject=now.key, detail=detail)
