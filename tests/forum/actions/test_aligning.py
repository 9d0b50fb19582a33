"""Every proposal finds its entry of the catalogue, who would carry it out, and those that say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest
from django.db import connection

from selaras.audit.models import Entry
from selaras.forum.actions import align
from selaras.forum.errors import NotReady
from selaras.forum.models import DuplicateGroup, Forum, Match, Proposal, Recommendation
from tests.forum.small_forum import actor, opened, table_counts, take

pytestmark = pytest.mark.django_db
PROPOSALS = """nomor,usulan,kode desa,rt,volume,satuan,perkiraan biaya,opd
1,Pembangunan jalan Dusun Siwatu,33.05.01.2003,02,400,m,120000000,DPU
2,Pembangunan jalan Dusun Siwatu RT 02,33.05.01.2003,02,400,m,118000000,DPU
3,Pembangunan posyandu Melati,33.05.02.2003,,1,unit,80000000,DPU
4,Pelayanan informasi publik desa,33.05.02.2003,,1,layanan,15000000,
5,xyzzy qwerty,33.05.02.2003,,1,unit,15000000,Dinas Kesehatan
6,xyzzy asdfgh,33.05.01.2005,,1,unit,15000000,
"""


@pytest.fixture
def forum() -> Forum:
    forum = opened()
    take(forum, "proposals", PROPOSALS)
    return forum


def handlers() -> dict[str, str | None]:
    return dict(Proposal.objects.values_list("number", "handler__code"))


def test_a_proposal_takes_the_code_of_the_entry_it_fits(forum: Forum) -> None:
    align(forum, actor=actor())
    codes = dict(Proposal.objects.values_list("number", "code"))
    assert codes["1"] == codes["2"] == "1.03.10.2.01.0005"
    assert codes["3"] == "1.02.02.2.01.0003"
    assert codes["5"] == codes["6"] == ""
    best = Match.objects.get(proposal__number="3").best[0]
    assert (best["code"], best["name"]) == ("1.02.02.2.01.0003", "Pembangunan Posyandu")
    assert "posyandu" in {word.lower() for word in best["words"]}


def test_who_is_asked_keeps_it_unless_the_field_is_anothers(forum: Forum) -> None:
    align(forum, actor=actor())
    told = handlers()
    assert told["1"] == "1.03"  # asked, and holds the field
    assert told["3"] == "1.02"  # asked of the road agency, but clinics belong to health
    assert told["4"] == "2.16"  # asked of nobody
    assert told["5"] == "1.02"  # the words say nothing, so who was asked keeps it
    assert told["6"] is None
    sent_on = Recommendation.objects.get()
    assert (sent_on.proposal.number, sent_on.level) == ("3", "partner")
    assert sent_on.reason == (
        "Diminta kepada Dinas Pekerjaan Umum, tetapi urusan ini dipegang Dinas Kesehatan; usulan diteruskan ke sana."
    )


def test_proposals_that_say_the_same_stand_in_one_group_with_one_that_leads(forum: Forum) -> None:
    align(forum, actor=actor())
    group = DuplicateGroup.objects.get()
    assert sorted(group.members.values_list("proposal__number", flat=True)) == ["1", "2"]
    assert group.members.filter(leads=True).count() == 1
    assert group.reason


def test_what_align_returns_is_what_the_register_holds(forum: Forum) -> None:
    found = align(forum, actor=actor())
    assert (found.proposals, found.sent_on, found.groups) == (6, 1, 1)
    assert found.fitting == Proposal.objects.exclude(code="").count()
    assert found.handled == Proposal.objects.exclude(handler=None).count()
    assert Entry.objects.get(action="forum.aligned").detail["fitting"] == found.fitting


def test_aligning_again_changes_nothing_but_the_log(forum: Forum) -> None:
    align(forum, actor=actor())
    before, told = table_counts(), handlers()
    keys = list(DuplicateGroup.objects.values_list("key", flat=True))
    align(forum, actor=actor())
    assert table_counts() == before | {"Entry": before["Entry"] + 1}
    assert handlers() == told
    assert list(DuplicateGroup.objects.values_list("key", flat=True)) == keys


@pytest.mark.parametrize("level", ["partner", "forum"])
@pytest.mark.parametrize("by", ["file", "person"])
def test_what_others_recommended_stays(forum: Forum, level: str, by: str) -> None:
    sent_on = Proposal.objects.get(number="3")
    theirs = Recommendation.objects.create(proposal=sent_on, level=level, by=by, cost=100_000_000)
    for _ in range(2):
        align(forum, actor=actor())
    assert Recommendation.objects.filter(pk=theirs.pk).exists()
    assert Recommendation.objects.get(proposal=sent_on, by="aligning").reason.startswith("Diminta kepada")


def test_a_corrected_title_is_aligned_anew(forum: Forum) -> None:
    align(forum, actor=actor())
    take(forum, "proposals", PROPOSALS.replace("xyzzy asdfgh", "Pembangunan posyandu Mawar"))
    align(forum, actor=actor())
    corrected = Proposal.objects.get(number="6")
    assert (corrected.code, corrected.handler.code) == ("1.02.02.2.01.0003", "1.02")


def test_without_a_catalogue_it_says_what_to_do() -> None:
    forum = opened("regions", "agencies")
    with pytest.raises(NotReady, match="Katalog program dan kegiatan masih kosong"):
        align(forum, actor=actor())


def test_a_forum_without_proposals_aligns_to_nothing() -> None:
    found = align(opened(), actor=actor())
    assert (found.proposals, found.groups) == (0, 0)


@contextmanager
def whenever_it_compares(deed: Callable[[], object]) -> Iterator[None]:
    """Have somebody do something each time the comparison begins: it then asks what people confirmed."""

    def hook(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith("SELECT") and '"forum_confirmation"."text"' in sql:
            deed()
        return execute(sql, *rest)

    with connection.execute_wrapper(hook):
        yield


@pytest.mark.django_db(transaction=True)
def test_a_village_sends_while_it_compares_and_is_aligned_too() -> None:
    forum = opened()
    take(forum, "proposals", PROPOSALS)
    more = "nomor,usulan,kode desa,volume,satuan,perkiraan biaya\n7,Pembangunan jalan desa,33.05.02.2003,90,m,9000000\n"

    def send() -> None:
        try:
            take(forum, "proposals", more, sender="Desa lain (contoh)")
        finally:
            connection.close()

    def in_a_browser_of_its_own() -> None:
        other = Thread(target=send)
        other.start()
        other.join()

    with whenever_it_compares(in_a_browser_of_its_own):
        found = align(forum, actor=actor())
    assert found.proposals == 7
    assert Proposal.objects.get(number="7").code == "1.03.10.2.01.0005"


def test_a_register_that_never_rests_is_aligned_all_the_same(forum: Forum) -> None:
    titles: list[str] = []

    def retitle() -> None:
        titles.append(f"Pembangunan posyandu {len(titles)}")
        Proposal.objects.filter(number="6").update(title=titles[-1])

    with whenever_it_compares(retitle):
        found = align(forum, actor=actor())
    assert (found.proposals, len(titles)) == (6, 4)
    assert Proposal.objects.get(number="6").code == "1.02.02.2.01.0003"
