"""The secretary prepares a round, opens, closes and reopens it, in the open; what it came to reaches the decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.audit.queries import verify
from selaras.forum.actions.holding_rounds import (
    admit_newcomers,
    close_round,
    discard_round,
    open_round,
    prepare_round,
    reopen_round,
)
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import Ballot, Forum, Mark, Participant, Proposal, Round, Slip, Voter
from selaras.forum.voting.rounds import progress
from selaras.people.models import Role
from tests.forum.small_forum import ready
from tests.forum.voting.hall import Kind, answer, marks, opened_round
from tests.people.persons import secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


def marks_on(forum: Forum, number: str) -> dict[str, Any]:
    """Assessor to marks, as the decision takes them in."""
    return {who: values for who, what, values in gather(forum, "ranked")["marks"] if what == number}


def test_a_named_scoring_round_becomes_marks_by_assessor(forum: Forum) -> None:
    before = marks_on(forum, "U-2")
    round_ = opened_round(forum)
    answer(round_, "P1", {"U-1": marks(2, 3)})
    answer(round_, "P3", {"U-1": marks(1, 1), "U-4": {"mendesak": 4}})
    assert marks_on(forum, "U-1") == {"P1": marks(5, 5), "P2": marks(5, 5)}, "not before the closing"
    close_round(round_, actor=secretary())
    assert marks_on(forum, "U-1") == {"P1": marks(2, 3), "P3": marks(1, 1)}
    assert marks_on(forum, "U-4") == {"P3": {"mendesak": 4}}
    assert marks_on(forum, "U-2") == before, "what was not in the round stays as it was"


def test_a_secret_scoring_round_reaches_the_decision_under_labels_drawn_by_lot(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    for who, mark in (("P1", 1), ("P2", 2), ("P3", 3)):
        answer(round_, who, {"U-1": marks(mark, mark)})
    close_round(round_, actor=secretary())
    found = marks_on(forum, "U-1")
    assert set(found) == {f"R{round_.pk}-00{at}" for at in (1, 2, 3)}
    assert sorted(one["mendesak"] for one in found.values()) == [1, 2, 3]
    assert not Mark.objects.filter(proposal__number="U-1").exists()


def test_the_round_closed_last_counts(forum: Forum) -> None:
    secret = opened_round(forum, secret=True)
    answer(secret, "P1", {"U-1": marks(1, 1), "U-4": marks(1, 1)})
    close_round(secret, actor=secretary())
    named = opened_round(forum, on=("U-1",))
    answer(named, "P1", {"U-1": marks(4, 4)})
    close_round(named, actor=secretary())
    assert marks_on(forum, "U-1") == {"P1": marks(4, 4)}
    assert marks_on(forum, "U-4") == {f"R{secret.pk}-001": marks(1, 1)}


def test_a_named_approval_round_becomes_the_ballots(forum: Forum) -> None:
    round_ = opened_round(forum, Kind.APPROVAL)
    answer(round_, "P1", {"U-1": True, "U-4": False, "U-6": True})
    answer(round_, "P3", {"U-4": False})
    close_round(round_, actor=secretary())
    assert gather(forum, "equal_shares")["ballots"] == [["P1", ["U-1", "U-6"]]]
    assert list(Ballot.objects.values_list("participant__number", "approved")) == [("P1", ["U-1", "U-6"])]


def test_a_secret_approval_round_becomes_ballots_under_labels(forum: Forum) -> None:
    round_ = opened_round(forum, Kind.APPROVAL, secret=True)
    answer(round_, "P1", {"U-1": True})
    answer(round_, "P2", {"U-4": True, "U-6": True})
    close_round(round_, actor=secretary())
    ballots = gather(forum, "equal_shares")["ballots"]
    assert [label for label, _ in ballots] == [f"R{round_.pk}-001", f"R{round_.pk}-002"]
    assert sorted(approved for _, approved in ballots) == [["U-1"], ["U-4", "U-6"]]


def test_while_open_again_a_round_counts_for_nothing(forum: Forum) -> None:
    for secret in (False, True):
        round_ = opened_round(forum, secret=secret)
        answer(round_, "P1", {"U-1": marks(2, 2)})
        close_round(round_, actor=secretary())
        reopen_round(round_, "Dua peserta baru datang.", actor=secretary())
        assert marks_on(forum, "U-1") == {}
        close_round(round_, actor=secretary())
        assert list(marks_on(forum, "U-1").values()) == [marks(2, 2)]


def test_each_step_is_in_the_log_with_counts_and_no_answer(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    answer(round_, "P1", {"U-1": marks(5, 1)})
    close_round(round_, actor=secretary())
    round_.refresh_from_db()
    first = round_.digest
    reopen_round(round_, "Listrik padam.", actor=secretary())
    close_round(round_, actor=secretary())
    entries = Entry.objects.filter(subject=f"{forum.slug}/{round_.pk}")
    assert [entry.action for entry in entries] == [
        "forum.round_prepared",
        "forum.round_opened",
        "forum.round_closed",
        "forum.round_reopened",
        "forum.round_closed",
    ]
    closed = entries[2].detail
    assert (closed["voters"], closed["voted"], closed["complete"]) == (3, 1, 0)
    assert closed["answers"] == entries[3].detail["answers"] == entries[4].detail["answers"] == first
    assert entries[3].detail["reason"] == "Listrik padam."
    assert not any("mendesak" in str(entry.detail) for entry in entries)
    assert verify().intact


def test_progress_tells_counts_only(forum: Forum) -> None:
    round_ = opened_round(forum, on=("U-1", "U-4"))
    Participant.objects.filter(number="P3").update(present=False)
    answer(round_, "P1", {"U-1": marks(5, 5), "U-4": marks(5, 5)})
    answer(round_, "P2", {"U-1": marks(5, 5)})
    found = progress(round_)
    assert (found.voters, found.present, found.voted, found.complete, found.waited_for) == (3, 2, 2, 1, 0)


def test_who_came_after_the_opening_gets_a_slip_when_the_secretary_says_so(forum: Forum) -> None:
    for secret in (False, True):
        round_ = opened_round(forum, secret=secret)
        Participant.objects.create(
            forum=forum, number=f"P9{secret}", name="Tamu (contoh)", element="Masyarakat", present=True, assessor=True
        )
        with pytest.raises(NotAllowed):
            answer(round_, f"P9{secret}", {"U-1": marks(5, 5)})
        assert admit_newcomers(round_, actor=secretary()) == 1
        assert admit_newcomers(round_, actor=secretary()) == 0
        assert answer(round_, f"P9{secret}", {"U-1": marks(5, 5)}).answers


def test_a_scoring_round_is_for_assessors_others_for_all(forum: Forum) -> None:
    for kind, voters in ((Kind.SCORING, 2), (Kind.APPROVAL, 3), (Kind.QUESTION, 3)):
        round_ = opened_round(forum, kind)
        assert round_.voters.count() == round_.slips.count() == 3
        round_.delete()
        Participant.objects.filter(number="P3").update(assessor=False)
        proposals = [] if kind == Kind.QUESTION else [Proposal.objects.get(number="U-1")]
        other = prepare_round(forum, title="x", kind=kind, secret=False, proposals=proposals, actor=secretary())
        open_round(other, actor=secretary())
        assert other.voters.count() == other.slips.count() == voters


@pytest.mark.parametrize(
    ("kind", "numbers", "told"),
    [
        (Kind.SCORING, [], "Tidak ada usulan yang cocok"),
        (Kind.APPROVAL, [], "Tidak ada usulan yang cocok"),
        (Kind.QUESTION, ["U-1", "U-2"], "paling banyak satu usulan"),
    ],
)
def test_what_could_not_be_voted_on_is_not_prepared(forum: Forum, kind: str, numbers: list[str], told: str) -> None:
    proposals = list(Proposal.objects.filter(number__in=numbers))
    with pytest.raises(NotReady, match=told):
        prepare_round(forum, title="x", kind=kind, secret=False, proposals=proposals, actor=secretary())


STEPS: list[tuple[Callable[..., object], str]] = [
    (open_round, "sudah dibuka"),
    (discard_round, "tidak dapat dihapus"),
    (lambda round_, actor: reopen_round(round_, "sebab", actor=actor), "tidak sedang ditutup"),
]


@pytest.mark.parametrize(("step", "told"), STEPS)
def test_a_step_out_of_turn_is_refused(forum: Forum, step: Callable[..., object], told: str) -> None:
    round_ = opened_round(forum)
    with pytest.raises(NotReady, match=told):
        step(round_, actor=secretary())


def test_a_reopening_needs_a_reason(forum: Forum) -> None:
    round_ = opened_round(forum)
    close_round(round_, actor=secretary())
    with pytest.raises(NotReady, match="alasannya"):
        reopen_round(round_, "  ", actor=secretary())


@pytest.mark.parametrize("kind", [kind for kind in Role.Kind if kind != Role.Kind.SECRETARY])
def test_only_the_secretary_holds_votes(forum: Forum, kind: Role.Kind) -> None:
    round_, other = opened_round(forum), someone(kind)
    for step in (open_round, close_round, discard_round, admit_newcomers):
        with pytest.raises(NotAllowed):
            step(round_, actor=other)
    with pytest.raises(NotAllowed):
        reopen_round(round_, "sebab", actor=other)
    with pytest.raises(NotAllowed):
        prepare_round(forum, title="x", kind=Kind.QUESTION, secret=False, actor=other)


def test_nothing_stored_leads_from_a_voter_to_a_secret_slip(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    for who in ("P3", "P1", "P2"):
        answer(round_, who, {"U-1": marks(3, 3)})
    close_round(round_, actor=secretary())
    assert not Slip.objects.filter(round=round_).exclude(participant=None).exists()
    assert {field.name for field in Slip._meta.fields} == {
        "id", "round", "participant", "token_digest", "answers", "complete", "version", "label",
    }  # fmt: skip
    assert {field.name for field in Voter._meta.fields} == {"id", "round", "participant", "voted"}


def test_slips_are_taken_by_lot(forum: Forum) -> None:
    """The first to answer does not take the first slip: in 30 rounds each of three slips is met."""
    taken = set()
    for _ in range(30):
        round_ = opened_round(forum, secret=True, on=("U-1",))
        answer(round_, "P1", {"U-1": marks(3, 3)})
        order = list(Slip.objects.filter(round=round_).order_by("pk"))
        taken.add(next(at for at, slip in enumerate(order) if slip.token_digest))
    assert taken == {0, 1, 2}


def test_a_draft_can_be_dropped(forum: Forum) -> None:
    made = prepare_round(forum, title="x", kind=Kind.QUESTION, secret=False, actor=secretary())
    discard_round(made, actor=secretary())
    assert not Round.objects.exists()
    assert Entry.objects.filter(action="forum.round_discarded").exists()
