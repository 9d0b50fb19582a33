"""Lending one's role to another account until a day, and taking it back."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people import rules
from selaras.people.actions.roles import hold, told
from selaras.people.errors import NoSuchAccount, NotAllowed, PeopleError
from selaras.people.models import Account, Role


@transaction.atomic
def delegate(role: Role, username: str, until: date, reason: str, *, actor: Account) -> Role:
    """Let the account of that name act in this role up to and including `until`. The holder keeps the role too."""
    if not rules.may_delegate(actor, role):
        raise NotAllowed(_("Hanya peran Anda sendiri yang dapat dilimpahkan; peran administrator tidak dapat."))
    if not Role.objects.in_force().filter(pk=role.pk).exists():
        raise NotAllowed(_("Peran ini sudah berakhir."))
    if not reason.strip():
        raise PeopleError(_("Tulis alasannya, misalnya “cuti” atau “dinas luar”."))
    if role.until and until > role.until:
        raise PeopleError(_("Peran Anda sendiri berakhir lebih dulu. Pilih hari yang lebih awal."))
    delegate_account = Account.objects.filter(username__iexact=username.strip(), is_active=True).first()
    if delegate_account is None:
        raise NoSuchAccount(_("Tidak ada akun aktif bernama “%(name)s”. Tanyakan nama akunnya.") % {"name": username})
    if delegate_account.pk == actor.pk:
        raise PeopleError(_("Peran tidak dapat dilimpahkan kepada diri sendiri."))
    lent = hold(
        delegate_account, role.kind, role.region, role.agency, until=until, delegated_from=role, reason=reason.strip()
    )
    detail = told(lent) | {"to": delegate_account.get_username(), "reason": lent.reason}
    record("people.role_delegated", actor=actor, subject=actor.get_username(), detail=detail)
    return lent


@transaction.atomic
def take_back(lent: Role, *, actor: Account) -> None:
    """End a delegation at once: by who gave it, or by who received it."""
    source = lent.delegated_from
    if source is None or actor.pk not in {source.account_id, lent.account_id}:
        raise NotAllowed(_("Pelimpahan ini bukan dari Anda dan bukan kepada Anda."))
    lent.until = timezone.localdate() - timedelta(days=1)
    lent.save(update_fields=["until"])
    detail = told(lent) | {"from": source.account.get_username(), "to": lent.account.get_username()}
    record("people.delegation_ended", actor=actor, subject=source.account.get_username(), detail=detail)
