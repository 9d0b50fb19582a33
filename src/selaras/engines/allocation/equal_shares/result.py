"""What the Method of Equal Shares decided, who paid, and what the others lacked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

import numpy as np

from selaras.engines.allocation.equal_shares.market import Market, Offer, Satisfaction
from selaras.engines.allocation.equal_shares.run import Run


@dataclass(frozen=True, slots=True)
class Round:
    """One purchase. `rho`: currency units for one unit of satisfaction; `payers` voters paid `mean` on average."""

    id: str
    cost: Fraction
    rho: Fraction
    payers: int
    mean: Fraction


@dataclass(frozen=True, slots=True)
class SharesTie:
    """Projects of exactly the same price at the start of `round` (from 0), or of the same rank when filling (None).

    They had their turn in the order of `tied`; `displaced` could then no longer be had at that price, or no longer fit.
    """

    round: int | None
    tied: tuple[str, ...]
    displaced: tuple[str, ...]
    broken_by: str = "id"


@dataclass(frozen=True, slots=True)
class Unfunded:
    """`support` voters name it; after the last purchase they have `left` together, `lacking` less than the cost.

    `lacking` is 0 where the money of the supporters would do, but the rule bought it at no endowment it accepted.
    """

    id: str
    cost: Fraction
    support: int
    left: Fraction
    lacking: Fraction


@dataclass(frozen=True)
class EqualSharesResult:
    """`selected` ids in the order they were funded: free ones, then the purchases, then what completion `filled`.

    `endowment`: currency units each voter had in the accepted run; `steps`: how many endowments were tried.
    `rounds` and `unfunded` are worked out, exactly, when first read.
    """

    selected: tuple[str, ...]
    filled: tuple[str, ...]
    cost: Fraction
    budget: Fraction
    endowment: Fraction
    steps: int
    satisfaction: Satisfaction
    completion: str
    increment: Fraction
    ties: tuple[SharesTie, ...]
    _market: Market = field(repr=False, compare=False)
    _run: Run = field(repr=False, compare=False)

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """O(rounds² · supporters)."""
        return tuple(self._rounds())

    @cached_property
    def unfunded(self) -> tuple[Unfunded, ...]:
        """Every project with a supporter that is not selected, in the order of the profile. O(rounds² · supporters)."""
        chosen = set(self.selected)
        return tuple(self._lack(offer) for offer in self._market.offers if offer.id not in chosen)

    def _rounds(self) -> Iterator[Round]:
        unit, purses = self._market.unit, self._run.purses
        for quote in purses.paid:
            offer = quote.offer
            payers = int(offer.kinds.dot(quote.money > 0))
            rho = purses.price_paid(quote) / offer.scale
            if offer.scale == 1:  # satisfaction is not counted in money, so that the unit stays
                rho /= unit
            yield Round(offer.id, Fraction(offer.cost, unit), rho, payers, Fraction(offer.cost, unit * payers))

    def _lack(self, offer: Offer) -> Unfunded:
        unit = self._market.unit
        left = self._run.purses.owned(offer) / unit
        cost = Fraction(offer.cost, unit)
        return Unfunded(offer.id, cost, int(np.sum(offer.kinds)), left, max(cost - left, Fraction(0)))
