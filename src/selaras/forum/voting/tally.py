"""What the answers of a round come to. Only for closed rounds: nobody sees a tendency while others still vote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from selaras.forum.errors import NotReady
from selaras.forum.models import Proposal, Round, Slip
from selaras.forum.voting.answers import Scale, scales_of


@dataclass(frozen=True)
class Result:
    """One item. `score` is the weighted mean of what was given, 0 to 100, before assessors are levelled."""

    item: int
    proposal: Proposal | None
    votes: int
    yes: int = 0
    no: int = 0
    abstain: int = 0
    means: Sequence[Decimal | None] = ()
    score: Decimal | None = None

    @property
    def size(self) -> Decimal:
        """What the bar shows."""
        return self.score if self.score is not None else Decimal(self.yes)


@dataclass(frozen=True)
class Tally:
    results: Sequence[Result]
    scales: Sequence[Scale]
    ballots: int

    @property
    def first(self) -> Result:
        return self.results[0]


def tally(round_: Round) -> Tally:
    """Every item, the best first. Raises NotReady while the round is not closed."""
    if round_.state != Round.State.CLOSED:
        raise NotReady("Hasil baru ada setelah pemungutan suara ditutup.")
    scales = scales_of(round_)
    given: dict[str, list[Any]] = defaultdict(list)
    ballots = 0
    for answers in Slip.objects.filter(round=round_).exclude(answers={}).values_list("answers", flat=True):
        ballots += 1
        for item, (_edition, value) in answers.items():
            given[item].append(value)
    rows = round_.items.select_related("proposal__village", "proposal__district")
    results = [_result(row.pk, row.proposal, given[str(row.pk)], scales) for row in rows]
    return Tally(sorted(results, key=lambda result: -result.size), scales, ballots)


def _result(item: int, proposal: Proposal | None, values: Sequence[Any], scales: Sequence[Scale]) -> Result:
    if scales:
        marks = [value for value in values if value]
        means = [_mean([one[scale.key] for one in marks if scale.key in one]) for scale in scales]
        return Result(item, proposal, len(marks), means=[_shown(mean) for mean in means], score=_score(means, scales))
    yes, no = (sum(value in kinds for value in values) for kinds in ((True, "yes"), (False, "no")))
    return Result(item, proposal, sum(value is not None for value in values), yes, no, values.count("abstain"))


def _mean(marks: Sequence[int]) -> Fraction | None:
    return Fraction(sum(marks), len(marks)) if marks else None


def _score(means: Sequence[Fraction | None], scales: Sequence[Scale]) -> Decimal | None:
    known = [(scale, mean) for scale, mean in zip(scales, means, strict=True) if mean is not None]
    weight = sum(scale.weight for scale, _ in known)
    if not weight:
        return None
    whole = sum((scale.weight * (mean - scale.low) / (scale.high - scale.low) for scale, mean in known), Fraction(0))
    return _shown(whole * 100 / weight)


def _shown(value: Fraction | None) -> Decimal | None:
    """Two decimals, half up, without a float between."""
    return None if value is None else Decimal(int(value * 100 + Fraction(1, 2))) / 100
