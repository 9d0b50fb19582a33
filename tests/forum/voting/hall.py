"""A small forum with rounds of voting: who is in the hall, who holds the vote, what was answered."""

from __future__ import annotations

from typing import Any

from selaras.forum.actions.casting import Answer, Receipt, cast
from selaras.forum.actions.holding_rounds import open_round, prepare_round
from selaras.forum.models import Forum, Participant, Proposal, Round
from tests.people.persons import secretary

NUMBERS = ("U-1", "U-4", "U-5", "U-6")
Kind = Round.Kind


def everybody_in(forum: Forum) -> None:
    """All three came and assess."""
    Participant.objects.filter(forum=forum).update(present=True, assessor=True)


def opened_round(
    forum: Forum, kind: str = Kind.SCORING, *, secret: bool = False, on: tuple[str, ...] = NUMBERS
) -> Round:
    everybody_in(forum)
    proposals = list(Proposal.objects.filter(forum=forum, number__in=on).order_by("number"))
    made = prepare_round(
        forum,
        title="Ronde contoh",
        kind=kind,
        secret=secret,
        proposals=[] if kind == Kind.QUESTION else proposals,
        actor=secretary(),
    )
    open_round(made, actor=secretary())
    made.refresh_from_db()
    return made


def participant(number: str) -> Participant:
    return Participant.objects.get(number=number)


def item(round_: Round, number: str | None) -> int:
    """The key of the item of a proposal; of the question itself where none is named."""
    return int(round_.items.get(proposal__number=number).pk if number else round_.items.get().pk)


def answer(
    round_: Round, who: str, values: dict[str | None, Any], *, edition: int | None = None, token: str = ""
) -> Receipt:
    given = [Answer(item(round_, number), value, edition) for number, value in values.items()]
    return cast(round_, given, actor=participant(who), token=token or (f"kunci-{who}" if round_.secret else ""))


def marks(urgent: int, useful: int) -> dict[str, int]:
    return {"mendesak": urgent, "manfaat": useful}
