"""Each side hears of the other's deeds by mail: once, with the link, and with nothing that names the applicant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from openpyxl import Workbook, load_workbook
from pytest_django import Settings

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.clocking import extend
from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.mailing import MOST_TRIES, Sent, message_id, send_waiting, text_of
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.releasing import add_file, release_file
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import By, take_down, withdraw
from selaras.disclosure.actions.sweeping import sweep
from selaras.disclosure.errors import NoMailServer, NotNow
from selaras.disclosure.links import address_of
from selaras.disclosure.models import Mail, PublicBody, Request
from selaras.people.actions.accounts import system_account
from tests.disclosure.mail.smtp_server import Inbox, smtp_server
from tests.disclosure.network import SITI, WANTED, agency, asked, at_desk, network, village

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
WRITES = replace(SITI, email="siti@contoh.example")
BY_MAIL = replace(WANTED, delivery="email")


@pytest.fixture
def inbox(settings: Settings) -> Iterator[Inbox]:
    with smtp_server(settings) as found:
        yield found


@pytest.fixture
def body(today: Today) -> PublicBody:
    today(date(2020, 3, 2))
    found = network()
    found.email = "desa@contoh.example"
    found.save()
    return found


def send() -> Sent:
    return send_waiting(actor=system_account())


def told(inbox: Inbox) -> list[tuple[str, str]]:
    return [(mail["To"], mail["Subject"]) for mail in inbox.mails]


def subjects(inbox: Inbox, to: str = "siti@contoh.example") -> list[str]:
    return [subject for whom, subject in told(inbox) if whom == to]


def test_both_sides_hear_of_a_new_request(body: PublicBody, inbox: Inbox) -> None:
    case = asked(body, identity=WRITES)
    assert send() == Sent(2, 0)
    assert told(inbox) == [
        ("siti@contoh.example", f"[{case.number}] Permohonan Anda diterima. Kelengkapannya diperiksa paling lambat "
         "Kamis, 5 Maret 2020"),
        ("desa@contoh.example", f"[{case.number}] Ada permohonan informasi baru"),
    ]  # fmt: skip
    to_siti, to_desk = (mail.get_content() for mail in inbox.mails)
    assert address_of(case) in to_siti
    assert address_of(case) not in to_desk
    assert "Siti" not in to_siti + to_desk


def test_nothing_leaves_twice(body: PublicBody, inbox: Inbox) -> None:
    asked(body, identity=WRITES)
    assert [send(), send()] == [Sent(2, 0), Sent(0, 0)]
    assert len(inbox.mails) == 2


def test_what_was_claimed_by_a_process_that_died_is_not_sent_again(body: PublicBody, inbox: Inbox) -> None:
    asked(body, identity=WRITES)
    Mail.objects.filter(side="desk").update(claimed_at="2020-03-02T02:00Z")
    assert send() == Sent(1, 0)
    assert subjects(inbox, "desa@contoh.example") == []


def test_who_has_no_address_gets_none_and_made_up_cases_neither(body: PublicBody, inbox: Inbox) -> None:
    asked(body)
    case = asked(body, identity=WRITES)
    Request.objects.filter(pk=case.pk).update(synthetic=True)
    case.refresh_from_db()
    before = Mail.objects.filter(request=case).count()
    accept(case, actor=at_desk(body))
    assert Mail.objects.filter(request=case).count() == before
    send()
    assert len(subjects(inbox)) == 1


def test_what_the_desk_took_down_itself_it_is_not_told(body: PublicBody, inbox: Inbox) -> None:
    take_down(body, uuid4(), WANTED, By(WRITES), channel="paper", on=date(2020, 3, 2), actor=at_desk(body))
    send()
    assert [whom for whom, _ in told(inbox)] == ["siti@contoh.example"]


def test_the_applicant_reads_what_is_missing_until_when_and_why(body: PublicBody, inbox: Inbox) -> None:
    ask_to_complete(asked(body, identity=WRITES), ["purpose", "identity"], "Fotonya buram.", actor=at_desk(body))
    send()
    text = inbox.mails[-1].get_content()
    assert "Lengkapi paling lambat Kamis, 5 Maret 2020." in text
    assert "- Tujuan penggunaan: Wajib dicatat" in text
    assert "Keterangan: Fotonya buram." in text


def test_a_thread_stays_together(body: PublicBody, inbox: Inbox) -> None:
    case = asked(body, identity=WRITES)
    send()
    accept(case, actor=at_desk(body))
    send()
    extend(case, "Arsip jauh.", actor=at_desk(body))
    send()
    first, accepted, extended = (mail for mail in inbox.mails if mail["To"] == "siti@contoh.example")
    assert accepted["In-Reply-To"] == extended["In-Reply-To"] == first["Message-ID"]
    assert first["In-Reply-To"] is None
    assert {mail["Auto-Submitted"] for mail in inbox.mails} == {"auto-generated"}


def workbook() -> bytes:
    made, content = Workbook(), BytesIO()
    made.active["A1"] = "Dana desa"
    made.save(content)
    return content.getvalue()


def test_an_answer_wanted_by_mail_comes_with_its_words_and_files(
    body: PublicBody, inbox: Inbox, settings: Settings, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    case = accept(asked(body, identity=WRITES, wanted=BY_MAIL), actor=at_desk(body))
    file = release_file(
        add_file(case, "apbdes_3305226501900001.xlsx", workbook(), actor=at_desk(body)), (), actor=at_desk(body)
    )
    answer(case, Reply([Told("APBDes", "given"), Told("RKPDes", "not_held", "Belum disusun.")], "Terlampir.", [file]),
           actor=at_desk(body))  # fmt: skip
    send()
    mail = inbox.mails[-1]
    assert mail["To"] == "siti@contoh.example"
    text = mail.get_body().get_content()
    assert "Permohonan Anda dijawab: dikabulkan sebagian." in text
    assert "- RKPDes: tidak dikuasai (Belum disusun.)" in text
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == "apbdes disamarkan.xlsx"
    assert load_workbook(BytesIO(attached.get_content())).active["A1"].value == "Dana desa"


def test_where_it_moves_both_ends_are_told(body: PublicBody, inbox: Inbox) -> None:
    other = agency()
    other.email = "dinas@contoh.example"
    other.save()
    case = asked(body, identity=WRITES)
    (made,) = move(case, [Piece(other, "APBD")], "Bukan di sini.", actor=at_desk(body))
    send()
    assert subjects(inbox, "dinas@contoh.example") == [f"[{made.number}] Ada permohonan informasi baru"]
    assert subjects(inbox)[-1].startswith(f"[{made.number}] Permohonan Anda nomor {case.number} diteruskan ke")


def test_who_is_bound_is_reminded(body: PublicBody, inbox: Inbox, today: Today) -> None:
    case = accept(asked(body, identity=WRITES), actor=at_desk(body))
    send()
    inbox.mails.clear()
    today(date(2020, 3, 13))
    sweep(actor=system_account())
    send()
    assert told(inbox) == [
        ("desa@contoh.example", f"[{case.number}] Batas waktu menjawab permohonan adalah Senin, 16 Maret 2020")
    ]


def test_the_desk_hears_of_an_objection(body: PublicBody, inbox: Inbox) -> None:
    case = accept(asked(body, identity=WRITES), actor=at_desk(body))
    answer(case, Reply([Told("APBDes", "given")], "Ya."), actor=at_desk(body))
    object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT)
    send()
    assert subjects(inbox, "desa@contoh.example")[-1].endswith("Pemohon mengajukan keberatan kepada atasan PPID")


def test_a_step_that_is_refused_leaves_no_mail(body: PublicBody) -> None:
    case = asked(body, identity=WRITES)
    before = Mail.objects.count()
    with pytest.raises(NotNow):
        extend(case, "Jauh.", actor=at_desk(body))
    assert Mail.objects.count() == before


def test_a_refused_address_is_tried_again_later_a_few_times(body: PublicBody, inbox: Inbox, today: Today) -> None:
    asked(body, identity=replace(SITI, email="tolak@contoh.example"))
    assert send() == Sent(1, 1)
    assert send() == Sent(0, 0)  # not at once
    for day in range(3, 20):
        today(date(2020, 3, day))
        send()
    mail = Mail.objects.get(side="applicant")
    assert (mail.tries, mail.sent_at) == (MOST_TRIES, None)
    assert "550" not in mail.failure or "contoh.example" not in mail.failure
    assert "tolak" not in mail.failure
    assert len(inbox.mails) == 1  # that to the desk


def test_without_a_server_nothing_is_lost_and_no_try_counted(body: PublicBody, settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    settings.EMAIL_USE_TLS = False
    asked(body, identity=WRITES)
    with pytest.raises(NoMailServer, match="SELARAS_MAIL"):
        send()
    assert set(Mail.objects.values_list("tries", "claimed_at")) == {(0, None)}


def test_erasing_takes_unsent_mail_along(body: PublicBody, inbox: Inbox) -> None:
    case = withdraw(asked(body, identity=WRITES))
    erase_applicant(case, "Diminta.", actor=at_desk(body))
    assert send() == Sent(0, 0)
    assert all(text_of(mail) is None for mail in Mail.objects.all())


def test_each_mail_has_a_name_of_its_own(body: PublicBody) -> None:
    asked(body, identity=WRITES)
    names = {message_id(mail) for mail in Mail.objects.all()}
    assert len(names) == 2
    assert village().email == "desa@contoh.example"
