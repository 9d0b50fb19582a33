"""What was proposed last about a conflict, and who has agreed to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from selaras.sectoral.conflicts.rules import involved
from selaras.sectoral.models import Conflict, Word

Kind = Word.Kind


@dataclass(frozen=True)
class Standing:
    """`proposal`: the last one since the conflict was opened. Keys of agencies: who agreed, who has not yet."""

    proposal: Word | None
    agreed: frozenset[int]
    missing: frozenset[int]

    def says(self, number: str, unit: str) -> bool:
        """Whether this is what was proposed; no number says that all numbers are right."""
        return self.proposal is not None and (self.proposal.number, self.proposal.unit) == (number, unit)


def standing(conflict: Conflict, words: Iterable[Word] | None = None) -> Standing:
    """An earlier proposal is over as soon as there is another, and all are when the numbers themselves changed.

    `words`: all of the conflict in order, where they are known already.
    """
    proposal: Word | None = None
    agreed: set[int] = set()
    for word in conflict.words.order_by("pk") if words is None else words:
        if word.kind == Kind.PROPOSED:
            proposal, agreed = word, {word.agency_id} if word.agency_id else set()
        elif word.kind in (Kind.CHANGED, Kind.REOPENED):
            proposal, agreed = None, set()
        elif word.kind == Kind.AGREED and proposal and word.about_id == proposal.pk and word.agency_id:
            agreed.add(word.agency_id)
    missing = involved(conflict) - agreed if proposal else set()
    return Standing(proposal, frozenset(agreed), frozenset(missing))
