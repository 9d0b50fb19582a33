"""Districts and agencies support a proposal or not, with volume and cost; a refusal or a change has its reason."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from selaras.forum.actions.recommending import Word, recommend, recommend_many
from selaras.forum.actions.undoing import undo
from selaras.forum.errors import Incomplete, NotAllowed, NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import Event, Proposal, Recommendation
from tests.counting import queries_of
from tests.forum.proposing.people import (
    BUAYAN,
    agency_planner,
    copies_of,
    district_operator,
    forum_with_proposals,
    numbered,
    office,
    village_operator,
)
from tests.forum.small_forum import ready
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db

YES = Word(True)


def test_a_word_is_kept_with_who_said_it_and_what_was_said_before() -> None:
    forum_with_proposals()
    account = district_operator()
    recommend(numbered("U-1"), "district", Word(True, cost=100_000_000, reason="Harga satuan 2021."), actor=account)
    said = recommend(numbered("U-1"), "district", Word(False, reason="Bukan prioritas."), actor=account)
    assert (said.supports, said.by, said.made_by, said.changes) == (False, "person", account, False)
    first, second = Event.objects.order_by("pk")
    assert first.before is None
    assert (first.after["cost"], first.after["changes"]) == (100_000_000, True)
    assert (second.before["cost"], second.after["supports"]) == (100_000_000, False)
    assert second.body == "Kecamatan Ayah"


@pytest.mark.parametrize(
    ("who", "level", "number", "may"),
    [
        (district_operator, "district", "U-1", True),
        (district_operator, "district", "U-4", False),
        (lambda: district_operator(BUAYAN), "district", "U-4", True),
        (district_operator, "agency", "U-1", False),
        (agency_planner, "agency", "U-1", True),
        (agency_planner, "agency", "U-4", False),
        (agency_planner, "district", "U-1", False),
        (office, "partner", "U-1", True),
        (office, "district", "U-1", False),
        (office, "forum", "U-1", False),
        (village_operator, "village", "U-1", False),
    ],
)
def test_each_level_speaks_for_itself(who: Any, level: str, number: str, may: bool) -> None:
    forum_with_proposals()
    if may:
        assert recommend(numbered(number), level, YES, actor=who()).level == level
    else:
        with pytest.raises(NotAllowed):
            recommend(numbered(number), level, YES, actor=who())


@pytest.mark.parametrize(
    ("word", "field"),
    [
        (Word(False), "reason"),
        (Word(True, cost=1), "reason"),
        (Word(True, volume=Decimal(1)), "reason"),
        (Word(False, reason="  "), "reason"),
        (Word(True, cost=0, reason="x"), "cost"),
        (Word(True, volume=Decimal(-1), reason="x"), "volume"),
    ],
)
def test_a_refusal_or_a_change_needs_its_reason(word: Word, field: str) -> None:
    forum_with_proposals()
    with pytest.raises(Incomplete) as wrong:
        recommend(numbered("U-1"), "district", word, actor=district_operator())
    assert set(wrong.value.fields) == {field}
    assert not Recommendation.objects.exists()


@pytest.mark.parametrize("lacking", [{"supports": False}, {"supports": True, "changes": True, "cost": 1}])
def test_the_database_too_keeps_none_without_a_reason(lacking: dict[str, Any]) -> None:
    forum_with_proposals()
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.create(proposal=numbered("U-1"), level="district", **lacking)


def test_the_amounts_asked_for_are_no_change() -> None:
    forum_with_proposals()
    word = Word(True, volume=Decimal("400.000"), cost=120_000_000)
    assert not recommend(numbered("U-1"), "district", word, actor=district_operator()).changes


def test_what_a_level_recommends_goes_into_the_decision() -> None:
    forum = ready()
    recommend(numbered("U-2"), "agency", Word(True, cost=70_000_000, reason="Survei."), actor=agency_planner())
    row = next(row for row in gather(forum, "ranked")["proposals"] if row["id"] == "U-2")
    assert (row["cost"], row["changed"]) == (70_000_000, "Survei.")


def test_many_at_once_or_none() -> None:
    forum_with_proposals()
    account = district_operator()
    own = list(Proposal.objects.filter(district="33.05.01").select_related("forum"))
    assert recommend_many(own, "district", YES, actor=account) == len(own) == 4
    with pytest.raises(NotAllowed):
        recommend_many([*own, numbered("U-4")], "district", Word(False, reason="x"), actor=account)
    assert not Recommendation.objects.filter(supports=False).exists()
    with pytest.raises(NotReady):
        recommend_many([], "district", YES, actor=account)
    with pytest.raises(NotReady):
        recommend_many(own, "district", Word(True, cost=1, reason="x"), actor=account)


def test_a_word_taken_back_leaves_what_stood_before_it() -> None:
    forum_with_proposals()
    account = district_operator()
    recommend(numbered("U-1"), "district", Word(True, volume=Decimal("350.5"), reason="Ukur."), actor=account)
    recommend(numbered("U-1"), "district", Word(False, reason="Tidak."), actor=account)
    first, second = Event.objects.order_by("pk")
    with pytest.raises(NotReady):
        undo(first, actor=account)
    undo(second, actor=account)
    said = Recommendation.objects.get()
    assert (said.supports, said.volume, said.changes, said.made_by) == (True, Decimal("350.5"), True, account)
    undo(first, actor=account)
    assert not Recommendation.objects.exists()


def test_a_longer_list_asks_no_more_of_the_database() -> None:
    forum_with_proposals()
    client, address = browser_of(district_operator()), reverse("recommend-list")
    client.get(address)
    few = queries_of(client.get, address)
    copies_of("U-1", 12)
    assert "16 usulan menunggu rekomendasi" in client.get(address).content.decode()
    assert queries_of(client.get, address) == few


def test_the_list_holds_what_waits_and_many_are_answered_from_it() -> None:
    forum_with_proposals()
    client = browser_of(district_operator())
    address = reverse("recommend-list")
    text = client.get(address).content.decode()
    assert "4 usulan menunggu rekomendasi" in text
    keys = list(Proposal.objects.filter(number__in=["U-1", "U-2"]).values_list("pk", flat=True))
    text = client.post(address, {"pilih": keys, "supports": "0", "reason": ""}, follow=True).content.decode()
    assert "Tulis alasan tidak mendukung." in text
    text = client.post(address, {"pilih": keys, "supports": "1"}, follow=True).content.decode()
    assert "2 usulan sudah direkomendasikan." in text
    assert "2 usulan menunggu rekomendasi" in text
    assert "2 usulan sudah direkomendasikan" in client.get(address, {"keadaan": "sudah"}).content.decode()


def test_one_after_the_other_the_dearest_first() -> None:
    forum_with_proposals()
    client = browser_of(district_operator())
    form = {"supports": "1", "volume": "400", "cost": "100 jt", "reason": "", "next": "1"}
    page = reverse("recommend", args=[numbered("U-1").pk])
    assert "Tulis alasan volume atau biayanya berubah." in client.post(page, form).content.decode()
    onward = client.post(page, {**form, "reason": "Harga satuan."})
    assert onward.headers["Location"].startswith(reverse("recommend", args=[numbered("U-3").pk]))
    assert "Harga satuan." in client.get(page).content.decode()


def test_others_do_not_come_in() -> None:
    forum_with_proposals()
    assert browser_of(village_operator()).get(reverse("recommend-list")).status_code == 403
    page = reverse("recommend", args=[numbered("U-4").pk])
    assert browser_of(district_operator()).get(page).status_code == 403
