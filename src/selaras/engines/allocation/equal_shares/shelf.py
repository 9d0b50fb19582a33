"""What is on offer under many ceilings: single items, and items that come with what they require."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from heapq import heapify
from math import gcd

import numpy as np

from selaras.engines.allocation.ballots import Profile
from selaras.engines.allocation.equal_shares.market import Offer, Satisfaction, open_market
from selaras.engines.allocation.equal_shares.run import Entry, entry
from selaras.engines.allocation.errors import InvalidElection, UnknownItem
from selaras.engines.allocation.walk import Walk

_EXACT = 2**52  # whole numbers below this are exact in a double


class Shelf:
    """Offers beside a walk that knows what is funded and what each ceiling has left. `item[at]`: item of an offer.

    An item that requires others is offered anew, with less to pay for, whenever one of them is funded.
    """

    def __init__(self, walk: Walk, profile: Profile, satisfaction: Satisfaction) -> None:
        self.walk = walk
        self._profile = _priced(walk, profile)
        self._satisfaction = satisfaction
        self._place = {each: at for at, each in enumerate(self._profile.ids)}
        self.market = open_market(self._profile, satisfaction, ())
        items = {each: at for at, each in enumerate(walk.layout.ids)}
        alone = [offer for offer in self.market.offers if items[offer.id] not in walk.layout.network]
        self._free = [items[each] for each in self.market.free if items[each] not in walk.layout.network]
        self.market.offers = alone
        self.item = [items[offer.id] for offer in alone]
        self._now: dict[int, int] = {}
        self._users = self._requiring()

    def opening(self) -> list[Entry]:
        """A bound for every offer, as a heap. What costs nothing and is wanted is funded at once."""
        ids = self.walk.layout.ids
        heap = [entry(offer, at) for at, offer in enumerate(self.market.offers)]
        for item in sorted(self._free, key=ids.__getitem__):
            self._fund(item)
        wanted = {item for users in self._users.values() for item in users}
        heap += self._renew(sorted(wanted, key=ids.__getitem__))
        heapify(heap)
        return heap

    def admits(self, at: int) -> bool:
        """Whether the offer still stands: not funded, not replaced, every group free, every ceiling wide enough."""
        item = self.item[at]
        if self.walk.funded[item] or self._now.get(item, at) != at:
            return False
        members = self.walk.missing(item)
        return bool(members) and not self.walk.clash(members) and self.walk.fits(members)

    def take(self, at: int) -> Iterator[Entry]:
        """Fund an offer, and give a bound for every offer that this makes anew."""
        members = self.walk.missing(self.item[at])
        self.walk.fund(members)
        return self._renew(self._affected(members))

    def _renew(self, items: Iterable[int]) -> Iterator[Entry]:
        waiting = list(items)
        while waiting:
            item = waiting.pop(0)
            members = self.walk.missing(item)
            if self.walk.funded[item] or not members:
                continue
            offer = self._together(item, members)
            if not offer.cost:
                waiting += self._affected(members) if self._fund(item) else []
                continue
            if not offer.total:  # wanted, but of no satisfaction: it costs nothing itself, what it requires does
                continue
            self._now[item] = len(self.market.offers)
            self.market.offers.append(offer)
            self.item.append(item)
            yield entry(offer, self._now[item])

    def _fund(self, item: int) -> bool:
        members = self.walk.missing(item)
        if not members or self.walk.clash(members) or not self.walk.fits(members):
            return False
        self.walk.fund(members)
        return True

    def _affected(self, members: Sequence[int]) -> list[int]:
        return sorted({user for each in members for user in self._users.get(each, ())})

    def _requiring(self) -> dict[int, list[int]]:
        """For each item that others require, and for those themselves: who of them has a supporter."""
        users: dict[int, list[int]] = {}
        for item in sorted(self.walk.layout.network):
            if self._supporters(item) is not None:
                for each in self.walk.layout.bundle[item]:
                    users.setdefault(each, []).append(item)
        return users

    def _supporters(self, item: int) -> slice | None:
        at = self._place.get(self.walk.layout.ids[item])
        if at is None or self._profile.bounds[at] == self._profile.bounds[at + 1]:
            return None
        return slice(self._profile.bounds[at], self._profile.bounds[at + 1])

    def _together(self, item: int, members: Sequence[int]) -> Offer:
        """All of `members` as one offer: their costs added, and each voter's satisfaction."""
        layout, profile = self.walk.layout, self._profile
        utility = np.zeros(len(profile.weights), np.int64)
        for each in members:
            here = self._supporters(each)
            if here is not None:
                utility[profile.supporters[here]] += self._utility(each, here)
        supporters = np.flatnonzero(utility)
        scale = gcd(*map(int, utility[supporters])) or 1
        share = (utility[supporters] // scale).astype(np.float64)
        kinds = profile.weights[supporters].astype(np.float64)
        total = float((kinds * share).sum())
        if total >= _EXACT:
            raise InvalidElection(f"Biaya usulan {layout.ids[item]} dan syaratnya terlalu besar untuk dihitung tepat.")
        cost = sum(layout.cost[each] for each in members)
        return Offer(layout.ids[item], cost, scale, supporters, kinds, kinds * share, share, int(total))

    def _utility(self, item: int, here: slice) -> int | np.ndarray[tuple[int], np.dtype[np.int64]]:
        if self._satisfaction == "cost":
            return self.walk.layout.cost[item]
        if self._satisfaction == "cardinality" or self._profile.scores is None:
            return 1
        return self._profile.scores[here]


def _priced(walk: Walk, profile: Profile) -> Profile:
    """The profile with the costs that the items have."""
    cost = dict(zip(walk.layout.ids, walk.layout.cost, strict=True))
    unknown = [each for each in profile.ids if each not in cost]
    if unknown:
        raise UnknownItem(f"Surat suara menyebut {unknown[0]}, yang bukan usulan dalam daftar.")
    return replace(profile, costs=tuple(Fraction(cost[each]) for each in profile.ids))
