"""Who may pay for what: a profile turned by project, with money in whole units, ready for many runs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from selaras.engines.allocation.ballots import Profile
from selaras.engines.allocation.errors import InvalidElection

Floats: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.intp]
_LARGEST = 10**200  # whole units; far within the range of a double, products of two included
Satisfaction: TypeAlias = Literal["cost", "cardinality", "scores"]


@dataclass(slots=True)
class Offer:
    """One project: `supporters` are kinds of ballot, `weight` how much each counts (voters times `share`).

    `share`: utility of one voter per unit of `scale`, None where it is 1 for all. A voter who can pays
    price · share; price / scale is the price of a unit of utility, by which projects are compared.
    `total`: the sum of `weight`; `kinds` the voters behind each supporter.
    """

    id: str
    cost: int
    scale: int
    supporters: Places
    kinds: Floats
    weight: Floats
    share: Floats | None
    total: int


@dataclass(slots=True)
class Market:
    """`offers` with a cost and supporters; `free` cost nothing; one currency unit is `unit` whole units here."""

    offers: list[Offer]
    free: list[str]
    unit: int
    voters: int
    kinds: int


def open_market(profile: Profile, satisfaction: Satisfaction, amounts: Collection[Fraction]) -> Market:
    """O(entries). `amounts`: other sums of money (budget, increment) that must be whole in the same unit.

    Raises InvalidElection where a sum is beyond what a double spans.
    """
    unit = lcm(*{amount.denominator for amount in (*profile.costs, *amounts)})
    if unit * max((*profile.costs, *amounts), default=0) > _LARGEST:
        raise InvalidElection("Angka biaya atau anggaran terlalu besar atau terlalu rinci untuk dihitung. Bulatkan.")
    kinds = profile.weights[profile.supporters].astype(np.float64)
    scored = satisfaction == "scores" and profile.scores is not None
    share = profile.scores.astype(np.float64) if scored and profile.scores is not None else None
    weight = kinds if share is None else kinds * share
    market = Market([], [], unit, profile.voters, len(profile.weights))
    for at, (name, amount) in enumerate(zip(profile.ids, profile.costs, strict=True)):
        here = slice(profile.bounds[at], profile.bounds[at + 1])
        if here.start == here.stop:
            continue
        cost = amount.numerator * (unit // amount.denominator)
        if not cost:
            market.free.append(name)
            continue
        mine, scale = weight[here], cost if satisfaction == "cost" else 1
        offer = (profile.supporters[here], kinds[here], mine, None if share is None else share[here], int(mine.sum()))
        market.offers.append(Offer(name, cost, scale, *offer))
    return market
