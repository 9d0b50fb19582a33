"""How often one may guess; counted in the database, so that all processes count together."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from selaras.people.models import Account
from selaras.web.models import SignInAttempt

TRIES = 5  # of one name from one address
TRIES_OF_ADDRESS = 60  # of all names from one address: a whole office may stand behind it
TRIES_OF_CODE = 5  # of one account, from wherever: who guesses codes has the password already
WINDOW = timedelta(minutes=15)


def too_many(username: str, address: str | None) -> bool:
    """Note one try, before the password is looked at, and say whether it is one too many."""
    _note(username, address)
    tries = SignInAttempt.objects.filter(address=address)
    return tries.filter(username=username).count() > TRIES or tries.count() > TRIES_OF_ADDRESS


def forget(username: str, address: str | None) -> None:
    """After a success the tries of this name from this address no longer count."""
    SignInAttempt.objects.filter(username=username, address=address).delete()


def too_many_codes(account: Account) -> bool:
    """The same for codes. A right password does not clear these, else it would buy five more guesses each time."""
    name = _code_name(account)
    _note(name, None)
    return SignInAttempt.objects.filter(username=name).count() > TRIES_OF_CODE


def forget_codes(account: Account) -> None:
    SignInAttempt.objects.filter(username=_code_name(account)).delete()


def _code_name(account: Account) -> str:
    return f"kode {account.pk}"  # no name of an account holds a blank


def _note(username: str, address: str | None) -> None:
    now = timezone.now()
    SignInAttempt.objects.filter(at__lt=now - WINDOW).delete()
    SignInAttempt.objects.create(username=username, address=address)
