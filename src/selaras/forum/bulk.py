"""Many proposals given new values in few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from selaras.forum.models import Proposal

_AT_ONCE = 500  # SQLite takes only so many values in one statement


def update_each(fields: Sequence[str], wanted: Mapping[int, tuple[Any, ...]]) -> None:
    """Set these fields of proposals, by key; one statement serves all that get the same values."""
    alike: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
    for key, values in wanted.items():
        alike[values].append(key)
    for values, keys in alike.items():
        for start in range(0, len(keys), _AT_ONCE):
            chosen = Proposal.objects.filter(pk__in=keys[start : start + _AT_ONCE])
            chosen.update(**dict(zip(fields, values, strict=True)))
