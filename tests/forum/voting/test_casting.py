"""One ballot a person: kept when acknowledged, sent again without harm, changed until closing."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.forum.actions.casting import Answer, cast
from selaras.forum.actions.holding_rounds import close_round, reopen_round
from selaras.forum.errors import BadAnswer, ForumError, NotAllowed, RoundClosed, SlipElsewhere
from selaras.forum.models import Forum, Participant, Slip, Voter
from tests.counting import queries_of
from tests.forum.small_forum import ready
from tests.forum.voting.hall import Kind, answer, item, marks, opened_round, participant
from tests.people.persons import secretary

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


@pytest.mark.parametrize("secret", [False, True])
def test_an_answer_sent_again_is_there_once(forum: Forum, secret: bool) -> None:
    round_ = opened_round(forum, secret=secret)
    for _ in range(3):
        receipt = answer(round_, "P1", {"U-1": marks(5, 4)}, edition=1)
    assert receipt.answers == {item(round_, "U-1"): (1, marks(5, 4))}
    assert [slip.answers for slip in Slip.objects.filter(round=round_) if slip.answers] == [
        {str(item(round_, "U-1")): [1, marks(5, 4)]}
    ]
    assert list(Voter.objects.filter(voted=True).values_list("participant__number", flat=True)) == ["P1"]


def test_of_two_posts_that_pass_each_other_the_newer_stays(forum: Forum) -> None:
    round_ = opened_round(forum)
    answer(round_, "P1", {"U-1": marks(5, 5)}, edition=2)
    late = answer(round_, "P1", {"U-1": marks(1, 1)}, edition=1)
    assert late.answers == {item(round_, "U-1"): (2, marks(5, 5))}


def test_an_answer_without_an_edition_follows_what_stands(forum: Forum) -> None:
    round_ = opened_round(forum)
    answer(round_, "P1", {"U-1": marks(5, 5)}, edition=7)
    assert answer(round_, "P1", {"U-1": marks(2, 2)}).answers == {item(round_, "U-1"): (8, marks(2, 2))}


def test_answers_change_until_the_closing_and_again_after_a_reopening(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    answer(round_, "P1", {"U-1": marks(1, 1)})
    answer(round_, "P1", {"U-1": marks(2, 2)})
    close_round(round_, actor=secretary())
    with pytest.raises(RoundClosed, match="tetap dihitung"):
        answer(round_, "P1", {"U-1": marks(3, 3)})
    reopen_round(round_, "Layar sempat padam.", actor=secretary())
    assert answer(round_, "P1", {"U-1": marks(4, 4)}).answers == {item(round_, "U-1"): (3, marks(4, 4))}


def test_a_second_browser_cannot_take_a_second_slip_of_a_secret_round(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    answer(round_, "P1", {"U-1": marks(5, 5)}, token="telepon")
    with pytest.raises(SlipElsewhere, match="suara Anda tetap satu"):
        answer(round_, "P1", {"U-1": marks(1, 1)}, token="laptop")
    assert Slip.objects.filter(round=round_).exclude(token_digest="").count() == 1


def test_a_named_slip_opens_in_any_browser(forum: Forum) -> None:
    round_ = opened_round(forum)
    answer(round_, "P1", {"U-1": marks(5, 5)}, token="telepon")
    answer(round_, "P1", {"U-4": marks(5, 5)}, token="laptop")
    assert len(Slip.objects.get(round=round_, participant=participant("P1")).answers) == 2


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        (Kind.SCORING, {"mendesak": 6}, "antara 1 dan 5"),
        (Kind.SCORING, {"mendesak": 0}, "antara 1 dan 5"),
        (Kind.SCORING, {"mendesak": "5"}, "antara 1 dan 5"),
        (Kind.SCORING, {"mendesak": True}, "antara 1 dan 5"),
        (Kind.SCORING, {"lain": 3}, "Kriteria penilaian sudah berubah"),
        (Kind.SCORING, "yes", "Kriteria penilaian sudah berubah"),
        (Kind.APPROVAL, "yes", "bukan pilihan"),
        (Kind.APPROVAL, 1, "bukan pilihan"),
        (Kind.QUESTION, "maybe", "bukan pilihan"),
        (Kind.QUESTION, ["yes"], "bukan pilihan"),
    ],
)
def test_what_the_round_does_not_ask_for_is_refused_whole(forum: Forum, kind: str, value: Any, told: str) -> None:
    round_ = opened_round(forum, kind)
    number = None if kind == Kind.QUESTION else "U-1"
    with pytest.raises(BadAnswer, match=told):
        answer(round_, "P1", {number: value})
    assert not Slip.objects.exclude(answers={}).exists()


def test_an_item_of_another_round_is_refused(forum: Forum) -> None:
    one, other = opened_round(forum), opened_round(forum)
    with pytest.raises(BadAnswer):
        cast(one, [Answer(item(other, "U-1"), marks(5, 5))], actor=participant("P1"))


def test_a_declared_interest_hides_the_proposal_and_asks_nothing_of_it(forum: Forum) -> None:
    round_ = opened_round(forum)  # P2 has declared an interest in U-5
    with pytest.raises(BadAnswer):
        answer(round_, "P2", {"U-5": marks(5, 5)})
    others = {number: marks(3, 3) for number in ("U-1", "U-4", "U-6")}
    assert answer(round_, "P2", others).complete
    assert not answer(round_, "P1", others).complete


@pytest.mark.parametrize(
    ("kind", "value", "complete"),
    [(Kind.SCORING, {"mendesak": 5}, False), (Kind.SCORING, None, False), (Kind.APPROVAL, True, True)],
)
def test_when_a_slip_is_complete(forum: Forum, kind: str, value: Any, complete: bool) -> None:
    round_ = opened_round(forum, kind, on=("U-1",))
    assert answer(round_, "P1", {"U-1": value}).complete is complete


@pytest.mark.parametrize("secret", [False, True])
def test_who_is_not_in_the_hall_has_no_vote(forum: Forum, secret: bool) -> None:
    round_ = opened_round(forum, secret=secret)
    Participant.objects.filter(number="P3").update(present=False)
    with pytest.raises(NotAllowed, match="meja daftar hadir"):
        answer(round_, "P3", {"U-1": marks(5, 5)})


def test_a_secret_round_needs_the_token(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    with pytest.raises(NotAllowed, match="Mulai"):
        cast(round_, [Answer(item(round_, "U-1"), marks(5, 5))], actor=participant("P1"))


@pytest.mark.parametrize("secret", [False, True])
def test_a_post_asks_as_much_of_the_database_for_one_answer_as_for_four(forum: Forum, secret: bool) -> None:
    round_ = opened_round(forum, secret=secret)
    answer(round_, "P1", {"U-1": marks(1, 1)})
    counts = []
    for numbers in (["U-1"], ["U-1", "U-4", "U-5", "U-6"]):
        given = [Answer(item(round_, number), marks(5, 5)) for number in numbers]
        counts.append(queries_of(cast, round_, given, actor=participant("P1"), token="kunci-P1"))
    assert counts[0] == counts[1] <= 9


def test_a_refusal_in_a_secret_round_takes_no_slip(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    close_round(round_, actor=secretary())
    with pytest.raises(ForumError):
        answer(round_, "P1", {"U-1": marks(5, 5)})
    assert not Voter.objects.filter(voted=True).exists()
    assert not Slip.objects.exclude(token_digest="").exists()
