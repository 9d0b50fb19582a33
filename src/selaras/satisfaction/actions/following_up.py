"""For a weak element of a published survey: what will be done, by whom, until when, and what came of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.satisfaction.actions.guarding import held, require_keeper
from selaras.satisfaction.errors import Incomplete
from selaras.satisfaction.measuring import weakest
from selaras.satisfaction.models import FollowUp, Survey

_LONGEST = {"deed": 500, "owner": 120, "outcome": 1000}


@dataclass(frozen=True)
class Planned:
    """`outcome` may come later; empty takes back what was written too early."""

    deed: str
    owner: str
    due_on: date | None
    outcome: str = ""


@transaction.atomic
def follow_up(survey: Survey, element: str, said: Planned, *, actor: Account) -> FollowUp:
    """Written again it is corrected: the log keeps what stood there, and the first term stays. The same again changes
    nothing. Raises NotAllowed, NotNow where the survey is not published, Incomplete.
    """
    require_keeper(survey.service.agency, actor)
    now = held(survey, Survey.State.PUBLISHED)
    kept = now.follow_ups.filter(element=element).first()
    told = Planned(said.deed.strip(), said.owner.strip(), said.due_on, said.outcome.strip())
    wrong = _wrong(now, element, told, kept)
    if told.due_on is None or wrong:
        raise Incomplete(wrong)
    before = _plain(kept) if kept else {}
    if kept and before == _dated(told):
        return kept
    row = kept or FollowUp(survey=now, element=element, first_due_on=told.due_on)
    row.deed, row.owner, row.due_on, row.outcome = told.deed, told.owner, told.due_on, told.outcome
    row.ended_on = (row.ended_on or timezone.localdate()) if told.outcome else None
    row.written_by, row.written_at = actor, timezone.now()
    row.save()
    detail: dict[str, Any] = {"element": element, **_plain(row)} | ({"before": before} if before else {})
    record("satisfaction.followed_up", actor=actor, subject=now.key, detail=detail)
    return row


def _plain(row: FollowUp) -> dict[str, str]:
    return _dated(Planned(row.deed, row.owner, row.due_on, row.outcome))


def _dated(said: Planned) -> dict[str, str]:
    return {name: str(value) for name, value in asdict(said).items()}


def _wrong(survey: Survey, element: str, told: Planned, kept: FollowUp | None) -> dict[str, str]:
    if element not in {one["key"] for one in weakest(survey.result.figures)}:
        return {"deed": _("Tindak lanjut ditulis untuk unsur yang terendah. Pilih salah satunya di halaman survei.")}
    wrong = {}
    if not told.deed:
        wrong["deed"] = _("Tulis apa yang akan dilakukan.")
    if not told.owner:
        wrong["owner"] = _("Tulis unit atau jabatan yang melakukannya.")
    if late := _wrong_term(told.due_on, kept):
        wrong["due_on"] = late
    most = _("Ini terlalu panjang: paling banyak %(most)s huruf.")
    long = {name: most % {"most": limit} for name, limit in _LONGEST.items() if len(getattr(told, name)) > limit}
    return wrong | long


def _wrong_term(due_on: date | None, kept: FollowUp | None) -> str:
    """Empty where it may be that day; a term that has passed meanwhile stands."""
    if due_on is None:
        return _("Isi sampai kapan.")
    stands = kept is not None and kept.due_on == due_on
    return _("Pilih hari ini atau hari sesudahnya.") if due_on < timezone.localdate() and not stands else ""
