"""Agencies talk a conflict over: they write, propose a number, agree to one, or hand the matter over."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.conflicts import ConflictsError, read_unit
from selaras.government.models import Agency
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import require_reason
from selaras.sectoral.actions.holding_conflicts import held_conflict, require_part
from selaras.sectoral.conflicts import rules
from selaras.sectoral.conflicts.agreeing import standing
from selaras.sectoral.errors import NotAllowed, NotNow
from selaras.sectoral.models import Conflict, Word
from selaras.sectoral.rules import is_steward

State, Kind = Conflict.State, Word.Kind
_LONGEST = 5000


@transaction.atomic
def say(conflict: Conflict, text: str, *, actor: Account) -> Word:
    """Write an entry that the agencies and the steward read. Raises NotAllowed, NotNow."""
    now = held_conflict(conflict, State.OPEN)
    require_part(now, actor)
    said = _text(text, _("Tulis dahulu keterangannya."))
    return _remember(now, Kind.SAID, actor, text=said)


@transaction.atomic
def propose(conflict: Conflict, number: Decimal | None, unit: str, why: str, *, actor: Account) -> Word:
    """Propose the number that shall hold; no number proposes that all are right, since their definitions differ.

    The same proposal again is the one that stands. Raises NotAllowed, NotNow.
    """
    now = held_conflict(conflict, State.OPEN)
    require_part(now, actor)
    told, unit = checked_number(now, number, unit)
    reason = _text(why, _("Tulis alasannya. Perangkat daerah lain membacanya."))
    last = standing(now)
    if last.proposal and last.says(told, unit) and last.proposal.by_id == actor.pk and last.proposal.text == reason:
        return last.proposal
    return _remember(now, Kind.PROPOSED, actor, text=reason, number=told, unit=unit)


@transaction.atomic
def agree(conflict: Conflict, proposal: int, *, actor: Account) -> None:
    """Agree to the proposal that stands, for the agencies that one speaks for; agreed twice is agreed once.

    `proposal`: its key, so that nobody agrees to another one than was read. Raises NotAllowed, NotNow.
    """
    now = held_conflict(conflict, State.OPEN)
    speaks = rules.speaks_for(actor, now)
    if not speaks:
        raise NotAllowed(_("Hanya perangkat daerah yang angkanya berbeda yang menyetujui usul."))
    last = standing(now)
    if last.proposal is None or last.proposal.pk != proposal:
        raise NotNow(_("Usul itu sudah diganti. Baca usul yang terbaru, lalu setujui bila cocok."))
    for agency in sorted(speaks & last.missing):
        _remember(now, Kind.AGREED, actor, agency=agency, about=last.proposal)


@transaction.atomic
def hand_over(conflict: Conflict, to: Agency, why: str, *, actor: Account) -> Conflict:
    """Let another agency that it is about see to it; the deadline stays. Raises NotAllowed, NotNow."""
    now = held_conflict(conflict, State.OPEN)
    if not (is_steward(actor) or now.owner_id in rules.own_agencies(actor)):
        raise NotAllowed(_("Hanya penanggung jawab selisih ini dan walidata yang menyerahkannya."))
    if to.pk not in rules.involved(now):
        raise NotNow(_("Pilih perangkat daerah yang angkanya ikut dibandingkan."))
    reason = _text(why, _("Tulis mengapa penanggung jawabnya diganti."))
    if to.pk == now.owner_id:
        return now
    now.owner = to
    now.save(update_fields=["owner"])
    _remember(now, Kind.HANDED, actor, agency=to.pk, text=reason)
    return now


def checked_number(conflict: Conflict, number: Decimal | None, unit: str) -> tuple[str, str]:
    """The number as it is kept, and its unit, which must measure the same thing. Raises NotNow."""
    if number is None:
        return "", ""
    unit = " ".join(unit.split())
    try:
        dimension = read_unit(unit).dimension
    except ConflictsError as unread:
        raise NotNow(str(unread)) from unread
    if dimension != conflict.unit:
        told = {"unit": unit or "–", "wanted": conflict.unit or "–"}
        raise NotNow(_("Satuan %(unit)s tidak dapat dibandingkan dengan %(wanted)s. Periksa satuannya.") % told)
    if not number.is_finite() or len(told_number := f"{number:f}") > 80:
        raise NotNow(_("Tulis angkanya, misalnya 1.350.873 atau 12,5."))
    return told_number, unit


def _text(text: str, sentence: str) -> str:
    said = require_reason(text, sentence)
    if len(said) > _LONGEST:
        raise NotNow(_("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": _LONGEST})
    return said


def _remember(conflict: Conflict, kind: str, actor: Account, **told: object) -> Word:
    """For the agency that the actor speaks for: the owner where that is one of several."""
    if "agency" in told:
        agency = told.pop("agency")
    else:
        speaks = rules.speaks_for(actor, conflict)
        agency = conflict.owner_id if conflict.owner_id in speaks else min(speaks, default=None)
    word = Word.objects.create(
        conflict=conflict,
        kind=kind,
        at=timezone.now(),
        by=actor,
        agency_id=agency,
        **told,  # type: ignore[misc]
    )
    detail = {"word": word.pk, "agency": agency, "number": word.number, "unit": word.unit}
    record(f"sectoral.conflict_{kind}", actor=actor, subject=str(conflict.pk), detail=detail)
    return word
