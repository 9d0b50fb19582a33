"""What a rule of allocation is given: items, the ceilings they must fit, the floors they must reach.

Every amount is a whole number of rupiah and every score a whole number of score units, so that a rule decides
alike on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal that asks for money.

    `tags` place it: dimension to key, for example ``{"agency": "2.16", "district": "33.05.01"}``.
    `group`: at most one item of a group is funded. `requires`: ids that must be funded with it.
    `must_fund`: funded first, whatever its score (mandatory spending).
    """

    id: str
    cost: int
    score: int = 0
    tags: Mapping[str, str] = field(default_factory=dict)
    group: str | None = None
    requires: tuple[str, ...] = ()
    must_fund: bool = False


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The items whose tags hold every pair of `where` may cost `amount` rupiah together; an empty one is the whole."""

    id: str
    amount: int
    where: Mapping[str, str] = field(default_factory=dict)
    label: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """The items whose tags hold every pair of `where` must cost `amount` rupiah together, or more."""

    id: str
    amount: int
    where: Mapping[str, str] = field(default_factory=dict)
    label: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Items in a fixed order with unique ids, and the constraints on any choice among them."""

    items: tuple[Item, ...]
    ceilings: tuple[Ceiling, ...]
    floors: tuple[Floor, ...] = ()
