"""Motions: from what is recommended to what is moved; once accepted the decision computes with it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.forum.actions.chairing import add_item
from selaras.forum.actions.moving import (
    Wish,
    accept_motion,
    raise_motion,
    refuse_motion,
    reopen_motion,
    second_motion,
    withdraw_motion,
)
from selaras.forum.errors import Locked, NotAllowed, NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import AgendaItem, Event, Forum, Motion, Proposal, Recommendation
from selaras.people.models import Role
from tests.forum.hall.test_links import lock
from tests.forum.small_forum import ready
from tests.forum.voting.hall import participant
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


@pytest.fixture
def item(forum: Forum) -> AgendaItem:
    return add_item(forum, "Jalan dusun", [proposal("U-1")], actor=secretary())


def proposal(number: str) -> Proposal:
    return Proposal.objects.get(number=number)


def moved(item: AgendaItem, volume: int | None = 300, cost: int | None = 90_000_000) -> Motion:
    wish = Wish(None if volume is None else Decimal(volume), cost, "Separuh jalan sudah dibangun")
    return raise_motion(item, proposal("U-1"), wish, "Kecamatan", actor=secretary())


def computed_with(forum: Forum) -> tuple[Any, Any, str]:
    row = next(one for one in gather(forum, "ranked")["proposals"] if one["id"] == "U-1")
    return row["volume"], row["cost"], row["changed"]


def test_an_accepted_motion_is_what_the_decision_computes_with(forum: Forum, item: AgendaItem) -> None:
    motion = moved(item)
    assert computed_with(forum) == ("400", 120_000_000, ""), "raised is not agreed"
    second_motion(motion, "Masyarakat", actor=secretary())
    accept_motion(motion, actor=secretary())
    volume, cost, reason = computed_with(forum)
    assert (volume, cost) == ("300", 90_000_000)
    assert "Kecamatan" in reason
    assert "Separuh jalan sudah dibangun" in reason
    motion.refresh_from_db()
    assert (motion.state, motion.seconded_by, motion.cost_from) == ("accepted", "Masyarakat", 120_000_000)


def test_an_accepted_motion_stands_on_the_timeline_of_the_proposal(item: AgendaItem) -> None:
    accept_motion(moved(item), actor=secretary())
    event = Event.objects.get(kind="motion_accepted")
    assert event.before == {"volume": "400", "cost": 120_000_000}
    assert event.after == {"volume": "300", "cost": 90_000_000, "element": "Kecamatan"}
    assert Entry.objects.filter(action="proposal.motion_accepted").count() == 1


def test_what_is_not_moved_stays(forum: Forum, item: AgendaItem) -> None:
    accept_motion(moved(item, volume=None), actor=secretary())
    assert computed_with(forum)[:2] == ("400", 90_000_000)
    later = moved(item, volume=350, cost=None)
    assert (later.volume_from, later.cost_from) == (Decimal(400), 90_000_000)
    accept_motion(later, actor=secretary())
    assert computed_with(forum)[:2] == ("350", 90_000_000)


def test_an_acceptance_taken_back_restores_what_stood_before(forum: Forum, item: AgendaItem) -> None:
    first, second = moved(item), None
    accept_motion(first, actor=secretary())
    second = moved(item, volume=200, cost=None)
    accept_motion(second, actor=secretary())
    with pytest.raises(NotReady, match="lebih dahulu"):
        reopen_motion(first, actor=secretary())
    reopen_motion(second, actor=secretary())
    assert computed_with(forum)[:2] == ("300", 90_000_000)
    reopen_motion(first, actor=secretary())
    assert computed_with(forum) == ("400", 120_000_000, "")
    assert not Recommendation.objects.filter(proposal=proposal("U-1"), level="forum").exists()
    assert Motion.objects.get(pk=first.pk).is_open


@pytest.mark.parametrize("end", ["refuse", "withdraw"])
def test_a_motion_that_fails_changes_nothing(forum: Forum, item: AgendaItem, end: str) -> None:
    motion = moved(item)
    if end == "refuse":
        with pytest.raises(NotReady, match="alasan"):
            refuse_motion(motion, " ", actor=secretary())
        refuse_motion(motion, "Jalan itu rusak seluruhnya", actor=secretary())
    else:
        withdraw_motion(motion, actor=secretary())
    assert computed_with(forum) == ("400", 120_000_000, "")
    with pytest.raises(NotReady, match="sudah"):
        accept_motion(motion, actor=secretary())
    reopen_motion(motion, actor=secretary())
    accept_motion(motion, actor=secretary())
    assert computed_with(forum)[1] == 90_000_000


@pytest.mark.parametrize(
    ("volume", "cost", "reason", "told"),
    [
        (None, None, "Sebab", "sama dengan"),
        (Decimal(400), 120_000_000, "Sebab", "sama dengan"),
        (Decimal(300), None, "  ", "alasan"),
        (Decimal(0), None, "Sebab", "lebih dari nol"),
        (None, 0, "Sebab", "lebih dari nol"),
    ],
)
def test_a_motion_that_says_nothing_is_not_taken(
    item: AgendaItem, volume: Decimal | None, cost: int | None, reason: str, told: str
) -> None:
    with pytest.raises(NotReady, match=told):
        raise_motion(item, proposal("U-1"), Wish(volume, cost, reason), "Kecamatan", actor=secretary())
    assert not Motion.objects.exists()


def test_only_who_runs_the_forum_and_only_before_the_lock(item: AgendaItem) -> None:
    motion = moved(item)
    outsider = someone(Role.Kind.PARTICIPANT)
    for deed in (accept_motion, withdraw_motion, reopen_motion):
        with pytest.raises(NotAllowed):
            deed(motion, actor=outsider)
    lock(item.forum)
    with pytest.raises(Locked):
        accept_motion(motion, actor=secretary())


def test_the_form_reads_amounts_as_people_write_them(item: AgendaItem) -> None:
    desk = browser_of(secretary())
    fields = {"proposal": proposal("U-1").pk, "volume": "350,5", "cost": "Rp 95 jt", "reason": "Sebab"}
    shown = desk.post(reverse("motion-raise", args=[item.pk]), fields)
    assert shown.status_code == 400
    assert "Tulis unsur yang berbicara" in shown.content.decode()
    assert "Rp 95 jt" in shown.content.decode(), "what was written stays"
    desk.post(reverse("motion-raise", args=[item.pk]), fields | {"participant": participant("P2").pk})
    motion = Motion.objects.get()
    assert (motion.volume_to, motion.cost_to, motion.element) == (Decimal("350.5"), 95_000_000, "Kecamatan")
    desk.post(reverse("motion-act", args=[motion.pk]), {"act": "accept"})
    motion.refresh_from_db()
    assert motion.state == "accepted"
    assert "disetujui" in desk.get(reverse("agenda-item", args=[item.pk])).content.decode().lower()


def test_a_proposal_that_is_not_in_the_item_is_not_moved_on(item: AgendaItem) -> None:
    desk = browser_of(secretary())
    fields = {"proposal": proposal("U-2").pk, "cost": "50 jt", "reason": "Sebab", "element": "Media"}
    assert desk.post(reverse("motion-raise", args=[item.pk]), fields).status_code == 400
    assert not Motion.objects.exists()
