"""A mail becomes a request, or is filed with the case that it answers; machines and floods become nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from selaras.disclosure.actions.checking import accept, ask_to_complete, missing_now
from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.mailing import message_id
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.receiving_mail import MOST_A_DAY, MOST_PAPERS, take_in
from selaras.disclosure.actions.requesting import withdraw
from selaras.disclosure.identity import identity_of
from selaras.disclosure.mail.incoming import kept_of
from selaras.disclosure.models import Arrival, Mail, PublicBody, Request
from selaras.disclosure.papers import LARGEST
from tests.disclosure.mail.letters import ASKING, CARD, mail
from tests.disclosure.network import SITI, agency, asked, at_desk, network

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
WRITES = replace(SITI, email="siti@contoh.example")


@pytest.fixture
def body(today: Today) -> PublicBody:
    today(date(2020, 3, 2))
    return network()


def test_a_mail_opens_a_request_as_incomplete_as_it_is(body: PublicBody) -> None:
    arrival = take_in(mail(), body)
    case = Request.objects.get()
    assert (arrival.fate, arrival.request) == ("opened", case)
    assert (case.channel, case.delivery, case.subject) == ("mail", "email", ASKING.strip())
    who = identity_of(case.applicant)
    assert (who.name, who.email) == ("Siti (contoh)", "siti@contoh.example")
    assert missing_now(case) == ["identity_number", "address", "purpose", "way", "identity"]


def test_the_same_mail_is_taken_once(body: PublicBody) -> None:
    assert take_in(mail(), body) == take_in(mail("Teks lain sama sekali."), body)
    assert Request.objects.count() == Arrival.objects.count() == 1


def test_a_mail_without_an_id_is_known_by_its_bytes(body: PublicBody) -> None:
    assert take_in(mail(key=""), body) == take_in(mail(key=""), body)
    assert take_in(mail("Lain.", key=""), body).pk
    assert Request.objects.count() == 2


def test_the_address_may_name_the_body(body: PublicBody) -> None:
    arrival = take_in(mail(to=f"PPID <ppid+{body.code}@contoh.example>"), agency())
    assert arrival.request.body == body


def test_pictures_and_pdf_become_papers_and_the_rest_is_counted(body: PublicBody) -> None:
    attached = (CARD, ("virus.exe", b"MZ...."), ("besar.pdf", b"%PDF-" + b"x" * LARGEST))
    arrival = take_in(mail(attached=attached), body)
    assert (arrival.papers, arrival.left_out) == (1, 2)
    assert [one.kind for one in arrival.request.identity_documents.all()] == ["identity"]
    many = take_in(mail(key="banyak", attached=tuple((f"{n}.jpg", CARD[1]) for n in range(8))), body)
    assert (many.papers, many.left_out) == (MOST_PAPERS, 8 - MOST_PAPERS)


@pytest.mark.parametrize("how", ["subject", "reply"])
def test_an_answer_is_filed_with_its_case(how: str, body: PublicBody) -> None:
    case = asked(body, identity=WRITES)
    ours = message_id(Mail.objects.get(side="applicant"))
    raw = (
        mail("Kapan dijawab?", subject=f"Re: [{case.number}] Permohonan Anda diterima")
        if how == "subject"
        else mail("Kapan dijawab?", subject="Re:", headers={"In-Reply-To": ours})
    )
    arrival = take_in(raw, body)
    assert (arrival.fate, arrival.request, arrival.from_applicant) == ("filed", case, True)
    assert Request.objects.count() == 1
    assert case.steps.last().kind == "message"
    assert kept_of(arrival).text == "Kapan dijawab?"


def test_what_is_quoted_is_not_the_writers_own_word(body: PublicBody) -> None:
    case = asked(body, identity=WRITES)
    text = "Ini KTP saya.\n\nPada Sen, 2 Mar 2020 pukul 09.00 PPID <ppid@contoh.example> menulis:\n> Lengkapi.\n"
    arrival = take_in(mail(text, subject=f"Re: [{case.number}]"), body)
    assert kept_of(arrival).text == "Ini KTP saya."


def test_what_was_missing_comes_by_mail_and_is_checked_anew(body: PublicBody) -> None:
    case = asked(body, identity=WRITES, papers=())
    ask_to_complete(case, ["identity"], actor=at_desk(body))
    take_in(mail("Ini KTP saya.", subject=f"Re: [{case.number}]", attached=(CARD,)), body)
    case.refresh_from_db()
    assert case.state == "checking"
    assert missing_now(case) == []
    assert [step.kind for step in case.steps.all()][-2:] == ["message", "completed"]


def test_a_stranger_who_guesses_the_number_leaves_a_message_and_no_more(body: PublicBody) -> None:
    case = asked(body, identity=WRITES, papers=())
    ask_to_complete(case, ["identity"], actor=at_desk(body))
    mails = Mail.objects.count()
    arrival = take_in(mail("Batalkan.", sender="lain@contoh.example", subject=case.number, attached=(CARD,)), body)
    case.refresh_from_db()
    assert (arrival.fate, arrival.from_applicant, arrival.papers, arrival.left_out) == ("filed", False, 0, 1)
    assert case.state == "incomplete"
    assert Mail.objects.count() == mails  # nothing goes back


def test_a_message_follows_a_request_that_moved(body: PublicBody) -> None:
    case = accept(asked(body, identity=WRITES), actor=at_desk(body))
    (made,) = move(case, [Piece(agency(), "APBD")], "Bukan di sini.", actor=at_desk(body))
    assert take_in(mail("Halo", subject=case.number), body).request == made


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Auto-Submitted": "auto-generated (rejected)"},
        {"Precedence": "bulk"},
        {"X-Autoreply": "yes"},
        {"List-Id": "<warta.contoh.example>"},
        {"Return-Path": "<>"},
    ],
)
def test_machines_are_not_answered(headers: dict[str, str], body: PublicBody) -> None:
    assert take_in(mail(headers=headers), body).fate == "automatic"
    assert not Request.objects.exists()


@pytest.mark.parametrize("sender", ["MAILER-DAEMON@contoh.example", "postmaster@contoh.example", ""])
def test_bounces_are_not_answered(sender: str, body: PublicBody) -> None:
    assert take_in(mail(sender=sender), body).fate == "automatic"


def test_an_answer_by_machine_to_our_own_mail_is_no_message(body: PublicBody) -> None:
    case = asked(body, identity=WRITES)
    raw = mail("Saya cuti.", subject=f"Re: [{case.number}]", headers={"Auto-Submitted": "auto-replied"})
    assert take_in(raw, body).fate == "automatic"
    assert not case.steps.filter(kind="message").exists()


def test_a_flood_of_one_sender_stops_and_others_come_through(body: PublicBody, today: Today) -> None:
    fates = [take_in(mail(key=str(number)), body).fate for number in range(MOST_A_DAY + 2)]
    assert fates == ["opened"] * MOST_A_DAY + ["too_many"] * 2
    assert take_in(mail(key="lain", sender="budi@contoh.example"), body).fate == "opened"
    today(date(2020, 3, 4))
    assert take_in(mail(key="besok"), body).fate == "opened"


FROM = b"From: a@contoh.example\r\n"


@pytest.mark.parametrize(
    ("raw", "fate"),
    [
        (mail("", subject=""), "empty"),
        (mail("", subject="Minta APBDes 2019"), "opened"),
        (mail("x" * 20_000), "opened"),
        (b"", "automatic"),
        (b"\x00\xff\xfe not a mail at all", "automatic"),
        (FROM + b"Content-Type: text/plain; charset=tidak-ada\r\n\r\nMinta APBDes\x00 2019", "opened"),
        (FROM + b"Subject: =?utf-8?b?!!!?=\r\n\r\nMinta APBDes 2019", "opened"),
        (FROM + b"Content-Type: text/html\r\n\r\n<style>p{}</style><p>Minta <b>APBDes</b>", "opened"),
        (b"From: a b c @@ <rusak>\r\n\r\nMinta APBDes", "automatic"),  # nobody to answer
    ],
)  # fmt: skip
def test_whatever_comes_is_read_or_left(raw: bytes, fate: str, body: PublicBody) -> None:
    arrival = take_in(raw, body)
    assert arrival.fate == fate
    if arrival.request:
        assert "\0" not in arrival.request.subject
        assert "<" not in arrival.request.subject


def test_erasing_takes_the_mails_along(body: PublicBody) -> None:
    arrival = take_in(mail(), body)
    case = withdraw(arrival.request)
    erase_applicant(case, "Diminta.", actor=at_desk(body))
    arrival.refresh_from_db()
    assert kept_of(arrival) is None
