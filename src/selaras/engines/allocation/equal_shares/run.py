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
        if len(alike) > 1:
            _sell(market, heap, going, gate, alike, stop)
            continue
        _buy(going, *alike[0])
        for each in gate.take(alike[0][0]):
            heappush(heap, each)
    return going


def _cheapest(market: Market, heap: list[Entry], going: Run, gate: Gate) -> list[Priced]:
    """The offers of the least price now, by id as text.

    Money only shrinks, so prices only rise and an old price is a lower bound: most offers need no look. An offer that
    nobody can pay, or that the gate refuses, leaves the heap for good.
    """
    limit = float("inf")
    looked: list[tuple[Entry, Quote]] = []
    dear: list[Entry] = []
    while heap and heap[0][0] <= limit:
        _, at, start = heappop(heap)
        if not gate.admits(at):
            continue
        offer = market.offers[at]
        if looked:
            low = going.purses.at_least(offer, limit * offer.scale)
            if low:
                dear.append((low / offer.scale * _DOWN, at, low))
                continue
        quote = going.purses.quote(offer, start)
        if quote is None:
            continue
        looked.append((_bound(at, quote), quote))
        limit = min(limit, (quote.price + quote.doubt) / quote.offer.scale * _UP)
    near = [(bound[1], quote) for bound, quote in looked if bound[0] <= limit]
    if len(near) > 1:
        near = _equal(near, going)
    for bound in dear:
        heappush(heap, bound)
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
    """Buy offers of equal price by id, each if it still has that price: meanwhile no other can be cheaper.

    What a purchase puts on offer anew waits in the same line if it has that price, and ends the line if it has less.
    """
    least = going.purses.exact(alike[0][1]) / alike[0][1].offer.scale
    tie = Alike(len(going.bought), [])
    line = [(quote.offer.id, at, quote.price - quote.doubt) for at, quote in alike]
    cheaper = False
    while line and not cheaper and (stop is None or going.cost <= stop):
        _, at, start = heappop(line)
        tie.tied.append(at)
        quote = going.purses.quote(market.offers[at], start) if gate.admits(at) else None
        if quote is None or _above(quote, going, least):
            tie.displaced.append(at)
            if quote is not None:
                heappush(heap, _bound(at, quote))
            continue
        _buy(going, at, quote)
        for _, new, lowest in gate.take(at):
            fresh = going.purses.quote(market.offers[new], lowest)
            if fresh is None:
                continue
            if _above(fresh, going, least):
                heappush(heap, _bound(new, fresh))
            else:
                heappush(line, (fresh.offer.id, new, fresh.price - fresh.doubt))
                cheaper = cheaper or going.purses.exact(fresh) / fresh.offer.scale < least
    for _, at, start in line:
        heappush(heap, (start / market.offers[at].scale * _DOWN, at, start))
    going.ties.append(tie)


def _buy(going: Run, at: int, quote: Quote) -> None:
    going.purses.pay(quote)
    going.cost += quote.offer.cost
    going.bought.append(at)


def _above(quote: Quote, going: Run, least: Fraction) -> bool:
    """Whether the exact price of a quote exceeds `least`."""
    if (quote.price - quote.doubt) / quote.offer.scale * _DOWN > float(least) * _UP:
        return True
    return going.purses.exact(quote) / quote.offer.scale > least
