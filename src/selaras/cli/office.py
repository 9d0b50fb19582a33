"""The office behind the commands: Django set up, the database at its newest shape, who acts."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from selaras.cli.console import fail

if TYPE_CHECKING:
    from selaras.people.models import Account


def set_up() -> None:
    """Make Django ready, and leave the database as it is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.settings")
    import django

    django.setup()


@cache
def open_office() -> Account:
    """Set Django up, bring the database to its newest shape, and return the account that commands act as.

    Django's apps load only here, so that commands on plain files start fast and need no database.
    """
    set_up()
    from selaras.backup.shaping import bring_up
    from selaras.evidence.actions.seeding import seed_indicators
    from selaras.government.actions import seed_parameters
    from selaras.people.actions import system_account

    bring_up()
    actor = system_account()
    seed_parameters(actor=actor)
    seed_indicators(actor=actor)
    return actor


def account_named(name: str, *, as_json: bool = False) -> Account:
    """The person in whose name a command acts: what the roles do not allow is refused as it is on the pages.

    Ends the command where nobody of that name may sign in. Call `open_office` first.
    """
    from selaras.people.models import Account

    found = Account.objects.filter(username=name, is_active=True).first()
    if found is None:
        fail(f"Akun “{name}” tidak ada atau ditutup. Tulis nama masuknya seperti di halaman Akun.", as_json=as_json)
    return found
