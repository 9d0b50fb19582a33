"""The rules that a forum may decide by, behind one call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from selaras.engines.allocation import Allocation, Problem, optimal, ranked
from selaras.engines.allocation.ballots import Profile, approval_profile, scored_profile
from selaras.engines.allocation.equal_shares import equal_shares_within
from selaras.forum.errors import NotReady

Json = dict[str, Any]


def available(inputs: Json) -> tuple[str, ...]:
    """The rules that these inputs allow: equal shares needs ballots, or the marks of assessors in their place."""
    return tuple(rule for rule in _RULES if rule != "equal_shares" or inputs["ballots"] or inputs["marks"])


def run(rule: str, problem: Problem, inputs: Json) -> Allocation:
    """Allocate by one rule; where another rule decides, a looser proof of the optimum is enough.

    Raises AllocationError, NotReady where the rule lacks what it works on.
    """
    if rule not in available(inputs):
        raise NotReady(
            "Aturan bagian setara perlu suara atau nilai peserta. Tambahkan suara.csv, atau pilih aturan lain."
        )
    return _RULES[rule](problem, inputs)


def _ranked(problem: Problem, _: Json) -> Allocation:
    return ranked(problem)


def _optimal(problem: Problem, inputs: Json) -> Allocation:
    # No node count and no clock may end the search, so that the answer is the same on a slower machine.
    return optimal(problem, gap=_gap(inputs), nodes=0, time_limit=_HOURS)


def _equal_shares(problem: Problem, inputs: Json) -> Allocation:
    return equal_shares_within(problem, _profile(problem, inputs), satisfaction=_satisfaction(inputs))


def _satisfaction(inputs: Json) -> Any:
    return inputs["method"]["satisfaction"] if inputs["ballots"] else "scores"


def _profile(problem: Problem, inputs: Json) -> Profile:
    """The ballots; where nobody voted, what each assessor's marks add up to by the agreed weights."""
    costs = {item.id: item.cost for item in problem.items}
    if inputs["ballots"]:
        return approval_profile(costs, [[each for each in ballot if each in costs] for _, ballot in inputs["ballots"]])
    weights = {row["key"]: row["weight"] for row in inputs["criteria"]}
    aside = {(assessor, proposal) for assessor, proposal, _ in inputs["conflicts"]}
    given: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for assessor, proposal, values in inputs["marks"]:
        if proposal in costs and (assessor, proposal) not in aside:
            given[assessor][proposal] = sum(
                (Fraction(str(value)) * weights[key] for key, value in values.items()), Fraction()
            )
    return scored_profile(costs, [given[assessor] for assessor in sorted(given)])


def _gap(inputs: Json) -> float:
    method = inputs["method"]
    return float(method["gap"] if method["rule"] == "optimal" else method["comparison_gap"])


_HOURS = 6 * 3600.0
_RULES: Mapping[str, Callable[[Problem, Json], Allocation]] = {
    "ranked": _ranked,
    "optimal": _optimal,
    "equal_shares": _equal_shares,
}
