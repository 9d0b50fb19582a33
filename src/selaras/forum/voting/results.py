"""What closed rounds hand to the decision.

Of several rounds on one proposal the one closed last counts, and of several approval rounds the one closed last. Marks
and ballots of named rounds lie in their tables by participant. Those of secret rounds stay on their slips and go by the
label drawn by lot at closing; the decision reads them from there, since it knows assessors by a number only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.forum.models import Forum, Round, RoundItem, Slip

MARK, BALLOT = Round.Kind.SCORING, Round.Kind.APPROVAL


def closed_rounds(forum: Forum, kind: str) -> list[Round]:
    """The one closed last comes last."""
    return list(Round.objects.filter(forum=forum, kind=kind, state=Round.State.CLOSED).order_by("closed_at", "pk"))


def secret_marks(forum: Forum) -> Iterator[tuple[str, str, Any]]:
    """Label, number of the proposal, marks by criterion."""
    secret = {round_.pk for round_ in closed_rounds(forum, MARK) if round_.secret}
    rows = RoundItem.objects.filter(round__forum=forum, round__kind=MARK, round__state=Round.State.CLOSED)
    ordered = rows.order_by("round__closed_at", "round").values_list("proposal__number", "pk", "round")
    last = {number: (item, round_) for number, item, round_ in ordered}
    counting = {str(item): number for number, (item, round_) in last.items() if round_ in secret}
    for slip in _labelled(secret):
        for item, (_, values) in slip.answers.items():
            if values and item in counting:
                yield slip.label, counting[item], values


def secret_ballots(forum: Forum) -> Iterator[tuple[str, list[str]]]:
    """Label, and the numbers of the proposals approved."""
    rounds = closed_rounds(forum, BALLOT)
    if rounds and rounds[-1].secret:
        numbers = numbers_of(rounds[-1])
        for slip in _labelled({rounds[-1].pk}):
            if approved := approvals(slip, numbers):
                yield slip.label, approved


def _labelled(rounds: set[int]) -> list[Slip]:
    return list(Slip.objects.filter(round__in=rounds).exclude(label="").order_by("label")) if rounds else []


def numbers_of(round_: Round) -> dict[str, str]:
    """The key of each item, as slips write it, to the number of its proposal."""
    rows = round_.items.exclude(proposal=None).values_list("pk", "proposal__number")
    return {str(item): number for item, number in rows}


def approvals(slip: Slip, numbers: dict[str, str]) -> list[str]:
    return sorted(numbers[item] for item, (_, value) in slip.answers.items() if value is True and item in numbers)
