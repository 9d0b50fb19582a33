"""Accounts that decide, and some that may not."""

from __future__ import annotations

from selaras.people.models import Account, Role

PASSWORD = "cukup-panjang-1"


def account(name: str, *kinds: Role.Kind) -> Account:
    made = Account.objects.create_user(name, password=PASSWORD, first_name=f"{name.capitalize()} (contoh)")
    for kind in kinds:
        Role.objects.create(account=made, kind=kind)
    return made


def secretary() -> Account:
    return account("sekretaris", Role.Kind.SECRETARY)
