"""The sheet on a phone: as a plain form, and as the script sends it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from selaras.forum.actions.holding_rounds import close_round
from selaras.forum.models import Forum, Participant, Round, Slip, Voter
from selaras.forum.pages.hall.present import COOKIE, participant_token
from tests.counting import queries_of
from tests.forum.small_forum import ready
from tests.forum.voting.hall import Kind, answer, item, marks, opened_round, participant
from tests.people.persons import secretary

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return ready()


def phone(who: str) -> Client:
    client = Client()
    client.cookies[COOKIE] = participant_token(participant(who))
    return client


def ballot(round_: Round) -> str:
    return reverse("ballot", args=[round_.pk])


def sent(client: Client, round_: Round, *answers: dict[str, Any]) -> Any:
    address = reverse("ballot-send", args=[round_.pk])
    return client.post(address, {"answers": list(answers)}, content_type="application/json")


def stored(round_: Round) -> list[Any]:
    return [slip.answers for slip in Slip.objects.filter(round=round_).exclude(answers={})]


def test_the_list_shows_what_waits_and_no_draft(forum: Forum) -> None:
    opened_round(forum)
    Round.objects.create(forum=forum, title="Rahasia rapat", kind="question")
    text = phone("P1").get(reverse("voting")).content.decode()
    assert "1 pemungutan suara menunggu Anda" in text
    assert "Rahasia rapat" not in text
    assert "Pindai kode QR" in Client().get(reverse("voting")).content.decode()


def test_a_plain_form_keeps_what_was_filled_in(forum: Forum) -> None:
    round_ = opened_round(forum)
    one, other = item(round_, "U-1"), item(round_, "U-4")
    client = phone("P1")
    fields = {"item": [one, other], f"{one}.mendesak": "5", f"{one}.manfaat": "3"}
    shown = client.post(ballot(round_), fields, follow=True).content.decode()
    assert "1 jawaban tersimpan." in shown
    assert stored(round_) == [{str(one): [1, marks(5, 3)]}]
    assert f'name="{one}.mendesak" value="5" checked' in shown
    assert f'name="{other}.mendesak" value="5" checked' not in shown


@pytest.mark.parametrize(
    ("kind", "field", "value", "kept"),
    [(Kind.APPROVAL, "approve", "on", True), (Kind.APPROVAL, "", "", False), (Kind.QUESTION, "choice", "no", "no")],
)
def test_plain_forms_of_the_other_kinds(forum: Forum, kind: str, field: str, value: str, kept: Any) -> None:
    round_ = opened_round(forum, kind, on=("U-1",))
    one = item(round_, None)
    phone("P1").post(ballot(round_), {"item": one, f"{one}.{field}": value})
    assert stored(round_) == [{str(one): [1, kept]}]


def test_the_script_gets_what_the_slip_holds(forum: Forum) -> None:
    round_ = opened_round(forum)
    one = item(round_, "U-1")
    client = phone("P1")
    first = sent(client, round_, {"item": one, "value": marks(5, 5), "edition": 2})
    assert first.json() == {"answers": {str(one): [2, marks(5, 5)]}, "complete": False}
    late = sent(client, round_, {"item": one, "value": marks(1, 1), "edition": 1})
    assert late.json()["answers"] == {str(one): [2, marks(5, 5)]}


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b'{"answers": 5}', b'{"answers": [5]}', b'{"answers": [{"item": "1", "value": null}]}',
        b'{"answers": [{"item": 1, "value": true, "edition": -1}]}', b'{"answers": [{"item": true, "value": true}]}',
        b"[" * 100_000, b'{"answers": [{"item": 1e999, "value": true}]}',
    ],
)  # fmt: skip
def test_what_no_script_of_ours_sends_is_refused_with_a_sentence(forum: Forum, body: bytes) -> None:
    round_ = opened_round(forum)
    address = reverse("ballot-send", args=[round_.pk])
    reply = phone("P1").post(address, body, content_type="application/json")
    assert reply.status_code == 400
    assert "Muat ulang halaman" in reply.json()["message"]


def test_after_the_closing_the_sheet_leads_to_the_result_and_takes_nothing(forum: Forum) -> None:
    round_ = opened_round(forum)
    answer(round_, "P1", {"U-1": marks(1, 1)})
    close_round(round_, actor=secretary())
    client = phone("P1")
    reply = sent(client, round_, {"item": item(round_, "U-1"), "value": marks(5, 5), "edition": 9})
    assert (reply.status_code, "tidak dibuka" in reply.json()["message"]) == (409, True)
    assert client.get(ballot(round_)).headers["Location"] == reverse("round-results", args=[round_.pk])
    assert stored(round_) == [{str(item(round_, "U-1")): [1, marks(1, 1)]}]


def test_a_secret_sheet_starts_with_a_button_and_stays_with_its_browser(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    one = {"item": item(round_, "U-1"), "value": marks(5, 5), "edition": 1}
    client = phone("P1")
    assert "Mulai" in client.get(ballot(round_)).content.decode()
    assert sent(client, round_, one).status_code == 403
    client.post(reverse("ballot-start", args=[round_.pk]))
    client.post(reverse("ballot-start", args=[round_.pk]))  # pressed twice
    assert "vote-sheet" in client.get(ballot(round_)).content.decode()
    assert not Voter.objects.filter(voted=True).exists(), "starting takes no slip yet"
    assert sent(client, round_, one).status_code == sent(client, round_, one).status_code == 200
    assert f'name="{one["item"]}.mendesak" value="5" checked' in client.get(ballot(round_)).content.decode()
    other = phone("P1")
    assert "telepon atau peramban lain" in other.get(ballot(round_)).content.decode()
    other.post(reverse("ballot-start", args=[round_.pk]))
    assert sent(other, round_, one | {"value": marks(1, 1)}).status_code == 409
    assert stored(round_) == [{str(one["item"]): [1, marks(5, 5)]}]


def test_two_who_share_a_phone_have_two_secret_slips(forum: Forum) -> None:
    round_ = opened_round(forum, secret=True)
    client = phone("P1")
    for who, mark in (("P1", 1), ("P3", 5)):
        client.cookies[COOKIE] = participant_token(participant(who))
        client.post(reverse("ballot-start", args=[round_.pk]))
        one = {"item": item(round_, "U-1"), "value": marks(mark, mark), "edition": 1}
        assert sent(client, round_, one).status_code == 200
    assert sorted(next(iter(one.values()))[1]["mendesak"] for one in stored(round_)) == [1, 5]


def test_nobody_votes_without_a_link_or_with_a_forged_one(forum: Forum) -> None:
    round_ = opened_round(forum)
    stranger = Client()
    assert stranger.get(ballot(round_)).headers["Location"] == reverse("voting")
    for token in ("", "1", f"{participant('P1').pk}:forged"):
        stranger.cookies[COOKIE] = token
        assert sent(stranger, round_, {"item": item(round_, "U-1"), "value": marks(5, 5)}).status_code == 403


def test_a_post_from_another_site_is_refused(forum: Forum) -> None:
    round_ = opened_round(forum)
    client = Client(enforce_csrf_checks=True)
    client.cookies[COOKIE] = participant_token(participant("P1"))
    assert sent(client, round_, {"item": item(round_, "U-1"), "value": marks(5, 5)}).status_code == 403
    assert client.post(ballot(round_), {}).status_code == 403
    assert stored(round_) == []


def test_who_is_not_checked_in_is_sent_to_the_desk(forum: Forum) -> None:
    round_ = opened_round(forum)
    Participant.objects.update(present=False)
    reply = phone("P1").get(ballot(round_))
    assert (reply.status_code, "meja daftar hadir" in reply.content.decode()) == (403, True)


def test_a_declared_interest_hides_the_proposal(forum: Forum) -> None:
    round_ = opened_round(forum)
    hidden = f'data-item="{item(round_, "U-5")}"'
    assert hidden not in phone("P2").get(ballot(round_)).content.decode()
    assert hidden in phone("P1").get(ballot(round_)).content.decode()


def test_the_sheet_asks_as_much_of_the_database_for_one_item_as_for_eight(forum: Forum) -> None:
    counts = []
    for on in (("U-1",), tuple(f"U-{at}" for at in range(1, 9))):
        round_ = opened_round(forum, on=on)
        client, address = phone("P1"), ballot(round_)
        counts.append(queries_of(client.get, address))
    assert counts[0] == counts[1]
