"""Rounds of voting: prepared, opened, closed, opened again. Each step is in the log with its counts."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.deciding import digest
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.models import Ballot, Forum, Mark, Proposal, Round, RoundItem, Slip, Voter
from selaras.forum.voting.answers import current_scales
from selaras.forum.voting.results import approvals, numbers_of
from selaras.forum.voting.rounds import eligible
from selaras.people.models import Account

MOST_ITEMS = 400  # a longer list is too heavy for a phone on a weak signal


@transaction.atomic
def prepare_round(
    forum: Forum, *, title: str, kind: str, secret: bool, proposals: Sequence[Proposal] = (), actor: Account
) -> Round:
    """A round as a draft. Raises NotAllowed, Locked, and NotReady where it could not be voted on."""
    _may(actor)
    require_open(forum)
    if kind == Round.Kind.QUESTION and len(proposals) > 1:
        raise NotReady(_("Satu pertanyaan menyangkut paling banyak satu usulan. Buat satu ronde untuk tiap usulan."))
    if kind != Round.Kind.QUESTION and not proposals:
        raise NotReady(_("Tidak ada usulan yang cocok. Pilih wilayah atau perangkat daerah lain, atau tulis nomornya."))
    if len(proposals) > MOST_ITEMS:
        sentence = _("Ada %(count)s usulan; satu ronde memuat paling banyak %(most)s. Bagi menjadi beberapa ronde.")
        raise NotReady(sentence % {"count": len(proposals), "most": MOST_ITEMS})
    if kind == Round.Kind.SCORING and not forum.criteria.exists():
        raise NotReady(_("Forum ini belum punya kriteria penilaian. Tetapkan kriterianya lebih dahulu."))
    made = Round.objects.create(forum=forum, title=title, kind=kind, secret=secret)
    on: Sequence[Proposal | None] = proposals or [None]
    RoundItem.objects.bulk_create(
        RoundItem(round=made, position=at, proposal=proposal) for at, proposal in enumerate(on, 1)
    )
    _log("round_prepared", made, actor, kind=kind, secret=secret, items=_items(made))
    return made


@transaction.atomic
def discard_round(round_: Round, *, actor: Account) -> None:
    """Drop a draft. What was once opened stays."""
    _may(actor)
    held = _held(round_, Round.State.DRAFT, _("Ronde yang sudah pernah dibuka tidak dapat dihapus."))
    _log("round_discarded", held, actor)
    held.delete()


@transaction.atomic
def open_round(round_: Round, *, actor: Account) -> None:
    """Give every participant who may vote a slip, and take answers."""
    _may(actor)
    require_open(round_.forum)
    held = _held(round_, Round.State.DRAFT, _("Ronde ini sudah dibuka. Muat ulang halaman."))
    _hand_out(held)
    if not held.voters.exists():
        raise NotReady(_("Belum ada peserta yang berhak memilih. Isi daftar peserta lebih dahulu."))
    held.state, held.opened_at = Round.State.OPEN, timezone.now()
    held.scales = current_scales(held.forum) if held.kind == Round.Kind.SCORING else []
    held.save(update_fields=["state", "opened_at", "scales"])
    _log("round_opened", held, actor, voters=held.voters.count(), secret=held.secret, items=_items(held))


@transaction.atomic
def admit_newcomers(round_: Round, *, actor: Account) -> int:
    """Slips for participants who were registered after the opening; how many."""
    _may(actor)
    held = _held(round_, Round.State.OPEN, _("Ronde ini tidak sedang dibuka. Muat ulang halaman."))
    added = _hand_out(held)
    if added:
        _log("round_voters_added", held, actor, added=added)
    return added


@transaction.atomic
def close_round(round_: Round, *, actor: Account) -> None:
    """End the voting and hand what it came to to the decision. No answer is taken while or after this runs."""
    _may(actor)
    require_open(round_.forum)
    # Voters before slips, as casting takes them; else each could wait for the other.
    list(Voter.objects.select_for_update().filter(round=round_).order_by("pk").values_list("pk"))
    slips = list(Slip.objects.select_for_update().filter(round=round_).order_by("pk"))
    held = _held(round_, Round.State.OPEN, _("Ronde ini tidak sedang dibuka. Muat ulang halaman."))
    held.slips.update(version=F("version") + 1)  # whoever read a slip before now writes to it in vain
    used = [slip for slip in slips if slip.answers]
    held.digest = digest(sorted([str(slip.pk), slip.answers] for slip in used))
    if held.secret:
        _draw_labels(held, used)
    held.state, held.closed_at = Round.State.CLOSED, timezone.now()
    held.save(update_fields=["state", "closed_at", "digest"])
    replaced = _withdraw(held)
    _hand_over(held, used)
    counts = {"voters": len(slips), "voted": len(used), "complete": sum(slip.complete for slip in used)}
    _log("round_closed", held, actor, answers=held.digest, replaced=replaced, **counts)


@transaction.atomic
def reopen_round(round_: Round, reason: str, *, actor: Account) -> None:
    """Take answers again, on the same slips. Until it is closed again the round counts for nothing."""
    _may(actor)
    require_open(round_.forum)
    if not reason.strip():
        raise NotReady(_("Tulis alasannya. Alasan ini tercatat dan dapat dibaca semua peserta."))
    held = _held(round_, Round.State.CLOSED, _("Ronde ini tidak sedang ditutup. Muat ulang halaman."))
    before = held.digest
    held.slips.exclude(label="").update(label="")
    held.state, held.closed_at, held.digest = Round.State.OPEN, None, ""
    held.save(update_fields=["state", "closed_at", "digest"])
    withdrawn, added = _withdraw(held), _hand_out(held)
    _log("round_reopened", held, actor, reason=reason.strip(), answers=before, withdrawn=withdrawn, added=added)


def _may(actor: Account) -> None:
    if not rules.may_hold_votes(actor):
        raise NotAllowed(_("Hanya sekretaris forum yang dapat mengatur pemungutan suara."))


def _held(round_: Round, state: str, otherwise: str) -> Round:
    """The round as it stands, held until the transaction ends; NotReady with a sentence where it is past that state."""
    held = Round.objects.select_for_update().get(pk=round_.pk)
    if held.state != state:
        raise NotReady(otherwise)
    return held


def _hand_out(round_: Round) -> int:
    """One slip for each who may vote and has none; in a secret round blank ones, as many."""
    missing = list(eligible(round_).exclude(pk__in=round_.voters.values("participant")))
    Voter.objects.bulk_create(Voter(round=round_, participant=one) for one in missing)
    Slip.objects.bulk_create(Slip(round=round_, participant=None if round_.secret else one) for one in missing)
    return len(missing)


def _draw_labels(round_: Round, used: list[Slip]) -> None:
    """Numbers by lot. Every row of both sides is written anew at the closing, so that their versions tell no order."""
    secrets.SystemRandom().shuffle(used)
    for at, slip in enumerate(used, 1):
        slip.label = f"R{round_.pk}-{at:03d}"
    Slip.objects.bulk_update(used, ["label"], batch_size=200)
    round_.voters.update(voted=F("voted"))


def _withdraw(round_: Round) -> int:
    """Take out of the decision what an earlier round, or a file, gave for the same; how many rows."""
    if round_.kind == Round.Kind.SCORING:
        return Mark.objects.filter(proposal__in=round_.items.values("proposal")).delete()[0]
    if round_.kind == Round.Kind.APPROVAL:
        return Ballot.objects.filter(participant__forum=round_.forum_id).delete()[0]
    return 0


def _hand_over(round_: Round, used: list[Slip]) -> None:
    """Marks and ballots by participant; those of a secret round are read from its slips (see voting.results)."""
    if round_.secret:
        return
    if round_.kind == Round.Kind.SCORING:
        on = {str(item): proposal for item, proposal in round_.items.values_list("pk", "proposal")}
        marks = (
            Mark(assessor_id=slip.participant_id, proposal_id=on[item], values=values)
            for slip in used
            for item, (_edition, values) in slip.answers.items()
            if values and slip.participant_id
        )
        Mark.objects.bulk_create(marks, batch_size=200)
    if round_.kind == Round.Kind.APPROVAL:
        numbers = numbers_of(round_)
        ballots = (
            Ballot(participant_id=slip.participant_id, approved=which)
            for slip in used
            if (which := approvals(slip, numbers)) and slip.participant_id
        )
        Ballot.objects.bulk_create(ballots)


def _items(round_: Round) -> list[str | None]:
    return list(round_.items.values_list("proposal__number", flat=True))


def _log(action: str, round_: Round, actor: Account, **detail: Any) -> None:
    subject = f"{round_.forum.slug}/{round_.pk}"
    record(f"forum.{action}", actor=actor, subject=subject, detail={"title": round_.title, **detail})
