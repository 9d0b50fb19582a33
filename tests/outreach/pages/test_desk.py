"""The main desk: writes, sends, reminds, corrects, withdraws, types in paper, names channels."""

from __future__ import annotations

import io
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from selaras.outreach.actions.acknowledging import acknowledge, type_in_replies
from selaras.outreach.actions.channels import end_channel
from selaras.outreach.exports.sheet import as_pdf
from selaras.outreach.models import Channel, Message
from tests.outreach.room import KLIRONG, SADANG, SEBORO, WONOSARI, at, channel, desk, district, draft, sent, writer
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db


def form(**more: object) -> dict[str, object]:
    day = timezone.localdate().isoformat()
    told = dict.fromkeys(("text", "audience", "purpose", "legal_basis"), "Contoh")
    said = {"title": "Vaksin gratis (contoh)", "kind": "news", "language": "id"}
    return {**told, **said, "submission": str(uuid4()), "valid_from": day, "valid_until": day, **more}


def test_written_looked_at_and_sent() -> None:
    ways, client = [channel().pk], browser_of(writer())
    page = client.post(reverse("message-new"), form(channels=ways, regions=[SADANG]), follow=True)
    assert "Konsep ini belum dikirim" in page.content.decode()
    message = Message.objects.get()
    page = client.post(reverse("message-act", args=[message.key]), {"deed": "send"}, follow=True)
    assert "0 dari 2 desa sudah menerima, 0 terlambat" in page.content.decode()
    page = client.post(reverse("message-act", args=[message.key]), {"deed": "remind"}, follow=True)
    assert "2 desa diingatkan." in page.content.decode()
    page = client.post(reverse("message-act", args=[message.key]), {"deed": "remind"}, follow=True)
    assert "sudah diingatkan hari ini" in page.content.decode()


def test_what_is_missing_stands_beside_its_field_and_the_rest_stays() -> None:
    channel()
    page = browser_of(writer()).post(reverse("message-new"), form(title="", kind="hoax"))
    text = page.content.decode()
    assert page.status_code == 422
    for sentence in ("Tulis judulnya", "Tulis kabar bohong", "Pilih paling sedikit satu saluran"):
        assert sentence in text
    assert 'value="Contoh"' in text
    assert not Message.objects.exists()


def test_a_correction_begins_with_what_was_said_and_goes_out_at_once() -> None:
    first, client = sent("Vaksin Senin (contoh)"), browser_of(writer())
    address = reverse("message-correct", args=[first.key])
    assert 'value="Vaksin Senin (contoh)"' in client.get(address).content.decode()
    page = client.post(address, form(title="Vaksin Selasa (contoh)", channels=[channel().pk]), follow=True)
    assert "0 dari 3 desa" in page.content.decode()
    assert client.get(address).headers["Location"] == reverse("message-told", args=[first.key])


def test_a_correction_is_offered_the_channel_of_the_first_though_it_ended_and_a_new_message_is_not() -> None:
    radio, client = channel("Radio (contoh)", "radio"), browser_of(writer())
    first, begun = sent(channels=[radio.pk]), draft(channels=[radio.pk])
    end_channel(radio, actor=writer())
    address = reverse("message-correct", args=[first.key])
    assert "Radio (contoh)" in client.get(address).content.decode()
    for name, args in (("message-new", []), ("message-rewrite", [begun.key])):
        assert "Radio (contoh)" not in client.get(reverse(name, args=args)).content.decode()
    assert client.post(address, form(channels=[radio.pk])).status_code == 302
    assert {one.channel for one in first.later.deliveries.all()} == {radio}


def test_a_withdrawal_asks_why() -> None:
    first, client = sent(), browser_of(writer())
    address = reverse("message-withdraw", args=[first.key])
    assert client.post(address, {"reason": ""}).status_code == 422
    page = client.post(address, {"reason": "Batal.", "submission": str(uuid4())}, follow=True)
    assert "Ditarik: " in page.content.decode()


