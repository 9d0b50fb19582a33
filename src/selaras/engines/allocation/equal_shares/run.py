"""One run of the Method of Equal Shares at one endowment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from heapq import heapify, heappop, heappush
from typing import TypeAlias

from selaras.engines.allocation.equal_shares.market import Market, Offer
from selaras.engines.allocation.equal_shares.purses import Purses, Quote

_DOWN, _UP = 1 - 2.0**-50, 1 + 2.0**-50  # wider than the rounding of a division

Entry: TypeAlias = tuple[float, int, float]  # a lower bound on the price of utility, the offer, the same as a price


@dataclass(slots=True)
class Run:
    """What was bought, in order; `ties[r]` are the offers that could have been bought in round r at the same price."""

    purses: Purses
    bought: list[int] = field(default_factory=list)
    ties: dict[int, list[int]] = field(default_factory=dict)
    cost: int = 0


def opening(market: Market) -> list[Entry]:
    """A bound for every offer while everyone still has money, as a heap."""
    heap = [entry(offer, at) for at, offer in enumerate(market.offers)]
    heapify(heap)
    return heap


def entry(offer: Offer, at: int) -> Entry:
    price = offer.cost / offer.total * _DOWN
    return price / offer.scale * _DOWN, at, price


def run(market: Market, heap: list[Entry], endowment: Fraction, stop: int | None = None) -> Run:
    """Buy the cheapest utility again and again; `heap` is used up. Ends early once the cost exceeds `stop`."""
    going = Run(Purses(market, endowment))
    while heap and (stop is None or going.cost <= stop):
        best, others = cheapest(market, heap, going)
        if best is None:
            break
        going.purses.pay(best)
        going.cost += best.offer.cost
        for other in others:
            heappush(heap, other)
    return going


def cheapest(
    market: Market, heap: list[Entry], going: Run, admits: Callable[[int], bool] | None = None
) -> tuple[Quote | None, list[Entry]]:
    """The cheapest quote now, and the entries of the others that were looked at.

    Money only shrinks, so prices only rise and an old price is a lower bound: most offers need no look. An offer that
    nobody can pay, or that `admits` refuses, leaves the heap for good.
    """
    limit = float("inf")
    looked: list[tuple[Entry, Quote]] = []
    while heap and heap[0][0] <= limit:
        _, at, start = heappop(heap)
        if admits is not None and not admits(at):
            continue
        quote = going.purses.quote(market.offers[at], start)
        if quote is None:
            continue
        scale = quote.offer.scale
        low = quote.price - quote.doubt
        looked.append((((low / scale) * _DOWN, at, low), quote))
        limit = min(limit, (quote.price + quote.doubt) / scale * _UP)
    if not looked:
        return None, []
    best = _best([pair for pair in looked if pair[0][0] <= limit], going)
    return best[1], [found for found, quote in looked if quote is not best[1]]


def _best(near: list[tuple[Entry, Quote]], going: Run) -> tuple[Entry, Quote]:
    """The truly cheapest of those that doubles cannot tell apart; of equal ones the lower id as text."""
    if len(near) > 1:
        prices = [going.purses.exact(quote) / quote.offer.scale for _, quote in near]
        least = min(prices)
        near = [pair for pair, price in zip(near, prices, strict=True) if price == least]
        near.sort(key=lambda pair: pair[1].offer.id)
        if len(near) > 1:
            going.ties[len(going.bought)] = [found[1] for found, _ in near]
    going.bought.append(near[0][0][1])
    return near[0]
