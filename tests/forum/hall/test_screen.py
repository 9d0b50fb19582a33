"""The projector: what is on the floor with its facts, who is here, a round and its result after the closing only."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selaras.forum.actions.attending import check_in
from selaras.forum.actions.casting import Answer, cast
from selaras.forum.actions.chairing import add_item, go_on, take_up
from selaras.forum.actions.holding_rounds import close_round
from selaras.forum.actions.moving import Wish, raise_motion
from selaras.forum.models import Forum, Participant, Proposal
from selaras.people.models import Role
from tests.forum.small_forum import ready
from tests.forum.voting.hall import Kind, item, opened_round, participant
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


@pytest.fixture
def projector() -> Client:
    """Signed in as somebody who may look and do nothing."""
    return browser_of(someone(Role.Kind.OBSERVER))


def shown(projector: Client) -> str:
    text = projector.get(reverse("screen-part")).content.decode()
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def on(*numbers: str) -> list[Proposal]:
    return list(Proposal.objects.filter(number__in=numbers).order_by("number"))


def test_before_the_first_item_it_shows_who_is_here(forum: Forum, projector: Client) -> None:
    add_item(forum, "Pembukaan", actor=secretary())
    text = shown(projector)
    assert "Sidang segera dimulai" in text
    assert "<strong>2</strong> dari 3 peserta hadir" in text
    assert "Berikutnya: Pembukaan" in text


def test_a_proposal_on_the_floor_with_its_facts_and_ceilings(forum: Forum, projector: Client) -> None:
    take_up(add_item(forum, "Jalan", on("U-1"), actor=secretary()), actor=secretary())
    text = shown(projector)
    for told in ("Pembangunan jalan Dusun Siwatu", "U-1 · Srati", "400 m", "Rp 120.000.000"):
        assert told in text
    # DPU: 420 million, of which the draft plan takes 150
    assert "<strong>Pagu DPU</strong> tinggal Rp 270.000.000" in text
    assert "<strong>Pagu Kecamatan Ayah</strong> tinggal Rp 200.000.000" in text


def test_a_group_shows_its_sum_and_only_the_ceilings_over_all_of_it(forum: Forum, projector: Client) -> None:
    take_up(add_item(forum, "Ayah dan Buayan", on("U-1", "U-4"), actor=secretary()), actor=secretary())
    text = shown(projector)
    assert "Rp 200.000.000" in text, "120 and 80 million"
    assert "Pagu seluruh daerah" in text
    assert "Pagu DPU" not in text


def test_a_motion_shows_from_what_to_what(forum: Forum, projector: Client) -> None:
    one = add_item(forum, "Jalan", on("U-1"), actor=secretary())
    take_up(one, actor=secretary())
    raise_motion(one, on("U-1")[0], Wish(None, 90_000_000, "Cukup"), "Kecamatan", actor=secretary())
    assert "biaya Rp 120.000.000 → Rp 90.000.000" in shown(projector)


def test_votes_show_as_counts_until_the_round_is_closed(forum: Forum, projector: Client) -> None:
    first = add_item(forum, "Jalan", on("U-1"), actor=secretary())
    add_item(forum, "Penutup", actor=secretary())
    take_up(first, actor=secretary())
    round_ = opened_round(forum, Kind.QUESTION)
    cast(round_, [Answer(item(round_, None), "yes")], actor=participant("P1"))
    text = shown(projector)
    assert "1 dari 3 pemilih yang hadir sudah memberi suara" in text
    assert "Setuju" not in text
    close_round(round_, actor=secretary())
    assert "Setuju" in shown(projector)
    go_on(forum, first, actor=secretary())
    assert "Setuju" not in shown(projector), "the next item brings its own"


def test_a_vote_cast_renews_the_screen(forum: Forum, projector: Client) -> None:
    round_ = opened_round(forum, Kind.QUESTION)
    tag = projector.get(reverse("screen-part")).headers["ETag"]
    same = {"if-none-match": tag}
    assert projector.get(reverse("screen-part"), headers=same).status_code == 304
    cast(round_, [Answer(item(round_, None), "yes")], actor=participant("P1"))
    assert projector.get(reverse("screen-part"), headers=same).status_code == 200


def test_an_unchanged_screen_costs_few_queries(forum: Forum, projector: Client) -> None:
    take_up(add_item(forum, "Jalan", on("U-1"), actor=secretary()), actor=secretary())
    tag = projector.get(reverse("screen-part")).headers["ETag"]
    with CaptureQueriesContext(connection) as asked:
        assert projector.get(reverse("screen-part"), headers={"if-none-match": tag}).status_code == 304
    assert len(asked) <= 7
    Participant.objects.filter(number="P3").update(present=False)
    check_in(participant("P3"), actor=secretary())
    assert projector.get(reverse("screen-part"), headers={"if-none-match": tag}).status_code == 200


def test_names_of_private_persons_are_masked(forum: Forum, projector: Client) -> None:
    Proposal.objects.filter(number="U-1").update(title="Jalan ke rumah Bapak Sutarjo 0812-3456-7890")
    take_up(add_item(forum, "Jalan", on("U-1"), actor=secretary()), actor=secretary())
    text = shown(projector)
    assert "Jalan ke rumah" in text
    assert not [private for private in ("Sutarjo", "0812-3456-7890") if private in text]


def test_it_is_for_who_works_on_the_forum(forum: Forum) -> None:
    assert Client().get(reverse("screen")).status_code == 302
