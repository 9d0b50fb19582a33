"""Casting: the answers of one phone, on the slip before they are acknowledged, however often they are sent.

No entry of the log for each answer: the chain takes one writer at a time, and an entry would tie a person, a moment and
a slip together. The log has the opening, and at the closing the counts and the digest of all answers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.forum.errors import BadAnswer, NotAllowed, RoundClosed, SlipElsewhere
from selaras.forum.models import Participant, Round, Slip, Voter
from selaras.forum.voting.answers import Scale, Value, finished, read, scales_of
from selaras.forum.voting.rounds import items_for, may_vote

_CLOSED = gettext_lazy("Pemungutan suara ini tidak dibuka. Jawaban Anda yang sudah tersimpan tetap dihitung.")


@dataclass(frozen=True)
class Answer:
    """One answer as sent. Without an edition it follows whatever the slip holds."""

    item: int
    value: Any
    edition: int | None = None


@dataclass(frozen=True)
class Receipt:
    """What the slip holds now of the items that were sent, and whether nothing is left to answer."""

    answers: Mapping[int, tuple[int, Value]]
    complete: bool


def cast(round_: Round, answers: Sequence[Answer], *, actor: Participant, token: str = "") -> Receipt:
    """Put the answers on the participant's slip. On return they are durable; sent again, they change nothing.

    `token` opens the slip of a secret round. Raises NotAllowed, RoundClosed, BadAnswer (then nothing of what was sent
    is kept) and SlipElsewhere where the participant's slip was taken with another token.
    """
    if not may_vote(round_, actor):
        raise NotAllowed(_("Anda belum tercatat hadir atau belum ada di daftar pemilih. Lapor ke meja daftar hadir."))
    ask = _Ask(round_.kind, scales_of(round_), list(items_for(round_, actor).values_list("pk", flat=True)))
    given = [Answer(one.item, read(ask.kind, one.value, ask.scales), one.edition) for one in answers]
    if not {one.item for one in given} <= set(ask.items):
        raise BadAnswer(_("Ada usulan yang tidak dapat Anda nilai. Muat ulang halaman."))
    slip = slip_of(round_, actor, token)
    if slip is None or not slip.answers or not _write(_while_open(slip), given, ask):
        slip = _write_alone(round_, given, ask, actor, token)
    return Receipt({one.item: tuple(slip.answers[str(one.item)]) for one in given}, slip.complete)


@dataclass(frozen=True)
class _Ask:
    """What the round asks of this participant."""

    kind: str
    scales: Sequence[Scale]
    items: Sequence[int]


def slip_of(round_: Round, participant: Participant, token: str) -> Slip | None:
    """The participant's slip as far as this browser may open it."""
    slips = Slip.objects.select_related("round").filter(round=round_)
    if not round_.secret:
        return slips.filter(participant=participant).first()
    return slips.filter(token_digest=_digest(token)).first() if token else None


def _write(slip: Slip, given: Sequence[Answer], ask: _Ask) -> bool:
    """One statement, one commit: the database is held no longer than that. False where the slip was written meanwhile.

    A closing raises the version of every slip, so that nothing is written behind it.
    """
    for one in given:
        standing = slip.answers.get(str(one.item), [0, None])[0]
        edition = standing + 1 if one.edition is None else one.edition
        if edition >= standing:
            slip.answers[str(one.item)] = [edition, one.value]
    values = {int(item): kept[1] for item, kept in slip.answers.items()}
    slip.complete = finished(ask.kind, values, ask.items, ask.scales)
    found = Slip.objects.filter(pk=slip.pk, version=slip.version)
    return bool(found.update(answers=slip.answers, complete=slip.complete, version=slip.version + 1))


@transaction.atomic
def _write_alone(round_: Round, given: Sequence[Answer], ask: _Ask, participant: Participant, token: str) -> Slip:
    """The first answers of a slip, or those that met others: with the voter and the slip held until they are kept."""
    voter = Voter.objects.select_for_update().get(round=round_, participant=participant)
    known = slip_of(round_, participant, token)
    if known is None:
        known = _blank(round_, voter, token)
    # Read again once it is held: a closing may have come between.
    slip = Slip.objects.select_for_update(of=("self",)).select_related("round").get(pk=known.pk)
    _while_open(slip, fresh=True)
    if round_.secret and not slip.token_digest:
        Slip.objects.filter(pk=slip.pk).update(token_digest=_digest(token))
    if not voter.voted:
        Voter.objects.filter(pk=voter.pk).update(voted=True)
    _write(slip, given, ask)
    return slip


def _blank(round_: Round, voter: Voter, token: str) -> Slip:
    """A blank slip by lot. Only here are both sides in one hand, and neither keeps anything of the other."""
    if not token:
        raise NotAllowed(_("Tekan Mulai lebih dahulu. Bila tombol itu sudah ditekan, izinkan cookie di peramban Anda."))
    if voter.voted:
        raise SlipElsewhere(
            _("Surat suara Anda sudah dibuka di telepon atau peramban lain. Lanjutkan di sana; suara Anda tetap satu.")
        )
    blank = Slip.objects.select_for_update(skip_locked=True).filter(round=round_, token_digest="").order_by("?").first()
    if blank is None:  # a closing holds every slip
        raise RoundClosed(_CLOSED)
    return blank


def _while_open(slip: Slip, *, fresh: bool = False) -> Slip:
    """The slip, where its round takes answers; `fresh` asks the database again."""
    is_open = slip.round.state == Round.State.OPEN
    if not is_open or (fresh and not Round.objects.filter(pk=slip.round_id, state=Round.State.OPEN).exists()):
        raise RoundClosed(_CLOSED)
    return slip


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
