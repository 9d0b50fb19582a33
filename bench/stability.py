"""Scoring 4,600 proposals by 4 criteria, and telling which decisions a shifted weight would flip."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.linalg import lsqr

from bench import case, spent
from selaras.engines.scoring import Criterion, Mark, score, stability

PROPOSALS, ASSESSORS, EACH, FUNDED = 4_600, 80, 3, 900
CRITERIA = tuple(Criterion(f"k{n}", f"Kriteria {n}", weight) for n, weight in enumerate((40, 30, 20, 10)))


def _panel() -> tuple[list[str], list[Mark]]:
    draw = random.Random(2021)
    leniency = [draw.choice((-1, 0, 1)) for _ in range(ASSESSORS)]
    proposals = [f"u{n}" for n in range(PROPOSALS)]
    marks = [
        Mark(f"penilai {a}", proposal, criterion.key, min(5, max(1, draw.randint(1, 5) + leniency[a])))
        for proposal in proposals
        for a in draw.sample(range(ASSESSORS), EACH)
        for criterion in CRITERIA
    ]
    return proposals, marks


def _least_squares(proposals: list[str], marks: list[Mark]) -> dict[str, float]:
    """The same two-way model on the first criterion by SciPy's iterative solver, in floats."""
    chosen = [m for m in marks if m.criterion == CRITERIA[0].key]
    place = {p: n for n, p in enumerate(proposals)}
    who = {a: n + len(place) for n, a in enumerate(sorted({m.assessor for m in chosen}))}
    rows = np.repeat(np.arange(len(chosen)), 2)
    columns = np.array([[place[m.proposal], who[m.assessor]] for m in chosen]).ravel()
    design = coo_array((np.ones(len(rows)), (rows, columns)), shape=(len(chosen), len(place) + len(who))).tocsr()
    effects = lsqr(design, np.array([float(m.value) for m in chosen]), atol=1e-12, btol=1e-12)[0][: len(place)]
    return dict(zip(proposals, (effects - effects.mean()).tolist(), strict=True))


@case("scoring", asks="55,000 marks in at most 1 CPU s; the same fit as least squares by SciPy")
def scoring() -> None:
    proposals, marks = _panel()
    with spent() as ours:
        sheet = score(proposals, CRITERIA, marks)
    with spent() as peer:
        effects = _least_squares(proposals, marks)
    worth = [line.parts[0].mark or 0 for line in sheet]
    centre = sum(worth) / len(worth)
    far = max(abs(float(w - centre) - effects[p]) for w, p in zip(worth, proposals, strict=True))
    print(f"{len(marks):,} marks, {len(CRITERIA)} criteria, exact integers: {ours.cpu:.3f} CPU s")
    print(
        f"scipy lsqr, one criterion, floats: {peer.cpu:.3f} CPU s (times 4: {4 * peer.cpu / ours.cpu:.1f} times ours)"
    )
    print(f"largest difference of a levelled mark: {far:.1e} points")


@case(
    "stability", asks="which of 4,600 decisions flip when weights move by 10 percent, without delay beyond the rule's"
)
def stability_report() -> None:
    proposals, marks = _panel()
    sheet = score(proposals, CRITERIA, marks)

    def decide(scores: Mapping[str, int]) -> Collection[str]:
        return sorted(scores, key=lambda p: (-scores[p], p))[:FUNDED]

    with spent() as whole:
        report = stability(sheet, decide)
    with spent() as rule:
        for _ in range(report.decisions):
            decide(sheet.scores())
    single = sum(fragile.move is not None for fragile in report.fragile)
    print(f"{len(report.scenarios)} scenarios, {report.decisions} decisions: {whole.cpu:.2f} CPU s")
    print(f"of which the rule itself: {rule.cpu:.2f} CPU s")
    print(f"{len(report.fragile)} fragile of {PROPOSALS:,}; for {single} the smallest move of one weight is known")
