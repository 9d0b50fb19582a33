"""Opening accounts, closing them, and their passwords."""

from __future__ import annotations

import secrets
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor, record
from selaras.government.models import Agency, Region
from selaras.people.actions.roles import (
    hold,
    require_another_administrator,
    require_body,
    require_not_over,
    require_other,
    told,
)
from selaras.people.actions.sessions import end_all_sessions
from selaras.people.errors import AccountExists, NotAllowed
from selaras.people.models import Account, Role
from selaras.people.rules import keeps_accounts

SYSTEM = "sistem"


def system_account() -> Account:
    """Who acts where the command line acts: an account nobody can sign in as."""
    account, created = Account.objects.get_or_create(username=SYSTEM, defaults={"is_active": False})
    if created:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account


def fresh_password() -> str:
    return secrets.token_urlsafe(9)


@transaction.atomic
def set_account(
    username: str,
    name: str,
    kind: str,
    region: Region | None = None,
    agency: Agency | None = None,
    *,
    until: date | None = None,
    password: str | None = None,
    actor: Actor,
) -> str:
    """Create an account with a role, or give an existing one a new password and that role. For the command line alone.

    Returns the password: the given one once it is strong enough (django.core.exceptions.ValidationError else), or one
    made here that is shown once and kept nowhere.
    """
    if username == SYSTEM:
        raise AccountExists(_("Nama “sistem” dipakai oleh program; pilih nama lain."))
    if password is not None:
        validate_password(password)
    require_body(kind, region, agency)
    require_not_over(until)
    chosen = password or fresh_password()
    account, created = Account.objects.get_or_create(username=username, defaults={"first_name": name})
    account.set_password(chosen)
    account.save(update_fields=["password"])
    end_all_sessions(account)
    role, _new = Role.objects.update_or_create(
        account=account, kind=kind, region=region, agency=agency, defaults={"until": until, "delegated_from": None}
    )
    action = "people.account_created" if created else "people.password_set"
    record(action, actor=actor, subject=username, detail=told(role))
    return chosen


def require_free(username: str, email: str) -> None:
    """Refuse a name or an address that another account has, in capital letters or small ones."""
    if Account.objects.filter(username__iexact=username).exists():
        raise AccountExists(_("Nama akun “%(name)s” sudah dipakai. Pilih nama lain.") % {"name": username})
    if email and Account.objects.filter(email__iexact=email).exists():
        raise AccountExists(_("Alamat surel ini sudah dipakai oleh akun lain. Cari akunnya, lalu beri peran di sana."))


@transaction.atomic
def open_account(
    username: str,
    name: str,
    email: str,
    kind: str,
    region: Region | None = None,
    agency: Agency | None = None,
    *,
    until: date | None = None,
    actor: Account,
) -> tuple[Account, str]:
    """A new account with its first role, and its first password, which is shown once and kept nowhere."""
    if not keeps_accounts(actor):
        raise NotAllowed(_("Hanya administrator yang membuka akun."))
    require_free(username, email)
    password = fresh_password()
    account = Account.objects.create_user(username, email, password, first_name=name)
    role = hold(account, kind, region, agency, until=until)
    record("people.account_created", actor=actor, subject=username, detail=told(role))
    return account, password


@transaction.atomic
def deactivate(account: Account, *, actor: Account) -> None:
    """Close an account: it signs in no more, its sessions end at once, what it delegated falls with it."""
    require_other(actor, account)
    if Role.objects.in_force().filter(account=account, kind=Role.Kind.ADMINISTRATOR).exists():
        require_another_administrator(account)
    account.is_active = False
    account.save(update_fields=["is_active"])
    end_all_sessions(account)
    record("people.account_closed", actor=actor, subject=account.get_username())


@transaction.atomic
def reactivate(account: Account, *, actor: Account) -> None:
    require_other(actor, account)
    if account.get_username() == SYSTEM:
        raise NotAllowed(_("Akun ini milik program; tidak seorang pun masuk dengannya."))
    account.is_active = True
    account.save(update_fields=["is_active"])
    record("people.account_opened_again", actor=actor, subject=account.get_username())


@transaction.atomic
def reset_password(account: Account, *, actor: Account) -> str:
    """A new password for who forgot theirs; shown once, and every session of the account ends."""
    require_other(actor, account)
    password = fresh_password()
    account.set_password(password)
    account.save(update_fields=["password"])
    end_all_sessions(account)
    record("people.password_set", actor=actor, subject=account.get_username())
    return password


@transaction.atomic
def change_password(account: Account, password: str, *, actor: Account) -> None:
    """One's own password; every session ends, also the one in which it was changed.

    The password was tried against the validators by who calls, where the message stands beside its field.
    """
    if actor.pk != account.pk:
        raise NotAllowed(_("Kata sandi orang lain tidak dapat diubah dari sini."))
    account.set_password(password)
    account.save(update_fields=["password"])
    end_all_sessions(account)
    record("people.password_changed", actor=actor, subject=account.get_username())
