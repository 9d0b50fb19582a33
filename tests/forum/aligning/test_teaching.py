"""What people confirmed teaches the matcher: wordings like those confirmed are matched better than before."""

from __future__ import annotations

import pytest

from selaras.forum.actions import align
from selaras.forum.actions.confirming import confirm_match
from selaras.forum.models import Confirmation, Forum, Match, Proposal
from selaras.forum.teaching import taught
from selaras.planning.models import Catalogue, CatalogueEntry
from tests.forum.aligning.desk import NEWS, ROAD, UPKEEP
from tests.forum.proposing.people import numbered, office
from tests.forum.small_forum import actor, opened, take

pytestmark = pytest.mark.django_db

# `Jembul` and `gendis` are words of no catalogue: what they ask for only the people there know.
TITLES = [
    "Jembul Dusun Siwatu",
    "Jembul Dusun Karang",
    "Jembul RT 02 RW 01",
    "Jembul Krajan",
    "Gendis warga Dusun Siwatu",
    "Gendis warga Dusun Karang",
    "Gendis warga Krajan",
    "Gendis RT 03",
    "Jembul Dusun Kalibening",
    "Gendis Dusun Kalibening",
]
CONFIRMED = {str(at): ROAD for at in range(1, 5)} | {str(at): NEWS for at in range(5, 9)}


@pytest.fixture
def forum() -> Forum:
    forum = opened("regions", "agencies", "crosswalk", "catalogue")
    rows = [f"{at},{title},33.05.01.2003,1,unit,1000000,DPU" for at, title in enumerate(TITLES, 1)]
    take(forum, "proposals", "\n".join(["nomor,usulan,kode desa,volume,satuan,perkiraan biaya,opd", *rows]))
    align(forum, actor=actor())
    return forum


def told(number: str) -> tuple[str, float]:
    """The code of a proposal and how sure the matcher is of it."""
    match = Match.objects.select_related("proposal").get(proposal__number=number)
    return match.proposal.code, match.best[0]["confidence"] if match.best else 0.0


def test_similar_titles_are_matched_better_than_before(forum: Forum) -> None:
    before = {number: told(number) for number in ("9", "10")}
    assert {code for code, _sure in before.values()} <= {""}  # nobody knew these words
    who = office()
    for number, code in CONFIRMED.items():
        confirm_match(numbered(number), code, actor=who)
    align(forum, actor=actor())
    after = {number: told(number) for number in ("9", "10")}
    assert {number: code for number, (code, _sure) in after.items()} == {"9": ROAD, "10": NEWS}
    assert all(after[number][1] > before[number][1] for number in after)
    assert Confirmation.objects.filter(proposal__number__in=("9", "10")).count() == 0  # they were not confirmed


def test_the_very_title_is_matched_as_it_was_confirmed_in_another_village(forum: Forum) -> None:
    confirm_match(numbered("1"), UPKEEP, actor=office())
    Proposal.objects.filter(number="9").update(title="JEMBUL dusun Siwatu")
    align(forum, actor=actor())
    code, sure = told("9")
    assert code == UPKEEP
    assert sure > 0.9


def test_what_fits_nothing_teaches_nothing(forum: Forum) -> None:
    confirm_match(numbered("1"), "", actor=office())
    assert list(taught(forum.catalogue, {ROAD, NEWS})) == []


def test_another_catalogue_teaches_through_the_crosswalk_alone(forum: Forum) -> None:
    confirm_match(numbered("1"), ROAD, actor=office())
    older = Catalogue.objects.get(version="katalog lama")
    codes = set(CatalogueEntry.objects.filter(catalogue=forum.catalogue).values_list("code", flat=True))
    for old_code, new_code in (("1.03.10.2.01.01", ROAD), ("1.03.10.2.01.02", UPKEEP), ("9.99", None), (ROAD, None)):
        Confirmation.objects.update(catalogue=older, code=old_code)
        assert [one.answer for one in taught(forum.catalogue, codes)] == ([new_code] if new_code else [])
