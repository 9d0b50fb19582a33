"""A correction and a withdrawal reach everyone who got the first, whatever they are for themselves."""

from __future__ import annotations

import io
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from selaras.government.models import Region
from selaras.outreach.actions.channels import end_channel
from selaras.outreach.actions.sending import correct, withdraw
from selaras.outreach.errors import Incomplete, NotAllowed, NotNow
from selaras.outreach.exports.sheet import as_pdf
from selaras.outreach.models import Message
from selaras.outreach.queries import in_force, put_right, waiting_at_desk_of
from tests.outreach.room import JOGOSIMO, KLIRONG, SADANG, SEBORO, WONOSARI, channel, desk, draft, said, sent, writer

pytestmark = pytest.mark.django_db


def reached(message: Message) -> set[str]:
    return set(message.deliveries.values_list("village", flat=True))


def test_a_correction_for_another_district_still_reaches_the_first() -> None:
    first = sent(regions=[SADANG])
    later = correct(first, uuid4(), said("Ralat (contoh)", regions=[KLIRONG]), actor=writer())
    first.refresh_from_db()
    assert (first.state, later.state, later.deed, later.earlier) == ("corrected", "sent", "corrects", first)
    assert reached(later) == {SEBORO, WONOSARI, JOGOSIMO}


def test_a_correction_of_a_correction_reaches_all_before_it() -> None:
    first = sent(regions=[SEBORO])
    second = correct(first, uuid4(), said("Ralat 1", regions=[WONOSARI]), actor=writer())
    third = correct(second, uuid4(), said("Ralat 2", regions=[JOGOSIMO]), actor=writer())
    assert reached(third) == {SEBORO, WONOSARI, JOGOSIMO}


def test_a_withdrawal_is_urgent_and_goes_by_the_channels_of_the_first_though_they_ended() -> None:
    radio = channel("Radio (contoh)", "radio")
    first = sent(channels=[radio.pk], regions=[SADANG])
    Region.objects.create(code="33.05.22.2009", name="Desa baru (contoh)", level="village", parent_id=SADANG)
    end_channel(radio, actor=writer())
    notice = withdraw(first, uuid4(), "Jadwalnya berubah.", actor=writer())
    assert (notice.urgent, notice.title, notice.text) == (True, f"Ditarik: {first.title}", "Jadwalnya berubah.")
    assert reached(notice) >= {SEBORO, WONOSARI}
    assert {one.channel for one in notice.deliveries.all()} == {radio}
    first.refresh_from_db()
    assert first.state == "withdrawn"


def test_a_clarification_that_was_wrong_is_withdrawn_without_calling_anything_false_or_true() -> None:
    first = sent("Pasar tidak ditutup (contoh)", kind="hoax", claim="Pasar ditutup mulai Senin")
    notice = withdraw(first, uuid4(), "Pasar ternyata ditutup.", actor=writer())
    assert (notice.kind, notice.claim) == ("news", "")
    page = Client().get(reverse("message", args=[notice.key])).content.decode()
    sheet = PdfReader(io.BytesIO(as_pdf(notice))).pages[0].extract_text()
    for text in (page, sheet):
        assert "Pasar ternyata ditutup." in text
        assert "Kabar bohong" not in text
        assert "Yang benar" not in text


def test_the_same_form_twice_is_one_notice_and_a_second_deed_comes_too_late() -> None:
    first, form = sent(), uuid4()
    notice = withdraw(first, form, "Salah.", actor=writer())
    assert withdraw(first, form, "Salah.", actor=writer()) == notice
    with pytest.raises(NotNow, match="sekarang: ditarik"):
        correct(first, uuid4(), said(), actor=writer())
    assert Message.objects.count() == 2


def test_the_desk_sees_the_notice_in_place_of_the_message() -> None:
    first = sent()
    notice = withdraw(first, uuid4(), "Salah.", actor=writer())
    assert [one.message for one in waiting_at_desk_of(desk())] == [notice]
    assert list(in_force(desk(), first.valid_from)) == [notice]
    assert list(put_right(desk(), first.valid_from)) == [first]


def test_a_draft_cannot_be_withdrawn_a_reason_is_needed_and_a_desk_may_not() -> None:
    with pytest.raises(NotNow, match="konsep"):
        withdraw(draft(), uuid4(), "Salah.", actor=writer())
    with pytest.raises(Incomplete) as lacks:
        withdraw(sent(), uuid4(), "  ", actor=writer())
    assert set(lacks.value.fields) == {"reason"}
    with pytest.raises(NotAllowed):
        withdraw(sent(), uuid4(), "Salah.", actor=desk())
