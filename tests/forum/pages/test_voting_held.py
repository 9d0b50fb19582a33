"""The secretary's pages of the voting, and what the public reads of it: counts until the closing, then the result."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from selaras.forum.actions.holding_rounds import close_round
from selaras.forum.errors import NotReady
from selaras.forum.models import Forum, Round
from selaras.forum.pages.hall.present import COOKIE, participant_token
from selaras.forum.voting.screen import on_screen
from selaras.forum.voting.tally import tally
from selaras.people.models import Role
from tests.counting import queries_of
from tests.forum.small_forum import ready
from tests.forum.voting.hall import Kind, answer, everybody_in, marks, opened_round, participant
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


@pytest.fixture
def desk() -> Client:
    return browser_of(secretary())


def form(**wanted: str) -> dict[str, str]:
    return {"title": "Penilaian Ayah", "kind": "scoring", "secret": "", "numbers": ""} | wanted


def test_from_the_form_to_the_result(forum: Forum, desk: Client) -> None:
    everybody_in(forum)
    shown = desk.post(reverse("new-round"), form(numbers="U-4, U-1"), follow=True)
    assert "Ronde disiapkan" in shown.content.decode()
    round_ = Round.objects.get()
    assert [one.proposal.number for one in round_.items.all() if one.proposal] == ["U-4", "U-1"]
    address = reverse("round", args=[round_.pk])
    assert "Peserta yang hadir" in desk.post(address, {"act": "open"}, follow=True).content.decode()
    round_.refresh_from_db()
    answer(round_, "P1", {"U-1": marks(5, 5), "U-4": marks(1, 1)})
    counts = desk.get(reverse("round-progress", args=[round_.pk])).content.decode()
    assert "1 dari 3 pemilih yang hadir" in counts
    assert "1 sudah menilai semua usulan" in counts
    assert "2 pemilih yang hadir belum" in desk.get(address).content.decode()
    desk.post(address, {"act": "close"})
    result = desk.get(reverse("round-results", args=[round_.pk])).content.decode()
    assert "Nilai tertinggi: Pembangunan jalan Dusun Siwatu (100)" in result
    assert "Penilai Satu (contoh)" in result
    desk.post(address, {"act": "reopen", "reason": "Satu penilai terlambat."})
    assert "Satu penilai terlambat." in desk.get(address).content.decode()
    assert desk.get(reverse("round-results", args=[round_.pk])).status_code == 404


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"kind": "approval"}, ["U-1", "U-2", "U-4", "U-5", "U-6", "U-7", "U-8", "U-9"]),  # U-3 is led by U-1
        ({"kind": "approval", "numbers": "U-3\nU-1;U-3"}, ["U-3", "U-1"]),
        ({"kind": "question"}, [None]),
        ({"kind": "question", "numbers": "U-4"}, ["U-4"]),
    ],
)
def test_what_a_round_is_about(forum: Forum, desk: Client, wanted: dict[str, str], numbers: list[str | None]) -> None:
    desk.post(reverse("new-round"), form(**wanted))
    assert list(Round.objects.get().items.values_list("proposal__number", flat=True)) == numbers


def test_a_district_and_an_agency_narrow_the_list(forum: Forum, desk: Client) -> None:
    agency = forum.proposals.get(number="U-5").handler
    assert agency
    desk.post(reverse("new-round"), form(district="33.05.01", agency=str(agency.pk)))
    assert list(Round.objects.get().items.values_list("proposal__number", flat=True)) == ["U-5"]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"numbers": "U-1, U-77"}, "Tidak ada usulan bernomor U-77"),
        ({"title": ""}, "Judul atau pertanyaan"),
        ({"kind": "question", "numbers": "U-1 U-2"}, "paling banyak satu usulan"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    forum: Forum, desk: Client, wanted: dict[str, str], told: str
) -> None:
    page = desk.post(reverse("new-round"), form(**wanted)).content.decode()
    assert told in page
    assert wanted.get("numbers", "") in page
    assert not Round.objects.exists()


def test_no_tendency_is_told_before_the_closing(forum: Forum, desk: Client) -> None:
    round_ = opened_round(forum, Kind.QUESTION)
    answer(round_, "P1", {None: "no"})
    with pytest.raises(NotReady):
        tally(round_)
    for client in (desk, Client()):
        for name in ("round-results", "round-table", "round-file"):
            assert client.get(reverse(name, args=[round_.pk])).status_code == 404
    shown = on_screen(forum)
    assert shown
    assert shown.tally is None


def test_the_screen_shows_the_open_round_then_the_result(forum: Forum) -> None:
    assert on_screen(forum) is None
    first, second = opened_round(forum, Kind.QUESTION), opened_round(forum, Kind.QUESTION)
    answer(first, "P1", {None: "yes"})
    close_round(first, actor=secretary())
    shown = on_screen(forum)
    assert shown
    assert shown.round == second
    close_round(second, actor=secretary())
    shown = on_screen(forum)
    assert shown
    assert (shown.round, shown.tally and shown.tally.ballots) == (second, 0)


def test_named_answers_are_told_to_who_is_in_the_forum_secret_ones_to_nobody(forum: Forum, desk: Client) -> None:
    inside, outside = Client(), Client()
    inside.cookies[COOKIE] = participant_token(participant("P2"))
    for secret in (False, True):
        round_ = opened_round(forum, Kind.QUESTION, secret=secret)
        answer(round_, "P1", {None: "no"})
        close_round(round_, actor=secretary())
        address = reverse("round-file", args=[round_.pk])
        assert outside.get(address).status_code == 404, "the public sees a forum once it has decided"
        for client in (inside, desk):
            told = client.get(address).json()
            assert told["results"] == [
                {"proposal": None, "votes": 1, "yes": 0, "no": 1, "abstain": 0, "means": [], "score": None}
            ]
            said = [{"participant": "P1", "proposal": None, "value": "no"}]
            assert told.get("answers") == (None if secret else said)
            page = client.get(reverse("round-results", args=[round_.pk])).content.decode()
            assert ("Siapa memilih apa</h2>" in page) is not secret
            assert "Penilai Satu (contoh)" in page, "that somebody took part is open"


def test_the_table_neutralises_formulas_and_has_a_row_an_item(forum: Forum, desk: Client) -> None:
    round_ = opened_round(forum, Kind.APPROVAL, on=("U-1", "U-8"))
    answer(round_, "P1", {"U-8": True, "U-1": False})
    close_round(round_, actor=secretary())
    lines = desk.get(reverse("round-table", args=[round_.pk])).content.decode("utf-8-sig").splitlines()
    assert lines == [
        "nomor usulan,usulan,suara,setuju,tidak setuju,abstain",
        "U-8,'=cmd() perbaikan jalan,1,1,0,0",
        "U-1,Pembangunan jalan Dusun Siwatu,1,0,1,0",
    ]


def test_the_score_is_the_weighted_mean_from_0_to_100(forum: Forum) -> None:
    round_ = opened_round(forum, on=("U-1", "U-4"))
    answer(round_, "P1", {"U-1": marks(5, 1), "U-4": {"mendesak": 2}})
    answer(round_, "P2", {"U-1": marks(4, 2)})
    close_round(round_, actor=secretary())
    round_.refresh_from_db()
    found = {one.proposal.number: one for one in tally(round_).results if one.proposal}
    assert [str(mean) for mean in found["U-1"].means] == ["4.5", "1.5"]
    assert str(found["U-1"].score) == "57.5"  # 60 × 3.5/4 + 40 × 0.5/4
    assert (str(found["U-4"].score), found["U-4"].votes) == ("25", 1)


@pytest.mark.parametrize(
    ("kind", "sees", "holds"),
    [
        (Role.Kind.SECRETARY, True, True),
        (Role.Kind.PLANNER, True, False),
        (Role.Kind.AUDITOR, True, False),
        (Role.Kind.PARTICIPANT, False, False),
        (Role.Kind.ADMINISTRATOR, False, False),
    ],
)
def test_who_sees_rounds_and_who_holds_them(forum: Forum, kind: Role.Kind, sees: bool, holds: bool) -> None:
    round_ = opened_round(forum)
    client = browser_of(someone(kind))
    address = reverse("round", args=[round_.pk])
    assert client.get(address).status_code == client.get(reverse("rounds")).status_code == (200 if sees else 403)
    assert client.get(reverse("new-round")).status_code == (200 if holds else 403)
    client.post(address, {"act": "close"})
    round_.refresh_from_db()
    assert (round_.state == "closed") is holds


def test_results_ask_as_much_of_the_database_for_one_item_as_for_eight(forum: Forum, desk: Client) -> None:
    desk.get(reverse("rounds"))  # the first request of a session also writes when it was seen
    counts = []
    for on in (("U-1",), tuple(f"U-{at}" for at in range(1, 9))):
        round_ = opened_round(forum, on=on)
        answer(round_, "P1", {"U-1": marks(5, 5)})
        close_round(round_, actor=secretary())
        counts.append([queries_of(desk.get, reverse(name, args=[round_.pk])) for name in ("round-results", "round")])
    assert counts[0] == counts[1]
