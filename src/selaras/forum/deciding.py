"""From inputs to a decision: a pure function of plain JSON, so that anyone can compute a decision again.

The draft work plan draws on the ceilings first, its mandatory lines before all others; proposals compete for what is
left, by the rule of the forum. The result is plain JSON too, and the same inputs give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from selaras.engines.allocation import (
    Allocation,
    Ceiling,
    Flip,
    Floor,
    Infeasible,
    Item,
    Outcome,
    Problem,
    Ranker,
    compare,
    explain,
    ranked,
)
from selaras.engines.scoring import (
    AUTHORITY,
    COMPLETENESS,
    LOCATION,
    Conflict,
    Criterion,
    GateResult,
    Mark,
    ScoreSheet,
    score,
    stability,
)
from selaras.forum import allocating, fates, overriding
from selaras.forum.canonical import canonical, digest

__all__ = ["Allocated", "Progress", "allocate", "canonical", "decide", "digest", "problem_of", "quiet", "told"]

Json = dict[str, Any]
GATES = {gate.key: gate for gate in (AUTHORITY, COMPLETENESS, LOCATION)}
STABILITY_RUNS = 40  # extra runs of the rule that narrow down the smallest move of a weight
Progress = Callable[[str], None]


def quiet(_: str) -> None:
    """Nobody is watching."""


def decide(inputs: Json, *, progress: Progress = quiet) -> Json:
    """The result of one decision, ready for `decision.json`. Raises AllocationError, ScoringError."""
    return told(inputs, allocate(inputs, progress=progress), progress=progress)


def told(inputs: Json, done: Allocated, *, progress: Progress = quiet) -> Json:
    """What was allocated with all its explanations: the result of a decision."""
    rule = inputs["method"]["rule"]
    sheet, plan, problem, chosen = done.sheet, done.plan, done.problem, done.chosen
    progress("Membandingkan aturan")
    allocations, impossible = _compared(inputs, problem, chosen)
    progress("Menguji kekokohan bobot")
    shaken = _shaken(sheet, problem) if rule == "ranked" else None
    progress("Menjelaskan setiap usulan")
    outcomes = explain(problem, chosen, ineligible=_closed(inputs))
    every_fate = fates.tell(inputs, sheet, _past_the_plan(outcomes, plan["wanted"]), shaken)
    return {
        "outcomes": every_fate,
        "plan": {"deferred": plan["deferred"]},
        "ledger": ledger(inputs, plan["used"], chosen),
        "rules": _rules(problem, allocations, rule),
        "impossible": impossible,
        "stability": _stability_words(shaken),
        "ties": [{"numbers": [*tie.funded, *tie.unfunded], "by": "nomor usulan"} for tie in chosen.ties],
        "unmet": [{"id": line.id, "label": line.label, "short": line.short} for line in chosen.unmet],
    }


@dataclass(frozen=True)
class Allocated:
    """What a rule chose, with the scores, the plan admitted before it and the problem it solved."""

    sheet: ScoreSheet
    plan: Json
    problem: Problem
    chosen: Allocation


def allocate(inputs: Json, *, progress: Progress = quiet) -> Allocated:
    """Score, admit the draft plan, run the rule: a decision without its explanations. Raises as `decide` does."""
    progress("Menilai usulan")
    sheet = _sheet(inputs)
    progress("Menempatkan rancangan Renja")
    plan = admit_plan(inputs)
    problem = problem_of(inputs, sheet.scores(), plan["left"])
    progress("Memutuskan menurut aturan forum")
    return Allocated(sheet, plan, problem, allocating.run(inputs["method"]["rule"], problem, inputs))


def _compared(inputs: Json, problem: Problem, chosen: Allocation) -> tuple[dict[str, Allocation], list[str]]:
    """What every rule would fund, and the rules that these ceilings and minima leave no choice to."""
    rule = inputs["method"]["rule"]
    allocations, impossible = {rule: chosen}, []
    for other in allocating.available(inputs):
        if other != rule:
            try:
                allocations[other] = allocating.run(other, problem, inputs)
            except Infeasible:
                impossible.append(other)
    return allocations, impossible


def _sheet(inputs: Json) -> ScoreSheet:
    criteria = [
        Criterion(row["key"], row["label"], row["weight"], row["low"], row["high"]) for row in inputs["criteria"]
    ]
    marks = (
        Mark(assessor, proposal, key, value)
        for assessor, proposal, values in inputs["marks"]
        for key, value in sorted(values.items())
    )
    gates = (
        GateResult(row["id"], GATES[gate["key"]], False, gate["reason"])
        for row in inputs["proposals"]
        for gate in row["gates"]
    )
    conflicts = (Conflict(*row) for row in inputs["conflicts"])
    names = [row["id"] for row in inputs["proposals"]]
    return score(names, criteria, marks, gates, conflicts, normalise=inputs["method"]["levelling"])


def _closed(inputs: Json) -> dict[str, list[str]]:
    """Proposals that do not compete: with a closed gate, or refused by the forum."""
    refused = overriding.ids(inputs, "refuse")
    return {
        row["id"]: [gate["reason"] for gate in row["gates"]]
        for row in inputs["proposals"]
        if row["gates"] or row["id"] in refused
    }


def admit_plan(inputs: Json) -> Json:
    """The draft work plan draws first: mandatory lines, then those that serve a regional priority, then the rest.

    Territorial ceilings are for proposals alone, so they are left out here.
    """
    sectoral = tuple(_ceiling(row) for row in inputs["ceilings"] if row["kind"] != "district")
    items = tuple(
        Item(
            row["id"],
            row["cost"],
            score=1 if row["priority"] else 0,
            tags=row["where"],
            must_fund=row["must_fund"],
        )
        for row in inputs["plan"]
    )
    problem = Problem(items, sectoral)
    admitted = ranked(problem)
    used = {line.id: line.used for line in admitted.ceilings}
    return {
        "used": used,
        "left": {row["id"]: row["amount"] - used.get(row["id"], 0) for row in inputs["ceilings"]},
        "wanted": _wanted(explain(problem, admitted)),
        "deferred": sorted({item.id for item in items} - set(admitted.selected)),
    }


def _wanted(outcomes: Mapping[str, Outcome]) -> dict[str, int]:
    """By ceiling the smallest raise at which a deferred line of the plan might be admitted after all."""
    wanted: dict[str, int] = {}
    for outcome in outcomes.values():
        for one in outcome.binding:
            wanted[one.id] = min(one.short, wanted.get(one.id, one.short))
    return wanted


def _past_the_plan(outcomes: Mapping[str, Outcome], wanted: Mapping[str, int]) -> dict[str, Outcome]:
    """The outcomes without raises of a ceiling so large that the plan, which draws first, could take them."""

    def stands(flip: Flip) -> bool:
        return all(one.id not in wanted or one.by < wanted[one.id] for one in flip.ceilings)

    return {
        each: replace(outcome, flips=tuple(flip for flip in outcome.flips if stands(flip)))
        for each, outcome in outcomes.items()
    }


def _ceiling(row: Json) -> Ceiling:
    return Ceiling(row["id"], row["amount"], row["where"], row["label"])


def problem_of(inputs: Json, scores: Mapping[str, int], left: Mapping[str, int]) -> Problem:
    """The eligible proposals against what the plan left of every ceiling.

    What the forum funds by override draws first; what it refuses does not compete.
    """
    sure, refused = overriding.ids(inputs, "fund"), overriding.ids(inputs, "refuse")
    items = tuple(
        Item(
            row["id"],
            row["cost"],
            scores.get(row["id"], 0),
            row["where"],
            row["group"],
            must_fund=row["id"] in sure,
        )
        for row in inputs["proposals"]
        if not row["gates"] and row["id"] not in refused
    )
    ceilings = tuple(replace(_ceiling(row), amount=left[row["id"]]) for row in inputs["ceilings"])
    floors = tuple(
        Floor(row["id"], row["minimum"], row["where"], row["label"]) for row in inputs["ceilings"] if row["minimum"]
    )
    return Problem(items, ceilings, floors)


def _shaken(sheet: ScoreSheet, problem: Problem) -> Any:
    """What flips when the weights move by a tenth, under the rule `ranked`."""
    ranker = Ranker.of(problem)

    def funded(scores: Mapping[str, int]) -> Collection[str]:
        return ranker.funded(scores)

    return stability(sheet, funded, swing=Fraction(1, 10), limit=STABILITY_RUNS)


def _stability_words(shaken: Any) -> Json | None:
    if shaken is None:
        return None
    return {
        "scenarios": len(shaken.scenarios),
        "fragile": [
            {
                "id": one.proposal,
                "funded": one.funded,
                "kept": f"{one.share.numerator}/{one.share.denominator}",
                "criterion": one.criterion,
                "move": None if one.move is None else f"{one.move.numerator}/{one.move.denominator}",
            }
            for one in shaken.fragile
        ],
    }


def ledger(inputs: Json, plan: Mapping[str, int], chosen: Allocation) -> list[Json]:
    """Every ceiling: what it is, what the plan took, what the funded proposals take, what is left."""
    used = {line.id: line.used for line in chosen.ceilings}
    return [
        {
            "id": row["id"],
            "kind": row["kind"],
            "key": row["where"].get(row["kind"], ""),
            "label": row["label"],
            "amount": row["amount"],
            "plan": plan.get(row["id"], 0),
            "used": used[row["id"]],
            "left": row["amount"] - plan.get(row["id"], 0) - used[row["id"]],
        }
        for row in inputs["ceilings"]
    ]


def _rules(problem: Problem, allocations: Mapping[str, Allocation], chosen: str) -> Json:
    """The rules side by side: totals, what each funds that the chosen rule does not, sums per dimension."""
    comparison = compare(problem, allocations)
    own = set(allocations[chosen].selected)
    told: Json = {}
    for rule, allocation in sorted(allocations.items()):
        told[rule] = {
            "funded": len(allocation.selected),
            "cost": allocation.cost,
            "score": allocation.score,
            "gained": sorted(set(allocation.selected) - own),
            "lost": sorted(own - set(allocation.selected)),
            "by": fates.sums(comparison, rule),
        }
    return told
