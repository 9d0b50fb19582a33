"""Checking in: on one's own phone, at the desk by name or by a scanned card, and taken back."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.forum.actions.attending import (
    add_participant,
    check_in,
    check_in_oneself,
    give_links,
    open_check_in,
    undo_check_in,
)
from selaras.forum.errors import Locked, NotAllowed, NotReady
from selaras.forum.models import Forum, Participant
from selaras.people.models import Role
from tests.counting import queries_of
from tests.forum.hall.test_links import greeting, link_of, lock, opened_by
from tests.forum.small_forum import FILES, opened, take
from tests.forum.voting.hall import participant
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def forum() -> Forum:
    return opened("regions", "agencies", "participants")


@pytest.fixture
def desk(forum: Forum) -> Client:
    return browser_of(secretary())


def text(client: Client, name: str, *parts: Any, **asked: str) -> str:
    return client.get(reverse(name, args=parts), asked).content.decode()


def test_by_phone_once_the_desk_has_opened_it(forum: Forum) -> None:
    phone = opened_by(link_of("P3"))
    phone.post(reverse("present"))
    assert "belum dibuka" in greeting(phone)
    assert not participant("P3").present
    open_check_in(forum, True, actor=secretary())
    assert "Catat saya hadir" in greeting(phone)
    phone.post(reverse("present"))
    phone.post(reverse("present"))  # pressed twice
    assert "Anda tercatat hadir" in greeting(phone)
    assert participant("P3").checked_in_by == "link"
    entry = Entry.objects.get(action="forum.checked_in")
    assert (entry.actor, entry.detail) == ("peserta P3", {"participant": "P3", "by": "link"})


def test_a_browser_without_a_link_checks_nobody_in(forum: Forum) -> None:
    open_check_in(forum, True, actor=secretary())
    assert Client().post(reverse("present")).status_code == 403


@pytest.mark.parametrize("words", ["warga", "tiga warga", "P3", "p3", "masyarakat"])
def test_the_desk_finds_by_words_in_any_order(desk: Client, words: str) -> None:
    found = text(desk, "attendance", cari=words)
    assert "hall-found" in found
    assert reverse("participant-act", args=[participant("P3").pk]) in found
    assert reverse("participant-act", args=[participant("P1").pk]) not in found


def test_the_desk_scans_a_card_into_the_search_field(desk: Client) -> None:
    address = f"http://localhost:8000{reverse('personal-link', args=[link_of('P3')])}"
    assert reverse("participant-act", args=[participant("P3").pk]) in text(desk, "attendance", cari=address)


def test_a_card_that_the_desk_opens_with_its_own_phone_finds_the_person(desk: Client) -> None:
    answer = desk.get(reverse("personal-link", args=[link_of("P3")]))
    assert answer.headers["Location"].endswith("?cari=P3")
    assert "participant" not in desk.cookies


def test_at_the_desk_and_taken_back(desk: Client) -> None:
    act = reverse("participant-act", args=[participant("P3").pk])
    desk.post(act, {"act": "in"})
    assert participant("P3").checked_in_by == "desk"
    assert "Semua peserta sudah hadir" in text(desk, "attendance-part")
    desk.post(act, {"act": "undo"})
    one = participant("P3")
    assert (one.present, one.checked_in_at, one.checked_in_by) == (False, None, "")
    assert list(Entry.objects.order_by("pk").values_list("action", flat=True))[-2:] == [
        "forum.checked_in",
        "forum.check_in_undone",
    ]


def test_who_is_missing_stands_under_the_element(desk: Client) -> None:
    shown = text(desk, "attendance-part")
    assert "2 dari 3 peserta hadir" in shown
    assert "Warga Tiga" in shown.partition("Belum hadir")[2]
    assert "Penilai Satu" not in shown


def test_a_file_sent_again_takes_nobody_out_of_the_hall(forum: Forum) -> None:
    check_in(participant("P3"), actor=secretary())
    take(forum, "participants", FILES["participants"][1] + "P4,Warga Empat (contoh),Masyarakat,tidak,tidak\n")
    assert participant("P3").present
    assert not participant("P4").present


def test_a_newcomer_is_added_with_element_and_institution_and_is_here(desk: Client) -> None:
    fields = {"name": "Tamu Lima (contoh)", "element": "Media", "institution": "Radio Contoh"}
    desk.post(reverse("participant-add"), fields)
    one = Participant.objects.get(name="Tamu Lima (contoh)")
    assert (one.number, one.element, one.present, one.invited) == ("T001", "Media", True, False)
    again = desk.post(reverse("participant-add"), fields).content.decode()
    assert "sudah ada di daftar peserta" in again


def test_a_form_without_a_name_says_so_and_keeps_the_rest(desk: Client) -> None:
    shown = desk.post(reverse("participant-add"), {"element": "Media", "name": " "}).content.decode()
    assert "field-error" in shown
    assert 'value="Media"' in shown


def test_others_neither_see_nor_change_who_is_here(forum: Forum) -> None:
    account = someone(Role.Kind.PARTICIPANT)
    for deed in (
        lambda: check_in(participant("P3"), actor=account),
        lambda: undo_check_in(participant("P1"), actor=account),
        lambda: open_check_in(forum, True, actor=account),
        lambda: add_participant(forum, "Tamu", "Media", actor=account),
    ):
        with pytest.raises(NotAllowed):
            deed()
    client = browser_of(account)
    assert client.get(reverse("attendance")).status_code == 403


def test_a_locked_decision_closes_the_list(forum: Forum) -> None:
    lock(forum)
    with pytest.raises(Locked):
        check_in(participant("P3"), actor=secretary())


def test_the_part_that_has_not_changed_is_not_sent_again(desk: Client) -> None:
    address = reverse("attendance-part")
    tag = desk.get(address).headers["ETag"]
    with CaptureQueriesContext(connection) as asked:
        assert desk.get(address, headers={"if-none-match": tag}).status_code == 304
    assert not [query for query in asked if "forum_participant" in query["sql"]]
    check_in(participant("P3"), actor=secretary())
    fresh = desk.get(address, headers={"if-none-match": tag})
    assert fresh.status_code == 200
    assert "3 dari 3 peserta hadir" in fresh.content.decode()


def test_a_longer_list_asks_no_more_of_the_database(forum: Forum, desk: Client) -> None:
    text(desk, "attendance", cari="contoh")  # the first of a session also writes when it was seen
    before = queries_of(text, desk, "attendance", cari="contoh")
    Participant.objects.bulk_create(
        Participant(forum=forum, number=f"X{at}", name=f"Contoh {at}", element=f"Unsur {at}") for at in range(60)
    )
    assert queries_of(text, desk, "attendance", cari="contoh") == before


def test_cards_show_each_link_once(forum: Forum, desk: Client) -> None:
    assert "3 dari 3 peserta belum punya kartu" in text(desk, "cards")
    sheet = desk.post(reverse("cards"), {"which": "without"}).content.decode()
    assert sheet.count("/hadir/") == 3 + sheet.count("/meja/hadir/")
    assert "Semua peserta sudah punya kartu" in text(desk, "cards")
    assert desk.post(reverse("cards"), {"which": "without"}).status_code == 302


def test_a_card_for_one_leaves_the_others_valid(forum: Forum, desk: Client) -> None:
    tokens = give_links(forum, Participant.objects.all(), actor=secretary())
    desk.post(reverse("cards"), {"which": str(participant("P1").pk)})
    statuses = {
        one.number: Client().get(reverse("personal-link", args=[tokens[one.pk]])).status_code
        for one in Participant.objects.all()
    }
    assert statuses == {"P1": 404, "P2": 302, "P3": 302}


def test_the_printed_list_has_everybody_and_room_to_sign(forum: Forum, desk: Client) -> None:
    shown = text(desk, "attendance-list")
    assert all(one.name in shown for one in Participant.objects.all())
    assert "Tanda tangan" in shown


def test_no_account_is_named_that_is_not_there(desk: Client) -> None:
    address = reverse("participant", args=[participant("P3").pk])
    shown = desk.post(address, {"username": "tidakada"}, follow=True).content.decode()
    assert "Tidak ada akun bernama masuk “tidakada”" in shown
    desk.post(address, {"username": secretary().username})
    assert participant("P3").account == secretary()
    desk.post(address, {"username": ""})
    assert participant("P3").account is None


def test_a_desk_that_stopped_may_check_in_no_more(forum: Forum) -> None:
    open_check_in(forum, True, actor=secretary())
    open_check_in(forum, False, actor=secretary())
    with pytest.raises(NotReady):
        check_in_oneself(actor=participant("P3"))
