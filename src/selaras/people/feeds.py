"""The key in the address of an account's own feed: a calendar program cannot sign in."""

from __future__ import annotations

from django.core import signing

from selaras.people.models import Account

FEED = "planning.calendar"  # as in addresses that stand in people's telephones


class NoSuchFeed(LookupError):
    """The key opens no feed, or its account is closed."""


def key_of(account: Account) -> str:
    return signing.dumps(account.pk, salt=FEED)


def account_behind(key: str) -> Account:
    """Raises NoSuchFeed."""
    try:
        return Account.objects.get(pk=signing.loads(key, salt=FEED), is_active=True)
    except (signing.BadSignature, Account.DoesNotExist):
        raise NoSuchFeed from None
