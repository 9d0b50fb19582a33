"""Whoever was served is asked how it was, by a link that opens once."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor, record
from selaras.people.models import Account
from selaras.satisfaction.actions.guarding import require_typist
from selaras.satisfaction.errors import Incomplete
from selaras.satisfaction.models import Desk, Invitation, Service
from selaras.satisfaction.tokens import digest_of, invitation_token


@transaction.atomic
def invite(service: Service, reference: str, desk: Desk | None = None, *, actor: Account) -> str:
    """The token of the link for what was served under `reference`, whatever room wrote it; asked again, the same one,
    and one that is unused and has no desk learns it. Raises NotAllowed, Incomplete.
    """
    require_typist(service, actor)
    return invited(service, reference, desk, actor=actor)


@transaction.atomic
def invited(service: Service, reference: str, desk: Desk | None = None, *, actor: Actor) -> str:
    """As `invite`, for the program itself where a room ends what it served. Raises Incomplete."""
    reference = reference.strip()
    if not 0 < len(reference) <= 120:
        raise Incomplete({"reference": _("Tulis nomor permohonan atau urusan yang dilayani.")})
    if desk is not None and desk.service_id != service.pk:
        raise Incomplete({"desk": _("Loket itu tidak ada pada layanan ini. Pilih dari daftar.")})
    token = invitation_token(service, reference)
    known, fresh = Invitation.objects.get_or_create(
        service=service,
        reference=reference,
        defaults={"desk": desk, "token_digest": digest_of(token), "invited_at": timezone.now()},
    )
    if fresh:
        record("satisfaction.invited", actor=actor, subject=service.code, detail={"reference": reference})
    elif desk is not None and Invitation.objects.filter(pk=known.pk, used=False, desk=None).update(desk=desk):
        record("satisfaction.invitation_placed", actor=actor, subject=service.code, detail={"desk": desk.code})
    return token
