"""What would change under other ceilings and other weights: the rule `ranked`, run again on a decision's own material.

Nothing is stored, and nothing is kept in a process: a decision packs what an answer needs once, and each question
unpacks it. Scores come from the levelled shares of the decision, so that an answer is what a decision would be.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from typing import Any

import numpy as np

from selaras.engines.allocation import Allocation, ranked
from selaras.engines.scoring import Cells, reweighed
from selaras.forum import deciding

Json = dict[str, Any]
_KEPT = ("ceilings", "criteria", "plan")
_OF_PROPOSAL = ("id", "cost", "priority", "group", "where", "gates")


@dataclass(frozen=True)
class Material:
    """The problem of one decision without its marks and ballots, the cells of its score sheet, whom `ranked` funds."""

    inputs: Json
    cells: Cells
    funded: frozenset[str]


@dataclass(frozen=True)
class Tally:
    """One district or one priority: how many enter and leave, and the rupiah it gets before and after."""

    key: Any
    gained: int
    lost: int
    before: int
    after: int


@dataclass(frozen=True)
class Answer:
    """Whom other ceilings and weights bring in and put out, and what becomes of the ceilings."""

    gained: Sequence[str]
    lost: Sequence[str]
    funded: int
    cost_before: int
    cost: int
    districts: Sequence[Tally]
    priorities: Sequence[Tally]
    ledger: Sequence[Json]
    deferred: int

    @property
    def flipped(self) -> int:
        return len(self.gained) + len(self.lost)


def pack(inputs: Json, done: deciding.Allocated) -> bytes:
    """The material of a decision, compressed."""
    slim = {key: inputs[key] for key in _KEPT}
    slim["proposals"] = [{key: row[key] for key in _OF_PROPOSAL} for row in inputs["proposals"]]
    for row in slim["proposals"]:
        row["gates"] = len(row["gates"])
    slim["overrides"] = [{key: one[key] for key in ("id", "kind")} for one in inputs.get("overrides", ())]
    slim["funded"] = list(ranked(done.problem).selected)
    target = BytesIO()
    cells = done.sheet.cells
    np.savez_compressed(
        target,
        inputs=np.frombuffer(deciding.canonical(slim), dtype=np.uint8),
        share=cells.share,
        counted=cells.counted,
        factor=cells.factor,
        factor_of=np.array(cells.factor_of),
    )
    return target.getvalue()


def unpack(data: bytes) -> Material:
    with np.load(BytesIO(data), allow_pickle=False) as packed:
        inputs = json.loads(packed["inputs"].tobytes())
        share, counted, factor = packed["share"], packed["counted"], packed["factor"]
        cells = Cells(share, share, np.zeros_like(share), counted, factor, int(packed["factor_of"]))
    return Material(inputs, cells, frozenset(inputs.pop("funded")))


def ask(material: Material, amounts: Mapping[str, int], weights: Mapping[str, int]) -> Answer:
    """Run `ranked` with some ceilings and weights replaced, by id and by key.

    A tenth of a second for 4,600 proposals. Raises Infeasible where what must be funded no longer fits, CriteriaError
    for weights that nobody can weigh by.
    """
    inputs = {**material.inputs, "ceilings": _ceilings(material.inputs["ceilings"], amounts)}
    asked = [Fraction(weights.get(row["key"], row["weight"])) for row in inputs["criteria"]]
    scores = reweighed([row["id"] for row in inputs["proposals"]], material.cells, asked)
    plan = deciding.admit_plan(inputs)
    chosen = ranked(deciding.problem_of(inputs, scores, plan["left"]))
    return _answer(material, inputs, plan, chosen)


def _ceilings(rows: Sequence[Json], amounts: Mapping[str, int]) -> list[Json]:
    """The ceilings with other amounts; a minimum above its own ceiling shrinks with it."""
    return [
        {**row, "amount": amounts[row["id"]], "minimum": min(row["minimum"], amounts[row["id"]])}
        if row["id"] in amounts
        else row
        for row in rows
    ]


def _answer(material: Material, inputs: Json, plan: Json, chosen: Allocation) -> Answer:
    then, now = material.funded, frozenset(chosen.selected)
    rows = inputs["proposals"]
    return Answer(
        gained=[each for each in chosen.selected if each not in then],
        lost=[row["id"] for row in rows if row["id"] in then and row["id"] not in now],
        funded=len(now),
        cost_before=sum(row["cost"] for row in rows if row["id"] in then),
        cost=chosen.cost,
        districts=_tallies(rows, [row["where"].get("district") for row in rows], then, now),
        priorities=_tallies(rows, [row["priority"] for row in rows], then, now),
        ledger=deciding.ledger(inputs, plan["used"], chosen),
        deferred=len(plan["deferred"]),
    )


def _tallies(rows: Sequence[Json], keys: Sequence[Any], then: Collection[str], now: Collection[str]) -> list[Tally]:
    """Only where something changes, the largest change first."""
    sums: dict[Any, list[int]] = {}
    for row, key in zip(rows, keys, strict=True):
        was, is_ = row["id"] in then, row["id"] in now
        if key is not None and (was or is_):
            sum_ = sums.setdefault(key, [0, 0, 0, 0])
            sum_[0] += is_ and not was
            sum_[1] += was and not is_
            sum_[2] += row["cost"] if was else 0
            sum_[3] += row["cost"] if is_ else 0
    changed = [Tally(key, *of) for key, of in sums.items() if of[0] or of[1]]
    return sorted(changed, key=lambda one: (-(one.gained + one.lost), str(one.key)))
