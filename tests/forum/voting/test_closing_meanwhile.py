"""A round closed while everybody votes: what was acknowledged is in the result, and nothing is written behind it."""

from __future__ import annotations

import threading
import time

import pytest
from django.db import connections

from selaras.forum.actions.casting import Answer, cast
from selaras.forum.actions.holding_rounds import close_round
from selaras.forum.deciding import digest
from selaras.forum.errors import RoundClosed
from selaras.forum.models import Forum, Participant, Round, Slip
from tests.forum.small_forum import ready
from tests.forum.voting.hall import item, marks, opened_round
from tests.people.persons import secretary

pytestmark = pytest.mark.django_db(transaction=True)
VOTERS, MOST = 4, 400


class Voter(threading.Thread):
    """Answers over and over until told that the round is closed, from two tabs at once."""

    def __init__(self, round_: Round, participant: Participant, on: list[int], tab: int) -> None:
        super().__init__()
        self.round, self.participant, self.on, self.tab = round_, participant, on, tab
        self.acknowledged: dict[int, int] = {}
        self.told_closed = False
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self._vote()
        except BaseException as wrong:
            self.error = wrong
        finally:
            connections.close_all()

    def _vote(self) -> None:
        for edition in range(1, MOST):
            one = Answer(self.on[self.tab], marks(1 + edition % 5, 1), edition)
            try:
                receipt = cast(self.round, [one], actor=self.participant, token=f"kunci-{self.participant.pk}")
            except RoundClosed:
                self.told_closed = True
                return
            self.acknowledged[one.item] = receipt.answers[one.item][0]


@pytest.mark.parametrize("secret", [False, True], ids=["named", "secret"])
def test_what_was_acknowledged_is_in_the_result(secret: bool) -> None:
    forum: Forum = ready()
    Participant.objects.bulk_create(
        Participant(forum=forum, number=f"X{at}", name=f"Peserta {at} (contoh)", element="Kecamatan")
        for at in range(VOTERS - 3)
    )
    round_ = opened_round(forum, secret=secret)
    on = [item(round_, "U-1"), item(round_, "U-4")]
    people = list(Participant.objects.filter(forum=forum))
    voters = [Voter(round_, who, on, tab) for who in people for tab in (0, 1)]
    for voter in voters:
        voter.start()
    while Slip.objects.filter(round=round_).exclude(answers={}).count() < VOTERS:
        time.sleep(0.05)
    close_round(round_, actor=secretary())
    for voter in voters:
        voter.join()
    assert [voter.error for voter in voters] == [None] * len(voters)
    assert all(voter.told_closed for voter in voters)
    round_.refresh_from_db()
    slips = list(Slip.objects.filter(round=round_))
    assert digest(sorted([str(slip.pk), slip.answers] for slip in slips if slip.answers)) == round_.digest
    held = sorted((int(key), kept[0]) for slip in slips for key, kept in slip.answers.items())
    assert held == sorted(one for voter in voters for one in voter.acknowledged.items())