def test_letters_are_typed_in_by_the_district_and_a_wrong_one_is_named() -> None:
    message, client = sent(), browser_of(district())
    address = reverse("message-replies", args=[message.key])
    text = client.get(address).content.decode()
    assert "Seboro" in text
    assert "Jogosimo" not in text
    wrong = {"submission": str(uuid4()), f"desa-{SEBORO}": "A", f"desa-{WONOSARI}": "Q"}
    page = client.post(address, wrong)
    assert page.status_code == 422
    assert "Wonosari: Tulis satu huruf dari lembar balasan: A, B, C, D." in page.content.decode()
    page = client.post(address, wrong | {f"desa-{WONOSARI}": "b"}, follow=True)
    assert "2 balasan tersimpan." in page.content.decode()
    assert "Tidak ada balasan yang ditunggu" in page.content.decode()


def test_the_main_desk_chooses_the_district() -> None:
    message, client = sent(), browser_of(writer())
    text = client.get(reverse("message-replies", args=[message.key]), {"kecamatan": KLIRONG}).content.decode()
    assert ("Jogosimo" in text, "Seboro" in text) == (True, False)


def test_what_came_back_is_counted_by_letter_and_names_in_it_are_masked() -> None:
    message = sent()
    acknowledge(at(message), uuid4(), "C", "Hubungi 081234567890", actor=desk())
    text = browser_of(writer()).get(reverse("message-told", args=[message.key])).content.decode()
    assert "diterima, ada pertanyaan" in text
    assert "081234567890" not in text
    assert "1 dari 3 desa sudah menerima" in text


def test_a_question_of_which_only_the_letter_came_is_told_by_its_village() -> None:
    message = sent()
    type_in_replies(message, uuid4(), {SEBORO: "C", WONOSARI: "B"}, actor=district())
    text = browser_of(writer()).get(reverse("message-told", args=[message.key])).content.decode()
    assert "tanpa pertanyaan tertulis. Tanyakan kepada desanya: Seboro.<" in text
    acknowledge(at(message), uuid4(), "C", "Jam berapa?", actor=desk())
    text = browser_of(writer()).get(reverse("message-told", args=[message.key])).content.decode()
    assert "tanpa pertanyaan tertulis" not in text


def test_a_draft_is_for_its_writers_alone() -> None:
    message = draft()
    assert browser_of(writer()).get(reverse("message-told", args=[message.key])).status_code == 200
    assert browser_of(district()).get(reverse("message-told", args=[message.key])).status_code == 404


def test_channels_are_named_and_ended() -> None:
    channel()
    client = browser_of(writer())
    page = client.post(reverse("message-channels"), {"kind": "radio", "name": "Radio (contoh)", "regions": [SADANG]})
    assert page.status_code == 302
    assert "Radio (contoh)" in client.get(reverse("message-channels")).content.decode()
    assert client.post(reverse("message-channels"), {"kind": "radio", "name": ""}).status_code == 422
    client.post(reverse("message-channel-end", args=[Channel.objects.get(kind="radio").pk]))
    assert "Radio (contoh)" not in client.get(reverse("message-channels")).content.decode()


@pytest.mark.parametrize("kind", ["news", "hoax"])
def test_the_sheet_holds_the_message_its_number_and_the_slip(kind: str) -> None:
    told = {"claim": "Vaksin membuat sakit"} if kind == "hoax" else {}
    message = sent("Vaksin aman (contoh)", kind=kind, urgent=True, **told)
    reader = PdfReader(io.BytesIO(as_pdf(message, at(message).village)))
    text = " ".join(reader.pages[0].extract_text().split())
    assert len(reader.pages) == 1
    for part in (
        "Vaksin aman (contoh)",
        message.key,
        "Seboro",
        "diterima, sudah diumumkan",
        "MENDESAK",
        *told.values(),
    ):
        assert part in text


def test_a_desk_fetches_the_sheet_with_its_name() -> None:
    message = sent()
    page = browser_of(desk()).get(reverse("message-sheet", args=[message.key]), {"desa": SEBORO})
    assert (page.status_code, page.headers["Content-Type"]) == (200, "application/pdf")
