"""What changes accounts."""

from __future__ import annotations

import secrets

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.people.models import Account, Role

SYSTEM = "sistem"


def system_account() -> Account:
    """Who acts where the command line acts: an account nobody can sign in as."""
    account, created = Account.objects.get_or_create(username=SYSTEM, defaults={"is_active": False})
    if created:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account


@transaction.atomic
def set_account(username: str, name: str, kind: Role.Kind, *, password: str | None = None, actor: Actor) -> str:
    """Create an account with a role, or give an existing one a new password and that role.

    Returns the password: the given one once it is strong enough (django.core.exceptions.ValidationError else), or one
    made here that is shown once and kept nowhere.
    """
    if username == SYSTEM:
        raise ValueError("Nama “sistem” dipakai oleh program; pilih nama lain.")
    if password is not None:
        validate_password(password)
    chosen = password or secrets.token_urlsafe(9)
    account, created = Account.objects.get_or_create(username=username, defaults={"first_name": name})
    account.set_password(chosen)
    account.save(update_fields=["password"])
    Role.objects.get_or_create(account=account, kind=kind, region=None, agency=None)
    action = "people.account_created" if created else "people.password_set"
    record(action, actor=actor, subject=username, detail={"role": kind})
    return chosen
