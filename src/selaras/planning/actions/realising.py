"""Reporting each quarter what a line of the plan has achieved and spent so far."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction

from selaras.audit.actions import record
from selaras.engines.indonesian.wording import number, rupiah
from selaras.people.models import Account
from selaras.planning import rules
from selaras.planning.errors import Refused, Unsound
from selaras.planning.models import Realisation, WorkPlanItem
from selaras.planning.records import subject_of

QUARTERS = (1, 2, 3, 4)


@transaction.atomic
def report(
    item: WorkPlanItem, quarter: int, value: Decimal | None, spent: int, *, note: str = "", actor: Account
) -> Realisation:
    """What was achieved and spent from January to the end of the quarter; reported again it replaces the former figure.

    Both figures only grow over a year, and no line spends more than its ceiling. Raises Refused, Unsound.
    """
    if not rules.may_plan_for(actor, item.agency_id):
        raise Refused("Realisasi diisi oleh perencana perangkat daerahnya sendiri atau oleh Bappeda.")
    if quarter not in QUARTERS:
        raise Unsound("Triwulan adalah 1, 2, 3, atau 4.")
    if spent < 0 or (value is not None and value < 0):
        raise Unsound("Realisasi tidak boleh negatif.")
    if spent > item.cost:
        raise Unsound(f"Belanja {rupiah(spent)} melebihi pagu baris ini, {rupiah(item.cost)}. Periksa angkanya.")
    _only_grows(item, quarter, value, spent)
    former = Realisation.objects.filter(item=item, quarter=quarter).first()
    told, _ = Realisation.objects.update_or_create(
        item=item, quarter=quarter, defaults={"value": value, "spent": spent, "note": note.strip()[:400]}
    )
    before = {"value": _plain(former.value), "spent": former.spent} if former else None
    detail = {"quarter": quarter, "before": before, "after": {"value": _plain(value), "spent": spent}}
    record("planning.realised", actor=actor, subject=subject_of(item), detail=detail)
    return told


def _only_grows(item: WorkPlanItem, quarter: int, value: Decimal | None, spent: int) -> None:
    for other in Realisation.objects.filter(item=item).exclude(quarter=quarter):
        earlier = other.quarter < quarter
        if (other.spent > spent) if earlier else (other.spent < spent):
            raise Unsound(f"Belanja triwulan {other.quarter} sudah {rupiah(other.spent)}. {_HINT}")
        if value is None or other.value is None:
            continue
        if (other.value > value) if earlier else (other.value < value):
            raise Unsound(f"Realisasi triwulan {other.quarter} sudah {number(other.value)}. {_HINT}")


_HINT = "Isi angka sejak Januari sampai akhir triwulan ini, bukan tambahannya saja."


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"
