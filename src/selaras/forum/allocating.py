"""The rules that a forum may decide by, behind one call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from selaras.engines.allocation import Allocation, Problem, optimal, ranked
from selaras.forum.errors import NotReady

Json = dict[str, Any]


def available(inputs: Json) -> tuple[str, ...]:
    """The rules that these inputs allow: equal shares needs ballots."""
    return tuple(rule for rule in _RULES if rule != "equal_shares" or inputs["ballots"])


def run(rule: str, problem: Problem, inputs: Json) -> Allocation:
    """Allocate by one rule; where another rule decides, a looser proof of the optimum is enough.

    Raises AllocationError, NotReady where the rule lacks what it works on.
    """
    if rule not in available(inputs):
        raise NotReady("Aturan bagian setara perlu suara peserta. Tambahkan berkas suara.csv, atau pilih aturan lain.")
    return _RULES[rule](problem, inputs)


def _ranked(problem: Problem, _: Json) -> Allocation:
    return ranked(problem)


def _optimal(problem: Problem, inputs: Json) -> Allocation:
    # No node count and no clock may end the search, so that the answer is the same on a slower machine.
    return optimal(problem, gap=_gap(inputs), nodes=0, time_limit=_HOURS)


def _gap(inputs: Json) -> float:
    method = inputs["method"]
    return float(method["gap"] if method["rule"] == "optimal" else method["comparison_gap"])


_HOURS = 6 * 3600.0
_RULES: Mapping[str, Callable[[Problem, Json], Allocation]] = {"ranked": _ranked, "optimal": _optimal}
