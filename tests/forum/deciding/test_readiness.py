"""What is missing before a forum decides: counted of what the decision is made of, and of that alone."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.forum.actions.holding_rounds import close_round
from selaras.forum.models import Ballot, Forum, Mark, Proposal
from selaras.forum.readiness import gaps
from selaras.planning.models import Ceiling
from tests.forum.small_forum import ready
from tests.forum.voting.hall import Kind, answer, marks, opened_round
from tests.people.persons import secretary

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


def missing(forum: Forum) -> dict[str, int]:
    return {gap.key: gap.count for gap in gaps(forum)}


def test_what_stops_a_decision_stands_first(forum: Forum) -> None:
    Ceiling.objects.all().delete()
    first, *others = gaps(forum)
    assert (first.key, first.stops) == ("ceilings", True)
    assert others
    assert not any(gap.stops for gap in others)


@pytest.mark.parametrize(
    ("key", "lacks"),
    [
        ("authority", {"handler": None}),
        ("cost", {"cost": None}),
        ("volume", {"volume": None}),
        ("location", {"district": None}),
    ],
)
def test_what_a_proposal_lacks_counts_only_while_it_competes(forum: Forum, key: str, lacks: dict[str, Any]) -> None:
    before = missing(forum).get(key, 0)
    Proposal.objects.filter(number="U-1").update(**lacks)
    assert missing(forum)[key] == before + 1
    Proposal.objects.filter(number="U-1").update(ending="withdrawn")
    assert missing(forum).get(key, 0) == before


def test_where_every_proposal_was_withdrawn_there_is_nothing_to_decide(forum: Forum) -> None:
    Proposal.objects.update(ending="withdrawn")
    assert gaps(forum)[0].key == "proposals"


@pytest.mark.parametrize("secret", [False, True], ids=["named", "secret"])
def test_marks_count_whether_given_in_the_open_or_in_secret(forum: Forum, secret: bool) -> None:
    Mark.objects.all().delete()
    nobody = missing(forum)["marks"]
    round_ = opened_round(forum, secret=secret)
    answer(round_, "P1", {"U-1": marks(2, 3)})
    assert (missing(forum)["marks"], missing(forum)["rounds"]) == (nobody, 1)
    close_round(round_, actor=secretary())
    assert (missing(forum)["marks"], "rounds" in missing(forum)) == (nobody - 1, False)


@pytest.mark.parametrize("secret", [False, True], ids=["named", "secret"])
def test_ballots_count_whether_given_in_the_open_or_in_secret(forum: Forum, secret: bool) -> None:
    Ballot.objects.all().delete()
    assert "ballots" in missing(forum)
    round_ = opened_round(forum, Kind.APPROVAL, secret=secret)
    answer(round_, "P1", {"U-1": True})
    close_round(round_, actor=secretary())
    assert "ballots" not in missing(forum)
