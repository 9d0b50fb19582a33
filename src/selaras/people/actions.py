"""What changes accounts."""

from __future__ import annotations

from selaras.people.models import Account

SYSTEM = "sistem"


def system_account() -> Account:
    """Who acts where the command line acts: an account nobody can sign in as."""
    account, created = Account.objects.get_or_create(username=SYSTEM, defaults={"is_active": False})
    if created:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account
