"""A village proposes for itself, once however often the form is sent; what changes keeps its former values."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from selaras.audit.models import Entry
from selaras.audit.queries import verify
from selaras.forum.actions import decide
from selaras.forum.actions.proposing import Content, correct, last_event, propose, withdraw
from selaras.forum.actions.undoing import undo
from selaras.forum.errors import Incomplete, Locked, NotAllowed, NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import Decision, Event, Forum, Proposal
from selaras.government.models import Agency
from tests.forum.proposing.people import (
    ADIWARNO,
    AYAH,
    BUAYAN,
    JINTUNG,
    SRATI,
    district_operator,
    forum_with_proposals,
    numbered,
    office,
    region,
    village_operator,
)
from tests.forum.small_forum import actor, opened, ready

pytestmark = pytest.mark.django_db


def content(place: str = SRATI, **more: Any) -> Content:
    base = Content(
        title="Talud jalan Dusun Karang",
        place=region(place),
        source="village",
        volume=Decimal(120),
        unit="m",
        cost=150_000_000,
    )
    return replace(base, **more)


def made(forum: Forum, account: Any, **more: Any) -> Proposal:
    return propose(forum, content(**more), submission=uuid4(), actor=account)


def test_a_proposal_keeps_what_was_written_its_place_and_its_author() -> None:
    forum, account = opened(), village_operator()
    proposal = made(forum, account, agency=Agency.objects.get(code="1.03"), rt="02", problem="Longsor.")
    proposal = Proposal.objects.get(pk=proposal.pk)
    assert (proposal.number, proposal.village_id, proposal.district_id) == ("33.05.01.2003/1", SRATI, AYAH)
    assert (proposal.volume, proposal.cost, proposal.status) == (120, 150_000_000, "proposed")
    event = Event.objects.get()
    assert (event.kind, event.actor, event.body) == ("proposed", account, "Desa Srati")
    assert event.after["title"] == "Talud jalan Dusun Karang"
    assert Entry.objects.get(action="proposal.proposed").subject == "kecil-2021 33.05.01.2003/1"
    assert verify().intact


def test_the_same_submission_is_one_proposal() -> None:
    forum, account, submission = opened(), village_operator(), uuid4()
    first = propose(forum, content(), submission=submission, actor=account)
    again = propose(forum, content(title="Judul lain"), submission=submission, actor=account)
    assert (again.pk, again.title) == (first.pk, "Talud jalan Dusun Karang")
    assert Event.objects.count() == Proposal.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.create(forum=forum, number="lain", own_number="lain", submission=submission)


def test_a_submission_of_somebody_else_is_not_given_away() -> None:
    forum, submission = opened(), uuid4()
    propose(forum, content(), submission=submission, actor=village_operator())
    with pytest.raises(NotAllowed):
        propose(forum, content(ADIWARNO), submission=submission, actor=village_operator(ADIWARNO))


def test_two_proposals_of_a_village_have_two_numbers() -> None:
    forum, account = opened(), village_operator()
    assert [made(forum, account).number for _ in range(2)] == [f"{SRATI}/1", f"{SRATI}/2"]


@pytest.mark.parametrize(
    ("who", "place", "may"),
    [
        (village_operator, SRATI, True),
        (village_operator, JINTUNG, False),
        (village_operator, AYAH, False),
        (district_operator, AYAH, True),
        (district_operator, JINTUNG, True),
        (district_operator, ADIWARNO, False),
        (district_operator, BUAYAN, False),
        (office, ADIWARNO, True),
    ],
)
def test_each_proposes_for_its_own_places(who: Any, place: str, may: bool) -> None:
    forum, account = opened(), who()
    if may:
        assert made(forum, account, place=place).pk
    else:
        with pytest.raises(NotAllowed):
            made(forum, account, place=place)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 601}, "title"),
        ({"volume": None}, "volume"),
        ({"volume": Decimal(0)}, "volume"),
        ({"volume": Decimal(10**13)}, "volume"),
        ({"unit": " "}, "unit"),
        ({"cost": 0}, "cost"),
        ({"cost": 10**16}, "cost"),
        ({"source": "x"}, "source"),
        ({"latitude": Decimal("-7.7")}, "latitude"),
        ({"latitude": Decimal(91), "longitude": Decimal(109)}, "latitude"),
        ({"rt": "1" * 11}, "rt"),
    ],
)
def test_what_is_missing_or_cannot_be_is_told_by_field(more: dict[str, Any], field: str) -> None:
    forum, account = opened(), village_operator()
    with pytest.raises(Incomplete) as wrong:
        made(forum, account, **more)
    assert set(wrong.value.fields) == {field}
    assert not Proposal.objects.exists()


def test_a_correction_keeps_the_former_values_and_can_be_undone() -> None:
    forum, account = opened(), village_operator()
    proposal = made(forum, account)
    event = correct(
        proposal,
        content(volume=Decimal("90.5"), cost=None),
        reason="Diukur ulang",
        seen=last_event(proposal),
        actor=account,
    )
    assert event is not None
    assert (event.before, event.after) == ({"volume": "120", "cost": 150_000_000}, {"volume": "90.5", "cost": None})
    undo(event, actor=account)
    proposal.refresh_from_db()
    assert (proposal.volume, proposal.cost) == (120, 150_000_000)
    assert [one.kind for one in proposal.events.all()] == ["proposed", "corrected", "undone"]
    with pytest.raises(NotReady):
        undo(event, actor=account)


def test_nobody_overwrites_what_they_did_not_see() -> None:
    forum, account = opened(), village_operator()
    proposal = made(forum, account)
    seen = last_event(proposal)
    correct(proposal, content(cost=1), reason="satu", seen=seen, actor=account)
    with pytest.raises(NotReady):
        correct(proposal, content(cost=2), reason="dua", seen=seen, actor=district_operator())


def test_a_correction_needs_a_reason_and_one_of_nothing_is_no_event() -> None:
    forum, account = opened(), village_operator()
    proposal = made(forum, account)
    seen = last_event(proposal)
    with pytest.raises(Incomplete):
        correct(proposal, content(cost=1), reason=" ", seen=seen, actor=account)
    assert correct(proposal, content(), reason="tidak ada", seen=seen, actor=account) is None


def test_an_older_deed_is_not_undone_over_a_newer_one() -> None:
    forum, account = opened(), village_operator()
    proposal = made(forum, account)
    first = correct(proposal, content(cost=1), reason="satu", seen=last_event(proposal), actor=account)
    correct(proposal, content(cost=2), reason="dua", seen=last_event(proposal), actor=account)
    with pytest.raises(NotReady):
        undo(first, actor=account)  # type: ignore[arg-type]


def test_a_withdrawn_proposal_is_out_of_the_decision_until_it_comes_back() -> None:
    forum = ready()
    proposal, account = numbered("U-1"), village_operator()
    event = withdraw(proposal, reason="Sudah dibangun dengan dana desa.", actor=account)
    inputs = gather(forum, "ranked")
    assert "U-1" not in {row["id"] for row in inputs["proposals"]}
    assert not [row for row in [*inputs["marks"], *inputs["conflicts"]] if row[1] == "U-1"]
    assert not [who for who, approved in inputs["ballots"] if "U-1" in approved]
    decision = decide(forum, actor=actor())
    assert not decision.outcomes.filter(proposal=proposal).exists()
    with pytest.raises(NotReady):
        withdraw(proposal, reason="lagi", actor=account)
    undo(event, actor=account)
    assert "U-1" in {row["id"] for row in gather(forum, "ranked")["proposals"]}


def test_others_neither_withdraw_nor_undo() -> None:
    forum_with_proposals()
    proposal = numbered("U-1")
    with pytest.raises(NotAllowed):
        withdraw(proposal, reason="x", actor=village_operator(JINTUNG))
    with pytest.raises(Incomplete):
        withdraw(proposal, reason=" ", actor=district_operator())
    event = withdraw(proposal, reason="x", actor=village_operator())
    with pytest.raises(NotAllowed):
        undo(event, actor=village_operator(ADIWARNO))


def test_nothing_is_proposed_once_the_decision_is_locked() -> None:
    forum = opened()
    Decision.objects.create(
        forum=forum, rule="ranked", version="1", inputs_digest="0" * 64, digest="1" * 64, document=b"", summary={},
        audit_head="0" * 64, locked_at="2020-02-12T00:00Z", locked_by=office(),
    )  # fmt: skip
    with pytest.raises(Locked):
        made(forum, village_operator())
