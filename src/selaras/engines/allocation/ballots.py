"""What voters or assessors said, in the form the rules count: identical ballots once, with how many cast them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from selaras.engines.allocation.errors import InvalidElection

Number: TypeAlias = int | Decimal | Fraction
Ballot: TypeAlias = tuple[tuple[int, ...], tuple[int, ...] | None]  # places in ascending order, their scores

_EXACT = 2**52  # sums of weights and scores below this are exact in a double


@dataclass(frozen=True, slots=True)
class Profile:
    """All ballots over `ids`, by project: `supporters[bounds[p]:bounds[p + 1]]` are the kinds of ballot naming p.

    `costs`: exact, in the currency's unit, by place. `voters`: everyone who voted, empty ballots included.
    `weights[k]`: how many voters cast the ballot of kind k. `scores`: whole score units beside `supporters`, None
    where ballots only approve. Arrays are int64.
    """

    ids: tuple[str, ...]
    costs: tuple[Fraction, ...]
    voters: int
    weights: NDArray[np.int64]
    bounds: tuple[int, ...]
    supporters: NDArray[np.int64]
    scores: NDArray[np.int64] | None = None

    def totals(self) -> dict[str, int]:
        """How many voters approve each project, or the score units they gave it."""
        amount = self.weights[self.supporters] if self.scores is None else self.weights[self.supporters] * self.scores
        ends = zip(self.ids, self.bounds, self.bounds[1:], strict=False)
        return {each: int(amount[start:end].sum()) for each, start, end in ends}


def approval_profile(costs: Mapping[str, Number], ballots: Iterable[Collection[str]]) -> Profile:
    """Ballots that name the projects they approve; one that names a project twice approves it once.

    Raises InvalidElection for an unknown id or a negative cost. Complexity: O(names · log).

    >>> approval_profile({"a": 10, "b": 20}, [{"a"}, {"a", "b"}, {"a"}]).totals()
    {'a': 3, 'b': 1}
    """
    place = {each: at for at, each in enumerate(costs)}
    return gather(costs, Counter((_places(place, ballot), None) for ballot in ballots))


def scored_profile(costs: Mapping[str, Number], ballots: Iterable[Mapping[str, Number]]) -> Profile:
    """Ballots that give scores, taken as additive utilities; a score of 0 is no support.

    Scores may be any exact numbers: they are brought to whole units, which changes no decision.
    Raises InvalidElection for an unknown id, a negative cost or score, or scores too fine to count exactly.
    """
    kept = []
    for ballot in ballots:
        if not all(map(_is_amount, ballot.values())):
            raise InvalidElection("Nilai pada surat suara harus angka nol atau lebih.")
        kept.append({each: Fraction(score) for each, score in ballot.items() if score})
    unit = lcm(*{score.denominator for ballot in kept for score in ballot.values()})
    place = {each: at for at, each in enumerate(costs)}
    counted: Counter[Ballot] = Counter()
    for ballot in kept:
        places = _places(place, ballot)
        by_place = {place[each]: int(score * unit) for each, score in ballot.items()}
        counted[places, tuple(by_place[at] for at in places)] += 1
    return gather(costs, counted, scored=True)


def gather(costs: Mapping[str, Number], counted: Mapping[Ballot, int], *, scored: bool = False) -> Profile:
    """The profile of ballots already counted by kind."""
    for each, cost in costs.items():
        if not _is_amount(cost):
            raise InvalidElection(f"Biaya {each} harus angka nol atau lebih.")
    kinds = [(ballot, count) for ballot, count in counted.items() if ballot[0]]
    sizes = _array(len(places) for (places, _), _ in kinds)
    named = _array(at for (places, _), _ in kinds for at in places)
    given_scores = [score for (_, given), _ in kinds for score in given or ()]
    voters = sum(counted.values())
    if voters * max(given_scores, default=1) * len(costs) >= _EXACT:
        raise InvalidElection("Nilai terlalu besar atau terlalu rinci untuk dihitung tepat. Bulatkan nilainya.")
    order = np.argsort(named, kind="stable")
    return Profile(
        tuple(costs),
        tuple(Fraction(cost) for cost in costs.values()),
        voters,
        _array(count for _, count in kinds),
        (0, *np.cumsum(np.bincount(named, minlength=len(costs))).tolist()),
        np.repeat(np.arange(len(kinds)), sizes)[order],
        _array(given_scores)[order] if scored else None,
    )


def _is_amount(number: Number) -> bool:
    return not (isinstance(number, Decimal) and not number.is_finite()) and number >= 0


def _places(place: Mapping[str, int], ballot: Iterable[str]) -> tuple[int, ...]:
    try:
        return tuple(sorted({place[each] for each in ballot}))
    except KeyError as unknown:
        raise InvalidElection(f"Surat suara menyebut {unknown.args[0]}, yang bukan usulan dalam daftar.") from None


def _array(values: Iterable[int]) -> NDArray[np.int64]:
    whole: NDArray[Any] = np.fromiter(values, np.int64)
    return whole
