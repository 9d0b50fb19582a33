"""What the projector shows of the voting: how many are still awaited while a round is open, its result when closed."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.forum.models import Forum, Round
from selaras.forum.voting.rounds import Progress, progress, round_on_screen
from selaras.forum.voting.tally import Tally, tally

ROWS = 10  # readable from the last row


@dataclass(frozen=True)
class OnScreen:
    round: Round
    progress: Progress
    tally: Tally | None

    @property
    def rows(self) -> object:
        return self.tally.results[:ROWS] if self.tally else ()


def on_screen(forum: Forum) -> OnScreen | None:
    """For `forum/voting/on_screen.html`, as `vote`. None where nothing was opened yet."""
    round_ = round_on_screen(forum)
    if round_ is None:
        return None
    closed = round_.state == Round.State.CLOSED
    return OnScreen(round_, progress(round_), tally(round_) if closed else None)
