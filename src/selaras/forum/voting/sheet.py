"""The sheet of one voter: what they answer, with what their slip already holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.forum.models import Participant, Proposal, Round, Slip
from selaras.forum.voting.answers import Scale, Value, is_complete, scales_of
from selaras.forum.voting.rounds import items_for


@dataclass(frozen=True)
class Line:
    """One item with the answer that the slip holds."""

    item: int
    proposal: Proposal | None
    edition: int
    value: Value
    scales: Sequence[tuple[Scale, int | None]]
    complete: bool


@dataclass(frozen=True)
class Sheet:
    lines: Sequence[Line]

    @property
    def done(self) -> int:
        return sum(line.complete for line in self.lines)

    @property
    def approved(self) -> int:
        return sum(line.value is True for line in self.lines)


def sheet_of(round_: Round, participant: Participant, slip: Slip | None) -> Sheet:
    """A constant number of queries, however many items."""
    scales = scales_of(round_)
    rows = items_for(round_, participant).select_related("proposal__village", "proposal__district")
    held = slip.answers if slip else {}
    return Sheet([_line(row.pk, row.proposal, held.get(str(row.pk), [0, None]), scales) for row in rows])


def _line(item: int, proposal: Proposal | None, held: list, scales: Sequence[Scale]) -> Line:  # type: ignore[type-arg]
    edition, value = held
    given = value if isinstance(value, dict) else {}
    marks = [(scale, given.get(scale.key)) for scale in scales]
    return Line(item, proposal, edition, value, marks, is_complete(value, scales))
