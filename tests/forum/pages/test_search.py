"""Finding proposals: all words, any case, narrowed and sorted, on both databases, in a fixed number of queries."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.forum.models import Forum, Proposal
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db


def _found(**asked: Any) -> list[str]:
    """The titles on the page, in order."""
    page = Client().get(reverse("proposals"), asked).content.decode()
    return re.findall(r'<a href="/usulan/\d+/">([^<]+)</a>', page)


@pytest.fixture
def forum() -> Forum:
    return decided_forum()


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("talud krajan", "Pembangunan talud jalan dusun Krajan"),
        ("KRAJAN Talud", "Pembangunan talud jalan dusun Krajan"),
        ("ambulans argopeni", "Ambulans desa"),
        ("sadang internet", "Internet desa untuk kantor desa dan sekolah"),
        ("u-0019", "Posyandu keliling untuk dusun terpencil"),
    ],
)
def test_all_words_must_appear_somewhere_in_any_case(forum: Forum, words: str, first: str) -> None:
    assert _found(q=words) == [first]


@pytest.mark.parametrize("words", ["talud ambulans", "100%", "_", "'; drop table", "tidakada"])
def test_no_match_says_what_to_try(forum: Forum, words: str) -> None:
    assert _found(q=words) == []
    assert "Tidak ada usulan yang cocok" in Client().get(reverse("proposals"), {"q": words}).content.decode()


def test_what_is_masked_on_the_page_cannot_be_found_by_guessing(forum: Forum) -> None:
    hidden = Proposal.objects.get(number="U-0012")
    hidden.title = "Jalan ke rumah, hubungi 0812-3456-7890"
    hidden.save()
    assert len(_found(q="jalan rumah hubungi")) == 1
    assert _found(q="0812-3456-7890") == []
    assert _found(q="jalan 0812") == []


def test_a_proposal_that_was_withdrawn_is_not_called_proposed(forum: Forum) -> None:
    forum.proposals.filter(number="U-0001").update(ending="withdrawn", status="proposed")
    page = Client().get(reverse("proposals"), {"q": "u-0001"}).content.decode()
    assert re.findall(r"</svg>([^<]+)</span>\s*</td>", page) == ["Ditarik"]


def test_filters_narrow_together(forum: Forum) -> None:
    assert len(_found(kecamatan="33.05.22", status="rejected")) == 5
    assert _found(kecamatan="33.05.22", desa="33.05.22.2002", asal="dprd") == ["Rehab rumah tidak layak huni"]
    diskominfo = forum.host
    assert diskominfo
    assert len(_found(opd=diskominfo.pk)) == 6


def test_a_village_is_asked_for_once_its_district_is_chosen(forum: Forum) -> None:
    without = Client().get(reverse("proposals")).content.decode()
    chosen = Client().get(reverse("proposals"), {"kecamatan": "33.05.22"}).content.decode()
    assert 'name="desa"' not in without
    assert 'name="desa"' in chosen
    assert "Seboro" in chosen
    assert ">Jatijajar</option>" not in chosen


@pytest.mark.parametrize("wrong", [{"kecamatan": "99"}, {"status": "hilang"}, {"opd": "x"}, {"urut": "acak"}])
def test_an_unknown_choice_is_left_out_and_said(forum: Forum, wrong: dict[str, str]) -> None:
    page = Client().get(reverse("proposals"), wrong).content.decode()
    assert "Ada pilihan yang tidak dikenal" in page
    assert len(_found(**wrong)) == 20


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("rank", "Perbaikan jembatan gantung Kali Jatinegara"),
        ("number", "Rehab jln lingkungan RT 02 RW 01"),
        ("dear", "Pengaspalan jalan provinsi di batas desa"),
        ("cheap", "Alat timbang bayi posyandu"),
        ("place", "Pembangunan talud jalan dusun Krajan"),
    ],
)
def test_sorting_puts_the_unknown_last(forum: Forum, order: str, first: str) -> None:
    assert _found(urut=order)[0] == first
    if order != "place":
        last = _found(urut=order, hal=2)[-1]
        assert last == {"number": "Usulan susulan: pagar balai desa", "rank": "Usulan susulan: pagar balai desa"}.get(
            order, "Bantuan modal usaha"
        )


@pytest.mark.parametrize(("page", "shown"), [("1", 20), ("2", 11), ("99", 11), ("x", 20), ("-1", 11)])
def test_pages_of_twenty(forum: Forum, page: str, shown: int) -> None:
    assert len(_found(hal=page)) == shown


def test_the_pager_keeps_what_was_asked(forum: Forum) -> None:
    page = Client().get(reverse("proposals"), {"q": "a", "urut": "dear"}).content.decode()
    assert 'href="?q=a&amp;urut=dear&amp;hal=2"' in page


def test_a_ceiling_leads_to_the_proposals_it_stopped(forum: Forum) -> None:
    decision = forum.decisions.get()
    ceiling = "district:33.05.22"
    stopped = {
        outcome.proposal.title
        for outcome in decision.outcomes.filter(reason="ceiling").select_related("proposal")
        if any(tight["ceiling"] == ceiling for tight in outcome.detail["binding"])
    }
    assert set(_found(pagu=ceiling)) == stopped
    assert len(stopped) == 5
    assert _found(pagu="district:00") == []


def test_the_number_of_queries_does_not_grow(forum: Forum, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    # forum, decision, form choices (district, agency), keys, page; two more of the district's villages and its check;
    # the banner's forum
    client = Client()
    with django_assert_num_queries(7):
        client.get(reverse("proposals"))
    with django_assert_num_queries(9):
        client.get(reverse("proposals"), {"q": "jalan", "kecamatan": "33.05.22"})
    like = Proposal.objects.get(number="U-0002")
    for at in range(30):
        like.pk, like.number, like.own_number = None, f"V-{at}", f"V-{at}"
        like.save()
    with django_assert_num_queries(7):
        client.get(reverse("proposals"))


def test_two_forums_do_not_mix(forum: Forum) -> None:
    older = Forum.objects.create(slug="lama", cycle=forum.cycle, name="Forum lama", held_on="2019-02-11")
    Proposal.objects.create(forum=older, number="L-1", sender="x", own_number="1", source="village", title="Lama")
    assert _found(q="lama") == []
