"""Inviting a person by link to open an account with one role."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.government.models import Agency, Region
from selaras.people import rules
from selaras.people.actions.accounts import require_free
from selaras.people.actions.roles import hold, require_body, told
from selaras.people.errors import AccountExists, InvitationEnded, NotAllowed
from selaras.people.models import Account, Invitation


def digest_of(token: str) -> str:
    """What is kept of a link: nobody who reads the database can open it."""
    return hashlib.sha256(token.encode()).hexdigest()


def _require(actor: Account, kind: str, region: Region | None) -> None:
    if not rules.may_invite(actor, kind, region):
        raise NotAllowed(
            _("Operator kecamatan hanya mengundang operator desa/kelurahan di kecamatannya. Minta administrator.")
        )


@transaction.atomic
def invite(
    name: str, email: str, kind: str, region: Region | None = None, agency: Agency | None = None, *, actor: Account
) -> tuple[Invitation, str]:
    """Invite, and return the token of the link, which is told once and kept nowhere."""
    require_body(kind, region, agency)
    _require(actor, kind, region)
    if email and Account.objects.filter(email__iexact=email).exists():
        raise AccountExists(_("Alamat surel ini sudah punya akun. Minta administrator memberi peran di sana."))
    invitation = Invitation(name=name, email=email, kind=kind, region=region, agency=agency, invited_by=actor)
    same = Invitation.objects.filter(name__iexact=name, kind=kind, region=region, agency=agency)
    if any(earlier.waits for earlier in same):
        raise AccountExists(_("%(name)s sudah diundang untuk peran ini. Kirim ulang undangannya.") % {"name": name})
    token = _send(invitation)
    record("people.invited", actor=actor, subject=f"undangan {invitation.pk}", detail=_told(invitation))
    return invitation, token


@transaction.atomic
def send_again(invitation: Invitation, *, actor: Account) -> str:
    """A new link with a new end; the one before opens no more."""
    _require(actor, invitation.kind, invitation.region)
    if invitation.account_id or invitation.withdrawn_at:
        raise InvitationEnded(_("Undangan ini sudah dipakai atau ditarik. Buat undangan baru."))
    token = _send(invitation)
    record("people.invited_again", actor=actor, subject=f"undangan {invitation.pk}", detail=_told(invitation))
    return token


@transaction.atomic
def withdraw(invitation: Invitation, *, actor: Account) -> None:
    _require(actor, invitation.kind, invitation.region)
    if not invitation.account_id and not invitation.withdrawn_at:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        record("people.invitation_withdrawn", actor=actor, subject=f"undangan {invitation.pk}")


def opened(token: str) -> Invitation:
    """The invitation that a link opens; InvitationEnded where it opens none any more.

    It falls with the right of who invited: an invitation by somebody who left gives nobody a role.
    """
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("region", "agency", "invited_by")
        .filter(token_digest=digest_of(token))
        .first()
    )
    if invitation is None or not invitation.waits or not rules.may_change_invitation(invitation.invited_by, invitation):
        raise InvitationEnded(
            _("Tautan undangan ini tidak berlaku lagi. Minta undangan baru kepada yang mengundang Anda.")
        )
    return invitation


@transaction.atomic
def accept(token: str, username: str, name: str, password: str) -> Account:
    """Open the account; the link is used up. Who accepts is the actor of the entry in the log.

    Raises InvitationEnded, AccountExists, or django.core.exceptions.ValidationError for a weak password.
    """
    invitation = opened(token)
    require_free(username, invitation.email)
    account = Account(username=username, first_name=name, email=invitation.email)
    validate_password(password, account)
    account.set_password(password)
    account.save()
    role = hold(account, invitation.kind, invitation.region, invitation.agency)
    invitation.account = account
    invitation.save(update_fields=["account"])
    record("people.invitation_accepted", actor=account, subject=f"undangan {invitation.pk}", detail=told(role))
    return account


def _send(invitation: Invitation) -> str:
    token = secrets.token_urlsafe(32)
    invitation.token_digest = digest_of(token)
    invitation.sent_at = timezone.now()
    invitation.ends_at = invitation.sent_at + timedelta(days=settings.INVITATION_DAYS)
    invitation.save()
    return token


def _told(invitation: Invitation) -> dict[str, str | None]:
    """Without the name: the log is read by more people than the list of officers."""
    agency = invitation.agency.code if invitation.agency else None
    return {"role": invitation.kind, "region": invitation.region_id, "agency": agency}
