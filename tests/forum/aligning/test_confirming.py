"""What a person says a proposal means stands at once, through every aligning, and can be taken back."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.forum.actions import align
from selaras.forum.actions.confirming import confirm_match, undo_confirmation
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.models import Confirmation, Event, Forum, Proposal, Recommendation
from selaras.government.models import Agency
from selaras.planning.models import Catalogue
from tests.forum.aligning.desk import CLINIC, NEWS, ROAD, UPKEEP, aligned_forum
from tests.forum.proposing.people import agency_planner, district_operator, numbered, office, village_operator
from tests.forum.small_forum import actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return aligned_forum()


def stands(number: str) -> tuple[str, str | None]:
    """The code of a proposal and who carries it out."""
    proposal = Proposal.objects.select_related("handler").get(number=number)
    return proposal.code, proposal.handler.code if proposal.handler else None


@pytest.mark.usefixtures("forum")
def test_the_confirmed_entry_stands_with_who_where_and_when() -> None:
    who = office()
    confirm_match(numbered("1"), UPKEEP, place=2, actor=who)
    assert stands("1") == (UPKEEP, "1.03")
    made = Confirmation.objects.get()
    assert (made.by, made.place, made.text) == (who, 2, "Pembangunan jalan Dusun Siwatu")
    event = Event.objects.get(kind="match_confirmed")
    assert (event.before["code"], event.after["code"]) == (ROAD, UPKEEP)
    assert Entry.objects.filter(action="proposal.match_confirmed").count() == 1


@pytest.mark.parametrize(("code", "place"), [(UPKEEP, 2), (CLINIC, None), ("", None)])
def test_it_survives_aligning_anew(forum: Forum, code: str, place: int | None) -> None:
    confirm_match(numbered("1"), code, place=place, actor=office())
    told = stands("1")
    for _ in range(2):
        align(forum, actor=actor())
    assert stands("1") == told
    assert told[0] == code


def test_another_field_goes_to_the_agency_that_holds_it_and_its_sender_reads_so(forum: Forum) -> None:
    confirm_match(numbered("1"), CLINIC, actor=office())
    assert stands("1") == (CLINIC, "1.02")
    said = Recommendation.objects.get(proposal__number="1")
    assert said.reason.startswith("Diminta kepada Dinas Pekerjaan Umum, tetapi urusan ini dipegang Dinas Kesehatan")
    align(forum, actor=actor())
    assert Recommendation.objects.filter(proposal__number="1", by="aligning").count() == 1


@pytest.mark.usefixtures("forum")
def test_where_a_person_routed_it_it_stays() -> None:
    Proposal.objects.filter(number="1").update(routed=True, handler=Agency.objects.get(code="2.16"))
    confirm_match(numbered("1"), CLINIC, actor=office())
    assert stands("1") == (CLINIC, "2.16")


@pytest.mark.usefixtures("forum")
def test_what_fits_nothing_has_no_code_and_keeps_who_was_asked() -> None:
    confirm_match(numbered("1"), "", actor=office())
    assert stands("1") == ("", "1.03")


def test_taken_back_it_is_as_the_matcher_found_it(forum: Forum) -> None:
    who = office()
    confirm_match(numbered("1"), CLINIC, actor=who)
    undo_confirmation(numbered("1"), actor=who)
    assert stands("1") == (ROAD, "1.03")
    assert not Confirmation.objects.exists()
    assert not Recommendation.objects.filter(proposal__number="1").exists()
    align(forum, actor=actor())
    assert stands("1") == (ROAD, "1.03")


@pytest.mark.usefixtures("forum")
def test_confirming_again_replaces() -> None:
    who = office()
    for code in (UPKEEP, NEWS):
        confirm_match(numbered("1"), code, actor=who)
    assert Confirmation.objects.get().code == NEWS


@pytest.mark.usefixtures("forum")
@pytest.mark.parametrize("code", ["1.03.10.2.01.9999", "1.03.10", "bukan kode"])
def test_only_a_subactivity_of_the_catalogue_can_be_confirmed(code: str) -> None:
    with pytest.raises(NotReady, match="bukan sub kegiatan di katalog"):
        confirm_match(numbered("1"), code, actor=office())
    assert not Confirmation.objects.exists()


@pytest.mark.usefixtures("forum")
def test_an_agency_confirms_its_own_and_can_take_back_what_it_gave_away() -> None:
    roads = agency_planner("1.03")
    confirm_match(numbered("1"), CLINIC, actor=roads)
    undo_confirmation(numbered("1"), actor=roads)
    assert stands("1") == (ROAD, "1.03")


@pytest.mark.usefixtures("forum")
@pytest.mark.parametrize("who", [lambda: agency_planner("1.02"), village_operator, district_operator])
def test_nobody_else_may(who: Any) -> None:
    person = who()
    with pytest.raises(NotAllowed):
        confirm_match(numbered("1"), ROAD, actor=person)
    confirm_match(numbered("1"), ROAD, actor=office())
    with pytest.raises(NotAllowed):
        undo_confirmation(numbered("1"), actor=person)


@pytest.mark.usefixtures("forum")
def test_what_ended_or_waits_is_said_so() -> None:
    who = office()
    with pytest.raises(NotReady, match="belum dipastikan"):
        undo_confirmation(numbered("1"), actor=who)
    Proposal.objects.filter(number="1").update(ending="withdrawn")
    with pytest.raises(NotReady, match="sudah ditarik"):
        confirm_match(numbered("1"), ROAD, actor=who)


def test_in_a_newer_catalogue_it_waits_again(forum: Forum) -> None:
    confirm_match(numbered("6"), CLINIC, actor=office())
    forum.catalogue = Catalogue.objects.get(version="katalog contoh")
    Confirmation.objects.update(catalogue=Catalogue.objects.get(version="katalog lama"))
    align(forum, actor=actor())
    assert stands("6")[0] == ""
