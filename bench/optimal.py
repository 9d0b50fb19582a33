"""The best choice under hundreds of ceilings: the rule `optimal` beside plain HiGHS on the same instance."""

from __future__ import annotations

import random
import warnings
from collections import Counter
from collections.abc import Iterator

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from bench import case, peak_mb, spent
from selaras.engines.allocation import Ceiling, Floor, Item, Problem, optimal, ranked, violations

SIZES = ((5_000, 1e-4), (50_000, 1e-3))
AGENCIES, PROGRAMMES, DISTRICTS = 50, 500, 26
HUNDRED_THOUSAND = 100_000


def instance(count: int, seed: int) -> Problem:
    """`count` invented proposals under 1 + 50 + 500 ceilings, one in ten in a group, a minimum for each district."""
    dice = random.Random(seed)
    items = tuple(_item(at, count, dice) for at in range(count))
    total = sum(item.cost for item in items)
    return Problem(
        items,
        (
            Ceiling("all", _round(0.35 * total), label="Pagu total"),
            *_ceilings(items, "agency", dice, 0.6),
            *_ceilings(items, "programme", dice, 0.7),
        ),
        tuple(Floor(f"min {key}", _round(0.15 * asked), {"district": key}) for key, asked in _asked(items, "district")),
    )


def _item(at: int, count: int, dice: random.Random) -> Item:
    programme = dice.randrange(PROGRAMMES)
    tags = {
        "agency": f"A{programme % AGENCIES:02d}",
        "programme": f"P{programme:03d}",
        "district": f"D{dice.randrange(DISTRICTS):02d}",
    }
    cost = max(5_000_000, _round(dice.lognormvariate(18.5, 0.8)))
    group = f"g{dice.randrange(count // 10)}" if dice.random() < 0.1 else None
    return Item(f"U{at:05d}", cost, dice.randrange(1_000, 10_000), tags, group)


def _ceilings(items: tuple[Item, ...], dimension: str, dice: random.Random, most: float) -> Iterator[Ceiling]:
    for key, asked in _asked(items, dimension):
        yield Ceiling(f"{dimension} {key}", _round(asked * dice.uniform(0.3, most)), {dimension: key})


def _asked(items: tuple[Item, ...], dimension: str) -> list[tuple[str, int]]:
    sums: Counter[str] = Counter()
    for item in items:
        sums[item.tags[dimension]] += item.cost
    return sorted(sums.items())


def _round(amount: float) -> int:
    return int(amount) // HUNDRED_THOUSAND * HUNDRED_THOUSAND


def plain_highs(problem: Problem, gap: float) -> float:
    """The same instance handed to scipy's HiGHS as it stands: CPU seconds, up to 60."""
    rows, low, high = [], [], []
    for limit in (*problem.ceilings, *problem.floors):
        floor = isinstance(limit, Floor)
        low.append(limit.amount / HUNDRED_THOUSAND if floor else -np.inf)
        high.append(np.inf if floor else limit.amount / HUNDRED_THOUSAND)
        rows.append(
            [
                (at, item.cost / HUNDRED_THOUSAND)
                for at, item in enumerate(problem.items)
                if limit.where.items() <= item.tags.items()
            ]
        )
    groups: dict[str, list[tuple[int, float]]] = {}
    for at, item in enumerate(problem.items):
        if item.group is not None:
            groups.setdefault(item.group, []).append((at, 1.0))
    rows += groups.values()
    low += [-np.inf] * len(groups)
    high += [1.0] * len(groups)
    cells = [(row, at, value) for row, pairs in enumerate(rows) for at, value in pairs]
    row_of, column_of, values = zip(*cells, strict=True)
    matrix = csr_array((values, (row_of, column_of)), shape=(len(rows), len(problem.items)))
    with spent() as took, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = milp(
            [-item.score for item in problem.items],
            integrality=np.ones(len(problem.items)),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(matrix, low, high),
            options={"mip_rel_gap": gap, "time_limit": 60},
        )
    chosen = [] if answer.x is None else [i.id for i, x in zip(problem.items, answer.x, strict=True) if x > 0.5]
    reached = float("nan") if answer.x is None else float(answer.mip_gap)
    print(f"  HiGHS by scipy   {took.cpu:7.2f} CPU s   gap {reached:.1e}   {_checked(problem, chosen)}", flush=True)
    return took.cpu


def _checked(problem: Problem, chosen: list[str] | tuple[str, ...]) -> str:
    """Total score and verdict of the independent checker."""
    score = sum(item.score for item in problem.items if item.id in set(chosen))
    broken = violations(problem, chosen)
    return f"score {score:,}   {'all constraints hold' if not broken else f'{len(broken)} constraints BROKEN'}"


@case("optimal", asks="5,000 under 1 + 50 + 500 ceilings: gap <= 1e-4 in 5 s; 50,000: gap <= 1e-3 in 60 s")
def optimum() -> None:
    for count, gap in SIZES:
        problem = instance(count, seed=1)
        print(f"{count:,} proposals, {len(problem.ceilings)} ceilings, {len(problem.floors)} floors, asked gap {gap:g}")
        with spent() as took:
            result = optimal(problem, gap=gap)
        assert result.proof is not None
        state = "proven optimum" if result.proof.proven else f"gap {result.proof.gap:.1e}"
        print(f"  optimal          {took.cpu:7.2f} CPU s   {state}   {_checked(problem, result.selected)}", flush=True)
        peer = plain_highs(problem, gap)
        if result.proof.proven:
            again = optimal(problem, gap=gap, seed=12345)
            print(f"  another solver seed moves {len(set(again.selected) ^ set(result.selected))} proposals")
        with spent() as fast:
            first = ranked(problem)
        print(f"  ranked           {fast.cpu:7.3f} CPU s   {_checked(problem, first.selected)}")
        print(f"  HiGHS by scipy took {peer / took.cpu:.1f} times as long; peak {peak_mb():.0f} MB")
