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

from selaras.forum.errors import BadAnswer, NotAllowed, RoundClosed, SlipElsewhere
from selaras.forum.models import Participant, Round, Slip, Voter
from selaras.forum.voting.answers import Value, finished, read, scales_of
from selaras.forum.voting.rounds import items_for, may_vote


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
    scales = scales_of(round_.forum) if round_.kind == Round.Kind.SCORING else ()
    items = list(items_for(round_, actor).values_list("pk", flat=True))
    given = [Answer(one.item, read(round_.kind, one.value, scales), one.edition) for one in answers]
    if not {one.item for one in given} <= set(items):
        raise BadAnswer(_("Ada usulan yang tidak dapat Anda nilai. Muat ulang halaman."))
    with transaction.atomic():
        slip = _slip(round_, actor, token)
        # Asked after the slip is held: a closing takes every slip first, so that none slips in behind it.
        if not Round.objects.filter(pk=round_.pk, state=Round.State.OPEN).exists():
            raise RoundClosed(_("Pemungutan suara ini tidak dibuka. Jawaban Anda yang sudah tersimpan tetap dihitung."))
        for one in given:
            _write(slip, one)
        slip.complete = finished(round_.kind, {int(key): kept[1] for key, kept in slip.answers.items()}, items, scales)
        slip.save(update_fields=["answers", "complete", "token_digest"])
    sent = {one.item for one in given}
    return Receipt({item: (kept[0], kept[1]) for item in sent for kept in [slip.answers[str(item)]]}, slip.complete)


def _write(slip: Slip, one: Answer) -> None:
    standing = slip.answers.get(str(one.item), [0, None])[0]
    edition = standing + 1 if one.edition is None else one.edition
    if edition >= standing:
        slip.answers[str(one.item)] = [edition, one.value]


def _slip(round_: Round, participant: Participant, token: str) -> Slip:
    """The participant's slip, held until the transaction ends."""
    if round_.secret:
        return slip_opened_by(round_, token, hold=True) or _take_blank(round_, participant, token)
    slip = Slip.objects.select_for_update().get(round=round_, participant=participant)
    if not slip.answers:
        Voter.objects.filter(round=round_, participant=participant).update(voted=True)
    return slip


def slip_opened_by(round_: Round, token: str, *, hold: bool = False) -> Slip | None:
    """The slip of a secret round that was taken with this token."""
    slips = Slip.objects.select_for_update() if hold else Slip.objects.all()
    return slips.filter(round=round_, token_digest=_digest(token)).first() if token else None


def _take_blank(round_: Round, participant: Participant, token: str) -> Slip:
    """A blank slip by lot. Only here are both sides in one hand, and neither keeps anything of the other."""
    if not token:
        raise NotAllowed(_("Tekan Mulai lebih dahulu. Bila tombol itu sudah ditekan, izinkan cookie di peramban Anda."))
    voter = Voter.objects.select_for_update().get(round=round_, participant=participant)
    if voter.voted:
        if meanwhile := slip_opened_by(round_, token, hold=True):  # the same phone, from its other tab
            return meanwhile
        raise SlipElsewhere(
            _("Surat suara Anda sudah dibuka di telepon atau peramban lain. Lanjutkan di sana; suara Anda tetap satu.")
        )
    blank = Slip.objects.select_for_update(skip_locked=True).filter(round=round_, token_digest="").order_by("?").first()
    if blank is None:  # a closing holds every slip
        raise RoundClosed(_("Pemungutan suara ini sedang ditutup. Tunggu pengumuman sekretaris."))
    voter.voted = True
    voter.save(update_fields=["voted"])
    blank.token_digest = _digest(token)
    return blank


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
