"""What other rooms' pages show of accounts."""

from __future__ import annotations

from typing import Any

from django import template

from selaras.people import directory
from selaras.people.models import Account

register = template.Library()


@register.inclusion_tag("people/parts/delegations.html")
def delegations(account: Account) -> dict[str, Any]:
    """Whose roles this account holds for a time, and who holds its own."""
    held = directory.own_roles(account).exclude(delegated_from=None)
    return {"held": held, "lent": directory.delegations_of(account)}
