"""Merged, split, sent on: every original stays with its author, says why, and can be had back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from selaras.audit.queries import verify
from selaras.forum.actions import align, decide
from selaras.forum.actions.proposing import withdraw
from selaras.forum.actions.recommending import Word, recommend
from selaras.forum.actions.reshaping import Piece, merge, reroute, split
from selaras.forum.actions.undoing import undo
from selaras.forum.errors import Incomplete, NotAllowed, NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import Event, Forum, Lineage, Proposal
from selaras.government.models import Agency
from tests.counting import queries_of
from tests.forum.proposing.people import (
    BUAYAN,
    agency_planner,
    district_operator,
    forum_with_proposals,
    numbered,
    office,
    village_operator,
)
from tests.forum.small_forum import actor, ready
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db

PIECES = [Piece("Jalan bagian barat", Decimal(150), 50_000_000), Piece("Jalan bagian timur", Decimal(250), 70_000_000)]


def deciding(forum: Forum) -> set[str]:
    return {row["id"] for row in gather(forum, "ranked")["proposals"]}


def merged(account: Any) -> Event:
    return merge(
        [numbered("U-3")], numbered("U-1"), volume=Decimal(500), cost=130_000_000, reason="Ruas sama", actor=account
    )


def test_a_merged_proposal_goes_into_another_and_stays_to_be_read() -> None:
    forum, account = ready(), district_operator()
    event = merged(account)
    assert numbered("U-3").ending == "merged"
    assert (numbered("U-1").volume, numbered("U-1").cost) == (500, 130_000_000)
    assert Lineage.objects.get().result.number == "U-1"
    assert deciding(forum) == {f"U-{at}" for at in (1, 2, 4, 5, 6, 7, 8, 9)}
    assert event.before == {"volume": "400", "cost": 120_000_000}
    assert [one.proposal.number for one in Event.objects.filter(kind="merged").order_by("pk")] == ["U-3", "U-1"]


def test_a_merge_is_undone_whole_by_the_proposal_that_took_the_others_in() -> None:
    forum, account = ready(), district_operator()
    event = merged(account)
    other = Event.objects.get(kind="merged", proposal=numbered("U-3"))
    with pytest.raises(NotAllowed):
        undo(other, actor=account)
    undo(event, actor=account)
    assert numbered("U-3").ending == ""
    assert (numbered("U-1").volume, numbered("U-1").cost) == (400, 120_000_000)
    assert not Lineage.objects.exists()
    assert len(deciding(forum)) == 9
    assert Event.objects.filter(kind="undone").count() == 2
    assert verify().intact


def test_what_was_built_on_a_merge_is_not_torn_down_with_it() -> None:
    ready()
    account = district_operator()
    event = merged(account)
    Proposal.objects.filter(number="U-1").update(cost=1)
    with pytest.raises(NotReady):
        undo(event, actor=account)
    assert numbered("U-3").ending == "merged"


@pytest.mark.parametrize(
    ("who", "origins", "wrong"),
    [
        (village_operator, ["U-3"], NotAllowed),
        (lambda: district_operator(BUAYAN), ["U-3"], NotAllowed),
        (district_operator, ["U-4"], NotAllowed),
        (district_operator, ["U-1"], NotReady),
        (district_operator, [], NotReady),
    ],
)
def test_who_may_not_merge_what(who: Any, origins: list[str], wrong: type[Exception]) -> None:
    ready()
    with pytest.raises(wrong):
        merge([numbered(one) for one in origins], numbered("U-1"), reason="x", actor=who())
    assert not Lineage.objects.exists()


def test_nothing_is_merged_twice_nor_without_a_reason() -> None:
    ready()
    account = office()
    with pytest.raises(Incomplete):
        merge([numbered("U-3")], numbered("U-1"), reason=" ", actor=account)
    merge([numbered("U-3")], numbered("U-1"), reason="sama", actor=account)
    with pytest.raises(NotReady):
        merge([numbered("U-3")], numbered("U-2"), reason="sama", actor=account)
    with pytest.raises(IntegrityError), transaction.atomic():
        Lineage.objects.create(origin=numbered("U-3"), result=numbered("U-2"), kind="merged")


def test_the_pieces_of_a_split_compete_in_place_of_the_whole() -> None:
    forum = ready()
    made = split(numbered("U-1"), PIECES, reason="Dua ruas", actor=office())
    assert [one.number for one in made] == ["U-1-1", "U-1-2"]
    assert {(one.village_id, one.handler_id) for one in made} == {
        (numbered("U-1").village_id, numbered("U-1").handler_id)
    }
    assert deciding(forum) >= {"U-1-1", "U-1-2"}
    assert "U-1" not in deciding(forum)


def test_a_split_is_undone_unless_a_piece_was_touched() -> None:
    forum, account = ready(), office()
    made = split(numbered("U-1"), PIECES, reason="Dua ruas", actor=account)
    event = Event.objects.get(kind="split")
    word = recommend(made[0], "partner", Word(False, reason="x"), actor=account)
    with pytest.raises(NotReady):
        undo(event, actor=account)
    assert word.pk
    undo(Event.objects.get(kind="recommended"), actor=account)
    with pytest.raises(NotReady):  # a piece that was touched, and touched back, still has its own history
        undo(event, actor=account)
    fresh = split(numbered("U-2"), PIECES, reason="Dua ruas", actor=account)
    undo(Event.objects.get(kind="split", proposal=numbered("U-2")), actor=account)
    assert numbered("U-2").ending == ""
    assert {Proposal.objects.get(pk=one.pk).ending for one in fresh} == {"withdrawn"}
    assert deciding(forum) & {"U-2", "U-2-1"} == {"U-2"}


@pytest.mark.parametrize("pieces", [PIECES[:1], [], [PIECES[0], Piece(" ", Decimal(1), 1)]])
def test_a_split_needs_two_whole_pieces(pieces: list[Piece]) -> None:
    ready()
    with pytest.raises(Incomplete):
        split(numbered("U-1"), pieces, reason="x", actor=office())
    assert numbered("U-1").ending == ""


def test_sent_on_it_is_the_other_agencys_and_aligning_leaves_it_there() -> None:
    forum = forum_with_proposals()
    align(forum, actor=actor())
    health, planner = Agency.objects.get(code="1.02"), agency_planner()
    reroute(numbered("U-1"), health, reason="Jalan menuju puskesmas.", actor=planner)
    align(forum, actor=actor())
    proposal = numbered("U-1")
    assert (proposal.handler, proposal.agency, proposal.routed) == (health, Agency.objects.get(code="1.03"), True)
    event = Event.objects.get(kind="rerouted")
    with pytest.raises(NotAllowed):
        undo(event, actor=agency_planner("1.02"))
    undo(event, actor=planner)
    assert not numbered("U-1").routed


@pytest.mark.parametrize("who", [village_operator, district_operator, lambda: agency_planner("1.02")])
def test_only_the_office_and_the_agency_asked_send_on(who: Any) -> None:
    forum_with_proposals()
    with pytest.raises(NotAllowed):
        reroute(numbered("U-1"), Agency.objects.get(code="2.16"), reason="x", actor=who())


def test_to_itself_or_without_a_reason_nothing_is_sent_on() -> None:
    forum_with_proposals()
    account = office()
    with pytest.raises(NotReady):
        reroute(numbered("U-1"), Agency.objects.get(code="1.03"), reason="x", actor=account)
    with pytest.raises(Incomplete):
        reroute(numbered("U-1"), Agency.objects.get(code="1.02"), reason="", actor=account)


def test_pages_merge_split_and_send_on() -> None:
    ready()
    client = browser_of(office())
    one = numbered("U-1")
    page = client.get(reverse("proposal-merge", args=[one.pk])).content.decode()
    assert "U-3" in page  # found to be the same before
    text = client.post(reverse("proposal-merge", args=[one.pk]), {"numbers": "U-3, U-99", "reason": "x"})
    assert "Usulan U-99 tidak ada dalam forum ini." in text.content.decode()
    client.post(reverse("proposal-merge", args=[one.pk]), {"numbers": "U-3", "reason": "Ruas sama"})
    assert numbered("U-3").ending == "merged"
    two = numbered("U-2")
    half = {"title1": "Barat", "volume1": "1", "cost1": "1 jt", "title2": "Timur", "reason": "x"}
    assert (
        "Lengkapi usulan, volume, dan biaya"
        in client.post(reverse("proposal-split", args=[two.pk]), half).content.decode()
    )
    client.post(reverse("proposal-split", args=[two.pk]), half | {"volume2": "2", "cost2": "2 jt"})
    assert Lineage.objects.filter(kind="split").count() == 2
    four = numbered("U-4")
    health = Agency.objects.get(code="2.16")
    client.post(reverse("proposal-reroute", args=[four.pk]), {"agency": health.pk, "reason": "Jaringan"})
    assert numbered("U-4").handler == health


def test_the_history_names_accounts_to_who_works_here_and_the_public_reads_bodies() -> None:
    forum, account = ready(), district_operator()
    withdraw(numbered("U-1"), reason="Hubungi Bapak Sutarjo 0812-3456-7890.", actor=account)
    page = reverse("proposal-desk", args=[numbered("U-1").pk])
    text = browser_of(office()).get(page).content.decode()
    assert "Kecamatan-33.05.01 (contoh), Kecamatan Ayah" in text
    assert "0812-3456-7890" not in text
    assert "Batalkan tindakan ini" in text
    assert "Batalkan tindakan ini" not in browser_of(agency_planner()).get(page).content.decode()
    decide(forum, actor=actor())
    public = Client().get(reverse("proposal", args=[numbered("U-1").pk])).content.decode()
    assert "Kecamatan Ayah</span></p>" in public
    assert "33.05.01 (contoh)" not in public
    assert "0812-3456-7890" not in public


def test_the_history_takes_a_constant_number_of_queries() -> None:
    ready()
    account, client = office(), browser_of(person("bappeda-2", "planner"))
    page = reverse("proposal-desk", args=[numbered("U-1").pk])
    counts = []
    for deeds in (1, 11):
        for at in range(deeds):
            undo(withdraw(numbered("U-1"), reason=str(at), actor=account), actor=account)
        client.get(page)
        counts.append(queries_of(client.get, page))
    assert counts[0] == counts[1]
    assert client.get(page).content.decode().count("sudah dibatalkan") == 12
