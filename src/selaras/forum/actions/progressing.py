"""Reporting each quarter how far a funded proposal has come, and what it has cost so far."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import rupiah
from selaras.forum import queries, rules
from selaras.forum.actions.remembering import remember
from selaras.forum.errors import Incomplete, NotAllowed, NotReady
from selaras.forum.models import Progress, Proposal
from selaras.people.models import Account

PROGRESS = "progress"  # the kind of event
_QUARTERS = range(1, 5)


@transaction.atomic
def report_progress(
    proposal: Proposal, quarter: int, percent: int, spent: int, *, note: str = "", actor: Account
) -> Progress:
    """What stands (percent of the work) and was spent (whole rupiah) from January to the end of the quarter.

    Reported again it replaces the former figures, which stay in the event. Both only grow over the year, and nothing
    spends more than was granted. Raises NotAllowed, NotReady where the proposal is not funded, Incomplete.
    """
    if not rules.reports_progress(actor, proposal):
        raise NotAllowed(_("Kemajuan diisi oleh perencana perangkat daerah yang mengerjakannya, atau oleh Bappeda."))
    Proposal.objects.select_for_update().get(pk=proposal.pk)
    outcome = queries.outcome_of(proposal, queries.decision_in_force(proposal.forum))
    if outcome is None or outcome.cost is None:
        raise NotReady(_("Usulan %(number)s tidak didanai, jadi tidak ada kemajuannya.") % {"number": proposal.number})
    _check(quarter, percent, spent, outcome.cost)
    _only_grows(proposal, quarter, percent, spent)
    former = Progress.objects.filter(proposal=proposal, quarter=quarter).first()
    told, _made = Progress.objects.update_or_create(
        proposal=proposal, quarter=quarter, defaults={"percent": percent, "spent": spent, "note": note.strip()[:400]}
    )
    before = _values(former) if former else None
    remember(proposal, PROGRESS, actor=actor, before=before, after=_values(told), reason=told.note)
    return told


def _check(quarter: int, percent: int, spent: int, granted: int) -> None:
    if quarter not in _QUARTERS:
        raise Incomplete({"quarter": _("Triwulan adalah 1, 2, 3, atau 4.")})
    if not 0 <= percent <= 100:
        raise Incomplete({"done": _("Kemajuan adalah 0 sampai 100 persen.")})
    if spent < 0:
        raise Incomplete({"spent": _("Belanja tidak boleh negatif.")})
    if spent > granted:
        told = {"spent": rupiah(spent), "granted": rupiah(granted)}
        raise Incomplete({"spent": _("Belanja %(spent)s melebihi dana usulan ini, %(granted)s.") % told})


def _only_grows(proposal: Proposal, quarter: int, percent: int, spent: int) -> None:
    for other in Progress.objects.filter(proposal=proposal).exclude(quarter=quarter):
        earlier = other.quarter < quarter
        if (other.percent > percent) if earlier else (other.percent < percent):
            raise Incomplete({"done": _told(other.quarter, f"{other.percent} %")})
        if (other.spent > spent) if earlier else (other.spent < spent):
            raise Incomplete({"spent": _told(other.quarter, rupiah(other.spent))})


def _told(quarter: int, figure: str) -> str:
    return _(
        "Triwulan %(quarter)s sudah %(figure)s. Isi angka sejak Januari sampai akhir triwulan, bukan tambahannya."
    ) % {"quarter": quarter, "figure": figure}


def _values(progress: Progress) -> dict[str, int | str]:
    return {"quarter": progress.quarter, "percent": progress.percent, "spent": progress.spent, "note": progress.note}
