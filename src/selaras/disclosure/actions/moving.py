"""A request goes to the body that holds what is asked, or to several; the applicant's time goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure.actions.clocking import go_on_with
from selaras.disclosure.actions.ending import end
from selaras.disclosure.actions.guarding import held, require_desk, require_reason
from selaras.disclosure.actions.remembering import remember
from selaras.disclosure.errors import NotNow
from selaras.disclosure.links import digest_of, token_for
from selaras.disclosure.models import Applicant, Clock, IdentityDocument, PublicBody, Request, Step
from selaras.disclosure.numbering import next_number
from selaras.people.models import Account


@dataclass(frozen=True)
class Piece:
    """Which body answers which part of what was asked."""

    body: PublicBody
    subject: str


@transaction.atomic
def move(request: Request, pieces: Sequence[Piece], reason: str, *, actor: Account) -> list[Request]:
    """End the case here and open one at each body, with the same applicant and the clock that already runs.

    A part that stays is a piece at the own body. Raises NotNow, NotAllowed.
    """
    case = held(request, Request.State.CHECKING, Request.State.OPEN)
    require_desk(case, actor)
    if case.objections.exists():
        raise NotNow(_("Pemohon sudah mengajukan keberatan kepada atasan PPID badan ini, jadi jawablah di sini."))
    why = require_reason(reason, _("Tulis mengapa permohonan ini diteruskan. Pemohon membacanya."))
    bodies = [piece.body.pk for piece in pieces]
    if not pieces or bodies == [case.body_id]:
        raise NotNow(_("Pilih badan publik lain yang menguasai informasi ini."))
    if len(set(bodies)) != len(bodies):
        raise NotNow(_("Satu badan publik cukup dipilih satu kali."))
    if any(not piece.subject.strip() for piece in pieces):
        raise NotNow(_("Tulis bagian mana yang dijawab setiap badan publik."))
    kind = Clock.Kind.ANSWER if case.state == Request.State.OPEN else Clock.Kind.CHECK
    made = [_opened(case, piece, kind) for piece in sorted(pieces, key=lambda piece: piece.body.pk)]
    end(case, Request.State.MOVED)
    clock = case.clocks.filter(kind=kind).latest("round")
    for one in made:
        go_on_with(clock, one)
        remember(one, Step.Kind.RECEIVED, actor=actor, reason=why, moved_from=case.number)
    remember(case, Step.Kind.MOVED, actor=actor, reason=why, to=[one.number for one in made])
    return made


def _opened(case: Request, piece: Piece, kind: str) -> Request:
    submission = uuid4()
    made = Request.objects.create(
        **next_number(piece.body, timezone.localdate().year),
        submission=submission,
        token_digest=digest_of(token_for(submission)),
        channel=case.channel,
        state=Request.State.OPEN if kind == Clock.Kind.ANSWER else Request.State.CHECKING,
        subject=piece.subject.strip(),
        purpose=case.purpose,
        way=case.way,
        form=case.form,
        delivery=case.delivery,
        received_on=case.received_on,
        received_at=case.received_at,
        complete_at_first=case.complete_at_first,
        moved_from=case,
        synthetic=case.synthetic,
    )
    who = case.applicant
    Applicant.objects.create(request=made, kind=who.kind, by_proxy=who.by_proxy, sealed=who.sealed)
    IdentityDocument.objects.bulk_create(
        IdentityDocument(
            request=made, kind=one.kind, media_type=one.media_type, sealed=one.sealed, added_at=one.added_at
        )
        for one in case.identity_documents.all()
    )
    return made
