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
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selaras.engines.allocation.equal_shares.market import Floats, Market, Offer, Places

MARGIN = 1e-6
_UP, _DOWN = 1 + MARGIN, 1 - MARGIN
_ROUND = 2.0**-52


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
        self._spread: Floats = np.zeros(0)

    def money(self, offer: Offer) -> Floats:
        money: Floats = self.left[offer.supporters]
        return money if offer.share is None else money / offer.share

    def quote(self, offer: Offer, start: float) -> Quote | None:
        """The price of `offer`, no less than `start`; None where its supporters cannot pay it together."""
        money, weight, cost = self.money(offer), offer.weight, offer.cost
        price, rich = start, -1.0
        while True:
            above = float(weight.dot(money > price * _UP))
            if above in (rich, 0.0):
                break
            rich = above
            price += (cost - float(np.minimum(money, price).dot(weight))) / rich
        rounding = (len(money) + 16) * _ROUND * cost
        gap = cost - float(np.minimum(money, price).dot(weight))
        if not above and gap > self._error + rounding:
            return None
        slack = abs(gap) + self._error + rounding
        if above and 2 * slack < above * price * MARGIN:
            return Quote(offer, price, slack / above, money, above)
        exact = self._exact_price(offer, money, None, len(self.paid))
        if exact is None:
            return None
        price = float(exact)
        return Quote(offer, price, price * _ROUND, money, float(weight.dot(money > price * _UP)), exact)

    def exact(self, quote: Quote) -> Fraction:
        """The exact price of a quote that nobody has paid since."""
        return self._settle(quote, len(self.paid))

    def pay(self, quote: Quote) -> None:
        """Take the price from every supporter, or all they have."""
        offer = quote.offer
        clear = float(offer.weight.dot(quote.money > quote.price * _DOWN)) == quote.rich
        if not (clear and quote.doubt + self._error < quote.price * MARGIN):
            self._pay_exactly(quote)
        else:
            due = quote.price if offer.share is None else quote.price * offer.share
            self.left[offer.supporters] = np.maximum(self.left[offer.supporters] - due, 0.0)
        self._error += (quote.doubt * quote.rich - self._error if quote.exact is None else 0.0) + self._all * _ROUND * 2
        self.paid.append(quote)

    def _pay_exactly(self, quote: Quote) -> None:
        """The same, deciding exactly for everyone whose money is close to what is due."""
        price = self.exact(quote)
        offer, money = quote.offer, quote.money
        due = float(price) if offer.share is None else float(price) * offer.share
        left = np.maximum(self.left[offer.supporters] - due, 0.0)
        for at in np.flatnonzero(self._unclear(quote)).tolist():
            rest = (self._per_share(offer, at, len(self.paid)) - price) * _share(offer, at)
            left[at] = max(float(rest), 5e-324) if rest > 0 and money[at] > 0 else 0.0
        self.left[offer.supporters] = left

    def _unclear(self, quote: Quote) -> NDArray[np.bool_]:
        """Supporters with money of whom doubles cannot tell whether they can pay the price."""
        margin = max(quote.price * MARGIN, 2 * (quote.doubt + self._error))
        unclear: NDArray[np.bool_] = (quote.money > 0) & (np.abs(quote.money - quote.price) <= margin)
        return unclear

    def _settle(self, quote: Quote, moment: int) -> Fraction:
        if quote.exact is None:
            found = self._exact_price(quote.offer, quote.money, quote, moment)
            if found is None:
                raise AssertionError("a quote within its bound has an exact price")
            quote.exact = found
        return quote.exact

    def _exact_price(self, offer: Offer, money: Floats, near: Quote | None, moment: int) -> Fraction | None:
        """The exact price given the first `moment` payments; `near` tells who is clearly poor or rich."""
        some = money > 0
        if near is None:
            if self._owned(offer, some, moment) < offer.cost:
                return None
            unclear, poor, rich = some, np.zeros_like(some), 0
        else:
            unclear = self._unclear(near)
            poor = some & ~unclear & (money < near.price)
            rich = int(offer.weight.dot(some & ~unclear & (money > near.price)))
        missing = offer.cost - self._owned(offer, poor, moment)
        open_ = sorted(
            (self._per_share(offer, at, moment), int(offer.weight[at])) for at in np.flatnonzero(unclear).tolist()
        )
        rich += sum(weight for _, weight in open_)
        for own, weight in open_:
            if own * rich >= missing:
                break
            missing -= own * weight
            rich -= weight
        return Fraction(missing) / rich

    def _owned(self, offer: Offer, who: NDArray[np.bool_], moment: int) -> Fraction:
        """The exact money of the supporters `who`, all of whom have some."""
        if not who.any():
            return Fraction(0)
        members, kinds = offer.supporters[who], offer.kinds[who]
        owned = self.endowment * int(kinds.sum())
        for at, shares in enumerate(self._shares(members, kinds, moment)):
            if shares:
                owned -= self._settle(self.paid[at], at) * shares
        return owned

    def _per_share(self, offer: Offer, at: int, moment: int) -> Fraction:
        member, one = offer.supporters[at : at + 1], np.ones(1)
        own = self.endowment
        for paid, shares in enumerate(self._shares(member, one, moment)):
            if shares:
                own -= self._settle(self.paid[paid], paid) * shares
        return own / _share(offer, at)

    def _shares(self, members: Places, kinds: Floats, moment: int) -> list[int]:
        """For each of the first `moment` payments the shares that `members` held in it together."""
        if not len(self._spread):
            self._spread = np.zeros(len(self.left))
        spread, found = self._spread, []
        for quote in self.paid[:moment]:
            offer = quote.offer
            spread[offer.supporters] = 1.0 if offer.share is None else offer.share
            found.append(int(kinds.dot(spread[members])))
            spread[offer.supporters] = 0.0
        return found


def _share(offer: Offer, at: int) -> int:
    return 1 if offer.share is None else int(offer.share[at])


def voters(offer: Offer, who: NDArray[Any]) -> int:
    """How many voters stand behind the supporters `who`."""
    return int(offer.kinds.dot(who))
