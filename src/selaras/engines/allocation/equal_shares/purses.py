"""What every voter has left, in doubles with a proven bound on their error, and exactly whenever that is not enough.

Let b be the exact money of the voters, b' what is kept here, and E >= sum of |b - b'| over all voters.

1. Paying a project maps b to max(b - q·share, 0), where q is the price at which exactly the cost comes together. On
   each linear piece the poor (who pay all) go to zero and the rich share the poor's difference among them, so the map
   does not increase the sum of |b - b'|: E grows by what is rounded here, never by a factor.
2. What the supporters pay at price q, F(q) = sum of weight · min(money / share, q), differs between b and b' by at
   most E. Let R be the weight of supporters with more than q·(1 + MARGIN). If |cost - F'(q)| + E + rounding is at
   most R·d for some d < q·MARGIN, then the exact price lies within d of q.
3. Rounding of a sum of m products of numbers that are not negative, in any order: at most m·2^-53 times the sum.

Where two prices lie within their bounds of each other, where money and cost lie within the bound, or where a voter's
money lies within MARGIN of what is due, the question is decided in fractions: a voter with anything left has paid
full price in every round so far, so the exact money is the endowment less the sum of price · share, and a sum over
voters needs one whole number a round. A double of 0.0 means exactly nothing left.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from selaras.engines.allocation.equal_shares.market import Floats, Market, Offer, Places

MARGIN = 1e-6
_UP, _DOWN = 1 + MARGIN, 1 - MARGIN
_ROUND = 2.0**-52
_LEAST = 5e-324

Mask: TypeAlias = NDArray[np.bool_]


@dataclass(slots=True)
class Quote:
    """The price of an offer now, within `doubt`; `money` of its supporters per share, `rich` pay the price in full."""

    offer: Offer
    price: float
    doubt: float
    money: Floats
    rich: float
    exact: Fraction | None = None


class Purses:
    """The money of `market.kinds` kinds of voters, `endowment` units each at the start."""

    def __init__(self, market: Market, endowment: Fraction) -> None:
        self.endowment = endowment
        self.left: Floats = np.full(market.kinds, float(endowment))
        self.paid: list[Quote] = []
        self._all = float(endowment * market.voters)
        self._error = self._all * _ROUND
        self._spread: Floats = np.zeros(market.kinds)

    def money(self, offer: Offer) -> Floats:
        money: Floats = self.left[offer.supporters]
        return money if offer.share is None else money / offer.share

    def at_least(self, offer: Offer, price: float) -> float:
        """A price above `price` that is surely no more than the offer's; 0 where the offer may be had at `price`."""
        money, weight, cost = self.money(offer), offer.weight, offer.cost
        gap = cost - float(np.minimum(money, price).dot(weight)) - self._error - (len(money) + 16) * _ROUND * cost
        if gap <= 0:
            return 0.0
        rich = float(weight.dot(money > price))
        return price + gap / rich * _DOWN if rich else 0.0

    def quote(self, offer: Offer, start: float) -> Quote | None:
        """The price of `offer`, no less than `start`; None where its supporters cannot pay it together."""
        money, weight, cost = self.money(offer), offer.weight, offer.cost
        price, rich = start, -1.0
        while True:
            above = float(weight.dot(money > price * _UP))
            gap = cost - float(np.minimum(money, price).dot(weight))
            if gap <= 0 or above in (rich, 0.0):
                break
            rich = above
            price += gap / rich
        rounding = (len(money) + 16) * _ROUND * cost
        if not above and gap > self._error + rounding:
            return None
        slack = abs(gap) + self._error + rounding
        if above and 2 * slack < above * price * MARGIN:
            return Quote(offer, price, slack / above, money, above)
        return self._quote_exactly(offer, money)

    def _quote_exactly(self, offer: Offer, money: Floats) -> Quote | None:
        some = money > 0
        if self._owned(offer, some, len(self.paid)) < offer.cost:
            return None
        exact = self._exact_price(offer, np.zeros_like(some), some, 0, len(self.paid))
        price = float(exact)
        return Quote(offer, price, price * _ROUND, money, float(offer.weight.dot(money > price * _UP)), exact)

    def exact(self, quote: Quote) -> Fraction:
        """The exact price of a quote, nobody having paid since."""
        return self._settle(quote, len(self.paid))

    def price_paid(self, quote: Quote) -> Fraction:
        """The exact price of a quote that was paid."""
        return self._settle(quote, next(at for at, paid in enumerate(self.paid) if paid is quote))

    def owned(self, offer: Offer) -> Fraction:
        """What the supporters of an offer have together now, exactly."""
        return self._owned(offer, self.left[offer.supporters] > 0, len(self.paid))

    def pay(self, quote: Quote) -> None:
        """Take the price from every supporter, or all they have."""
        offer = quote.offer
        clear = float(offer.weight.dot(quote.money > quote.price * _DOWN)) == quote.rich
        if not (clear and quote.doubt + self._error < quote.price * MARGIN):
            self._pay_exactly(quote)
        else:
            due = quote.price if offer.share is None else quote.price * offer.share
            self.left[offer.supporters] = np.maximum(self.left[offer.supporters] - due, 0.0)
        if quote.exact is None:
            self._error = quote.doubt * quote.rich  # the gap and the rounding, added to the error
        self._error += self._all * _ROUND * 2
        self.paid.append(quote)

    def _pay_exactly(self, quote: Quote) -> None:
        """The same, deciding exactly for everyone whose money is close to what is due."""
        price = self.exact(quote)
        offer = quote.offer
        due = quote.price if offer.share is None else quote.price * offer.share
        left = np.maximum(self.left[offer.supporters] - due, 0.0)
        unclear = self._unclear(quote)
        rests = [(own - price) * share for own, share in self._own(offer, unclear, len(self.paid))]
        left[unclear] = [max(float(rest), _LEAST) if rest > 0 else 0.0 for rest in rests]
        self.left[offer.supporters] = left

    def _unclear(self, quote: Quote) -> Mask:
        """Supporters with money of whom doubles cannot tell whether they can pay the price."""
        margin = max(quote.price * MARGIN, 2 * (quote.doubt + self._error))
        unclear: Mask = (quote.money > 0) & (np.abs(quote.money - quote.price) <= margin)
        return unclear

    def _settle(self, quote: Quote, moment: int) -> Fraction:
        """The exact price of a quote made after `moment` payments."""
        if quote.exact is None:
            unclear = self._unclear(quote)
            clear = (quote.money > 0) & ~unclear
            rich = int(quote.offer.weight.dot(clear & (quote.money > quote.price)))
            quote.exact = self._exact_price(quote.offer, clear & (quote.money < quote.price), unclear, rich, moment)
            quote.price = float(quote.exact)
        return quote.exact

    def _exact_price(self, offer: Offer, poor: Mask, unclear: Mask, rich: int, moment: int) -> Fraction:
        """The price after `moment` payments if `poor` give all they have, `rich` weight pays in full."""
        missing = offer.cost - self._owned(offer, poor, moment)
        weights = map(int, offer.weight[unclear])
        open_ = sorted(zip((own for own, _ in self._own(offer, unclear, moment)), weights, strict=True))
        rich += sum(weight for _, weight in open_)
        for own, weight in open_:
            if own * rich >= missing:
                break
            missing -= own * weight
            rich -= weight
        return missing / rich

    def _owned(self, offer: Offer, who: Mask, moment: int) -> Fraction:
        """The exact money of the supporters `who` together, all of whom have some. O(supporters of what was paid)."""
        kinds = offer.kinds[who]
        shares = [int(kinds.dot(held)) for held in self._held(offer.supporters[who], moment)]
        return self.endowment * int(kinds.sum()) - self._spent(shares)

    def _own(self, offer: Offer, who: Mask, moment: int) -> list[tuple[Fraction, int]]:
        """For each of the supporters `who`: exact money per share, and the share."""
        members = offer.supporters[who]
        share = [1] * len(members) if offer.share is None else list(map(int, offer.share[who]))
        held = self._held(members, moment)
        if not held or not share:
            return [(self.endowment / each, each) for each in share]
        kinds, which = np.unique(np.column_stack(held), axis=0, return_inverse=True)
        own = [self.endowment - self._spent(list(map(int, row))) for row in kinds]
        return [(own[kind] / each, each) for kind, each in zip(which.ravel().tolist(), share, strict=True)]

    def _spent(self, shares: list[int]) -> Fraction:
        return sum(
            (self._settle(self.paid[at], at) * share for at, share in enumerate(shares) if share), start=Fraction(0)
        )

    def _held(self, members: Places, moment: int) -> list[Floats]:
        """For each of the first `moment` payments the share of every member in it."""
        if not len(members):
            return []
        found = []
        for quote in self.paid[:moment]:
            offer = quote.offer
            self._spread[offer.supporters] = 1.0 if offer.share is None else offer.share
            found.append(self._spread[members])
            self._spread[offer.supporters] = 0.0
        return found
