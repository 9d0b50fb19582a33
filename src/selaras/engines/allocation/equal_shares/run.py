"""One run of the Method of Equal Shares at one endowment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from heapq import heapify, heappop, heappush
from typing import Protocol, TypeAlias

from selaras.engines.allocation.equal_shares.market import Market, Offer
from selaras.engines.allocation.equal_shares.purses import Purses, Quote

_DOWN, _UP = 1 - 2.0**-50, 1 + 2.0**-50  # wider than the rounding of a division

Entry: TypeAlias = tuple[float, int, float]  # a lower bound on the price of utility, the offer, the same as a price
Priced: TypeAlias = tuple[int, Quote]


@dataclass(slots=True)
class Alike:
    """Offers of exactly the same price when `round` began, by id: bought in that order as long as each kept it.

    `displaced`: those whose price had risen, or who could not be bought any more, when their turn came.
    """

    round: int
    tied: list[int]
    displaced: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Run:
    """What was bought, in order, and the ties on the way."""

    purses: Purses
    bought: list[int] = field(default_factory=list)
    ties: list[Alike] = field(default_factory=list)
    cost: int = 0


class Gate(Protocol):
    """What else an offer must pass, and what a purchase puts on offer anew."""

    def admits(self, at: int) -> bool: ...

    def take(self, at: int) -> Iterable[Entry]: ...


class Open:
    """A gate that everything passes."""

    def admits(self, _: int) -> bool:
        return True

    def take(self, _: int) -> Iterable[Entry]:
        return ()


OPEN = Open()


def opening(market: Market) -> list[Entry]:
    """A bound for every offer while everyone still has money, as a heap."""
    heap = [entry(offer, at) for at, offer in enumerate(market.offers)]
    heapify(heap)
    return heap


def entry(offer: Offer, at: int) -> Entry:
    price = offer.cost / offer.total * _DOWN
    return price / offer.scale * _DOWN, at, price


def run(market: Market, heap: list[Entry], endowment: Fraction, *, stop: int | None = None, gate: Gate = OPEN) -> Run:
    """Buy the cheapest utility again and again; `heap` is used up. Ends early once the cost exceeds `stop`."""
    going = Run(Purses(market, endowment))
    while stop is None or going.cost <= stop:
        alike = _cheapest(market, heap, going, gate)
        if not alike:
            break
        _sell(market, heap, going, gate, alike, stop)
    return going


def _cheapest(market: Market, heap: list[Entry], going: Run, gate: Gate) -> list[Priced]:
    """The offers of the least price now, by id as text.

    Money only shrinks, so prices only rise and an old price is a lower bound: most offers need no look. An offer that
    nobody can pay, or that the gate refuses, leaves the heap for good.
    """
    limit = float("inf")
    looked: list[tuple[Entry, Quote]] = []
    while heap and heap[0][0] <= limit:
        _, at, start = heappop(heap)
        if not gate.admits(at):
            continue
        quote = going.purses.quote(market.offers[at], start)
        if quote is None:
            continue
        looked.append((_bound(at, quote), quote))
        limit = min(limit, (quote.price + quote.doubt) / quote.offer.scale * _UP)
    near = [(bound[1], quote) for bound, quote in looked if bound[0] <= limit]
    if len(near) > 1:
        near = _equal(near, going)
    least = {at for at, _ in near}
    for bound, _ in looked:
        if bound[1] not in least:
            heappush(heap, bound)
    return near


def _bound(at: int, quote: Quote) -> Entry:
    low = quote.price - quote.doubt
    return low / quote.offer.scale * _DOWN, at, low


def _equal(near: list[Priced], going: Run) -> list[Priced]:
    """Those of the exactly least price among offers that doubles cannot tell apart."""
    prices = [going.purses.exact(quote) / quote.offer.scale for _, quote in near]
    least = min(prices)
    equal = [pair for pair, price in zip(near, prices, strict=True) if price == least]
    return sorted(equal, key=lambda pair: pair[1].offer.id)


def _sell(market: Market, heap: list[Entry], going: Run, gate: Gate, alike: Sequence[Priced], stop: int | None) -> None:
    """Buy offers of equal price in this order, each if it still has that price: no other can be cheaper meanwhile."""
    (first, quote), *others = alike
    least = going.purses.exact(quote) / quote.offer.scale if others else None
    tie = Alike(len(going.bought), [at for at, _ in alike])
    anew = list(_buy(going, gate, first, quote))
    for at, before in others:
        if anew or (stop is not None and going.cost > stop):
            heappush(heap, _bound(at, before))  # what is offered anew may be cheaper
            continue
        if not gate.admits(at):
            tie.displaced.append(at)
            continue
        now = going.purses.quote(market.offers[at], before.price - before.doubt)
        if now is not None and _still(now, going, least):
            anew += _buy(going, gate, at, now)
            continue
        tie.displaced.append(at)
        if now is not None:
            heappush(heap, _bound(at, now))
    for each in anew:
        heappush(heap, each)
    if others:
        going.ties.append(tie)


def _still(quote: Quote, going: Run, least: Fraction | None) -> bool:
    """Whether a quote has exactly the price `least`, which it has or exceeds."""
    if least is None or (quote.price - quote.doubt) / quote.offer.scale * _DOWN > float(least) * _UP:
        return False
    return going.purses.exact(quote) / quote.offer.scale == least


def _buy(going: Run, gate: Gate, at: int, quote: Quote) -> Iterable[Entry]:
    going.purses.pay(quote)
    going.cost += quote.offer.cost
    going.bought.append(at)
    return gate.take(at)
