"""The Method of Equal Shares with its usual completions."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import Literal, TypeAlias, get_args

from selaras.engines.allocation.ballots import Number, Profile
from selaras.engines.allocation.equal_shares.market import Market, Offer, Satisfaction, open_market
from selaras.engines.allocation.equal_shares.result import EqualSharesResult, SharesTie
from selaras.engines.allocation.equal_shares.run import Run, opening, run
from selaras.engines.allocation.errors import InvalidElection

Completion: TypeAlias = Literal["none", "add1", "add1u", "ranked"]


def equal_shares(
    profile: Profile,
    budget: Number,
    *,
    satisfaction: Satisfaction | None = None,
    completion: Completion = "none",
    increment: Number = 1,
) -> EqualSharesResult:
    """Give every voter the same share of the budget, and let those who want a project pay for it together.

    Every voter starts with budget / voters. In each round, a project can be bought at price rho if its supporters,
    each paying rho times their satisfaction or all they have left, cover its cost; the one with the least rho is
    bought. It ends when no project is affordable. Equal rho: the lower id as text, and the tie is recorded.
    Projects that cost nothing and have a supporter come first; projects without a supporter are never funded.

    `satisfaction` of a supporter: "cost" (the cost of the project), "cardinality" (1), "scores" (the score on the
    ballot; 1 on approval ballots). Default: "scores" where ballots carry scores, else "cost".

    `completion` of a budget that is not used up:
    - "none";
    - "add1": again with `increment` more currency units for every voter, until an outcome leaves no room for any
      further supported project (that outcome counts), or costs more than the budget (then the one before counts,
      even if a still larger endowment fitted again);
    - "ranked": what still fits, by total satisfaction per currency unit, equal ones by id as text;
    - "add1u": "add1", then "ranked".

    Every comparison is decided exactly (see `purses`), so the outcome is the same on every machine.
    Complexity: O(rounds · supporters) for one endowment, at worst times the number of projects.
    Raises InvalidElection for a negative budget, an increment that is not positive, or an unknown option.
    Source: Peters, Pierczyński, Skowron, Proportional Participatory Budgeting with Additive Utilities (2021).

    >>> from selaras.engines.allocation.ballots import approval_profile
    >>> profile = approval_profile({"road": 60, "well": 30, "lamp": 30}, [{"road"}, {"road"}, {"well"}, {"lamp"}])
    >>> equal_shares(profile, 120).selected
    ('road', 'lamp', 'well')
    """
    budget, increment = Fraction(budget), Fraction(increment)
    if satisfaction is None:
        satisfaction = "cost" if profile.scores is None else "scores"
    _check(budget, increment, satisfaction, completion)
    market = open_market(profile, satisfaction, (budget, increment))
    limit, step = int(budget * market.unit), increment * market.unit
    endowment = Fraction(limit, max(market.voters, 1))
    steps, going = 1, run(market, opening(market), endowment)
    if completion in ("add1", "add1u"):
        steps, going = _increase(market, going, step, limit)
    filled, fill_ties = _fill(market, going, limit) if completion in ("ranked", "add1u") else ([], [])
    bought = [market.offers[at] for at in going.bought]
    added = [market.offers[at] for at in filled]
    return EqualSharesResult(
        (*market.free, *(offer.id for offer in (*bought, *added))),
        tuple(offer.id for offer in added),
        Fraction(sum(offer.cost for offer in (*bought, *added)), market.unit),
        budget,
        going.purses.endowment / market.unit,
        steps,
        satisfaction,
        completion,
        increment,
        (*_ties(market, going), *fill_ties),
        market,
        going,
    )


def _check(budget: Fraction, increment: Fraction, satisfaction: str, completion: str) -> None:
    if budget < 0:
        raise InvalidElection("Anggaran tidak boleh negatif.")
    if increment <= 0:
        raise InvalidElection("Tambahan bekal (increment) harus lebih dari nol.")
    for given, known in ((satisfaction, get_args(Satisfaction)), (completion, get_args(Completion))):
        if given not in known:
            raise InvalidElection(f"Pilihan {given} tidak dikenal. Pilih salah satu dari: {', '.join(known)}.")


def _increase(market: Market, first: Run, step: Fraction, limit: int) -> tuple[int, Run]:
    """How many endowments were tried, and the run that counts."""
    accepted, heap, steps = first, opening(market), 1
    while _room(market, accepted, limit):
        following = run(market, heap.copy(), first.purses.endowment + steps * step, stop=limit)
        steps += 1
        if following.cost > limit:
            break
        accepted = following
    return steps, accepted


def _room(market: Market, going: Run, limit: int) -> bool:
    """Whether some supported project that was not bought would still fit the budget."""
    bought = set(going.bought)
    return any(at not in bought and going.cost + offer.cost <= limit for at, offer in enumerate(market.offers))


def _worth(offer: Offer) -> Fraction:
    return Fraction(offer.total * offer.scale, offer.cost)


def _fill(market: Market, going: Run, limit: int) -> tuple[list[int], list[SharesTie]]:
    """Offers that still fit, by satisfaction per unit of money, and the ties that decided."""
    offers, left = market.offers, limit - going.cost
    waiting = sorted(set(range(len(offers))) - set(going.bought), key=lambda at: (-_worth(offers[at]), offers[at].id))
    filled: list[int] = []
    ties = []
    for _, alike in groupby(waiting, key=lambda at: _worth(offers[at])):
        group, room = list(alike), left
        for at in group:
            if offers[at].cost <= left:
                left -= offers[at].cost
                filled.append(at)
        rivals = [at for at in group if offers[at].cost <= room]
        lost = tuple(offers[at].id for at in rivals if at not in filled)
        if lost:
            ties.append(SharesTie(None, tuple(offers[at].id for at in rivals), lost))
    return filled, ties


def _ties(market: Market, going: Run) -> Iterator[SharesTie]:
    def named(places: list[int]) -> tuple[str, ...]:
        return tuple(market.offers[at].id for at in places)

    for alike in going.ties:
        yield SharesTie(alike.round, named(alike.tied), named(alike.displaced))
