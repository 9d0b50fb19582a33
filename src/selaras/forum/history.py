"""What changed in a proposal, as plain JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Model

from selaras.forum.models import Proposal

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Deed:
    """What one deed changed in one proposal: the fields that differ, before and after."""

    proposal: Proposal
    before: Values
    after: Values


def values_of(proposal: Proposal, fields: Iterable[str]) -> dict[str, Any]:
    """Fields of a proposal by name, another record by its key."""
    columns = (Proposal._meta.get_field(name) for name in fields)
    return plain({column.name: getattr(proposal, column.attname) for column in columns})  # type: ignore[union-attr]


def difference(proposal: Proposal, before: Values, after: Values) -> Deed | None:
    """The deed that made `after` of `before`; None where nothing differs."""
    names = [name for name in before if before[name] != after[name]]
    if not names:
        return None
    return Deed(proposal, {name: before[name] for name in names}, {name: after[name] for name in names})


def plain(values: Values) -> dict[str, Any]:
    """Values as plain JSON; another record by its key."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else value
