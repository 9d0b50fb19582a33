"""Somebody without an account asks in steps, on whichever telephone, and gets one case for it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.disclosure.actions import knocking
from selaras.disclosure.actions.checking import missing_now
from selaras.disclosure.actions.saving_drafts import readdress_draft
from selaras.disclosure.drafts import draft_behind
from selaras.disclosure.errors import NotNow
from selaras.disclosure.identity import identity_of
from selaras.disclosure.models import Draft, DraftPaper, PublicBody, Request
from tests.disclosure.applicant.forms import HOW, WHAT, WHO, begun, card, filled, send, step
from tests.disclosure.network import OTHER_VILLAGE, SITI, network
from tests.disclosure.publication.items import an_item_of
from tests.web.site import own_files

__all__ = ["own_files"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


@pytest.fixture
def body() -> PublicBody:
    return network()


def page(name: str, *parts: str) -> str:
    return Client().get(reverse(name, args=parts)).content.decode()


def test_five_steps_make_a_case_that_lacks_nothing(body: PublicBody) -> None:
    token = filled(body)
    assert "Permohonan Anda lengkap. Periksa, lalu kirim." in page("ask-check", token)
    sent = send(token)
    case = Request.objects.get()
    assert sent.headers["Location"].endswith("/tanda-terima/")
    assert case.number in Client().get(sent.headers["Location"]).content.decode()
    assert missing_now(case) == []
    assert identity_of(case.applicant).name == SITI.name
    assert case.identity_documents.get().kind == "identity"


def test_sent_twice_or_begun_twice_it_is_one_case(body: PublicBody) -> None:
    submission = uuid4()
    first, second = filled(body, submission), filled(body, submission)
    places = {send(token).headers["Location"] for token in (first, first, second)}
    assert len(places) == 1
    assert (Request.objects.count(), Request.objects.get().identity_documents.count()) == (1, 1)


def test_after_it_was_sent_the_draft_keeps_nothing_and_leads_to_the_receipt(body: PublicBody) -> None:
    token = filled(body)
    receipt = send(token).headers["Location"]
    assert not DraftPaper.objects.exists()
    for name, parts in (("ask-check", [token]), ("ask-step", [token, "siapa"])):
        answer = Client().get(reverse(name, args=parts), follow=True)
        assert answer.redirect_chain[-1][0] == receipt
        assert SITI.identity_number not in answer.content.decode()


def test_another_telephone_goes_on_where_the_first_stopped(body: PublicBody) -> None:
    token = begun(body)
    step(token, "siapa", WHO)
    assert f"/informasi/draf/{token}/" in page("ask-step", token, "cara")
    shown = page("ask-step", token, "siapa")
    assert SITI.name in shown
    assert WHAT["purpose"] in page("ask-check", token)


def test_what_is_missing_is_named_with_the_step_that_asks_it_and_may_be_sent_all_the_same(body: PublicBody) -> None:
    token = begun(body)
    shown = page("ask-check", token)
    assert "Masih kurang 7 hal." in shown
    for label, slug in (("Nomor identitas", "siapa"), ("Cara memperoleh", "cara"), ("Foto kartu identitas", "berkas")):
        assert f'<a href="/informasi/draf/{token}/{slug}/">{label}</a>' in shown
    assert send(token).status_code == 302
    assert missing_now(Request.objects.get())[0] == "name"


@pytest.mark.parametrize(
    ("slug", "told", "sentence"),
    [
        ("apa", {"subject": "  "}, "Tulis informasi apa yang Anda minta."),
        ("siapa", WHO | {"identity_number": "3305"}, "NIK terdiri atas 16 angka. Hitung kembali angkanya."),
        ("siapa", WHO | {"email": "siti"}, "Alamat surel ini tidak lengkap, misalnya nama@contoh.id."),
        ("cara", HOW | {"way": "terbang"}, "Pilih salah satu yang tersedia."),
        ("berkas", {"identity": "teks"}, ""),
    ],
)
def test_what_cannot_be_right_is_told_beside_its_field_and_kept(
    slug: str, told: dict[str, str], sentence: str, body: PublicBody
) -> None:
    token = begun(body)
    answer = step(token, slug, told)
    if not sentence:  # no file at all is no mistake yet
        assert answer.status_code == 302
        return
    text = answer.content.decode()
    assert answer.status_code == 422
    assert text.count(sentence) >= 2  # on top and beside the field
    again = page("ask-step", token, slug)
    assert told.get("identity_number", "") in again
    assert told.get("email", "") in again


def test_answers_by_mail_need_an_address(body: PublicBody) -> None:
    token = begun(body)
    step(token, "cara", HOW | {"delivery": "email"})
    assert "Anda memilih jawaban lewat surel." in step(token, "siapa", WHO).content.decode()
    answer = send(token)
    assert answer.status_code == 422
    assert f'<a href="/informasi/draf/{token}/siapa/">Anda memilih jawaban lewat surel.' in answer.content.decode()
    assert not Request.objects.exists()


def test_a_paper_is_replaced_or_taken_out_and_a_wrong_one_refused(body: PublicBody) -> None:
    token = begun(body)
    step(token, "berkas", {"identity": card()})
    step(token, "berkas", {"identity": card()})
    assert DraftPaper.objects.count() == 1
    assert "Sudah tersimpan" in page("ask-step", token, "berkas")
    from django.core.files.uploadedfile import SimpleUploadedFile

    wrong = step(token, "berkas", {"identity": SimpleUploadedFile("ktp.jpg", b"bukan foto")})
    assert "Berkas ini bukan foto JPG atau PNG" in wrong.content.decode()
    assert DraftPaper.objects.count() == 1
    step(token, "berkas", {"buang": "identity"})
    assert not DraftPaper.objects.exists()


def test_a_legal_entity_with_a_proxy_is_asked_for_other_papers(body: PublicBody) -> None:
    token = begun(body)
    step(token, "siapa", {"kind": "entity", "by_proxy": "on", "acts_for": "PT Contoh"})
    shown = page("ask-step", token, "berkas")
    assert "Salinan pengesahan badan hukum" in shown
    assert "Surat kuasa" in shown
    assert "Foto kartu identitas" not in shown


def test_whoever_does_not_want_it_any_more_leaves_nothing(body: PublicBody) -> None:
    token = filled(body)
    Client().post(reverse("ask-check", args=[token]), {"buang": "1"})
    assert not Draft.objects.exists()
    assert not DraftPaper.objects.exists()
    gone = Client().get(reverse("ask-check", args=[token]))
    assert gone.status_code == 404
    assert "Drafnya mungkin sudah dihapus" in gone.content.decode()


def test_what_lies_in_a_draft_is_sealed(body: PublicBody) -> None:
    draft = draft_behind(filled(body))
    stored = bytes(draft.sealed) + b"".join(bytes(one.sealed) for one in draft.papers.all())
    for told in (SITI.identity_number, SITI.name, WHAT["subject"], "gambar contoh"):
        assert told.encode() not in stored


def test_each_question_says_why_it_is_asked(body: PublicBody) -> None:
    token = begun(body)
    for slug, why in (
        ("apa", "Wajib dicatat; bukan alasan untuk menolak."),
        ("siapa", "Undang-undang mewajibkan kami mencatat siapa yang meminta."),
        ("berkas", "Disimpan terkunci; setiap dilihat dicatat."),
    ):
        assert why in page("ask-step", token, slug)


def test_without_a_script_a_button_shows_what_is_published_already(body: PublicBody) -> None:
    an_item_of(body)
    answer = Client().post(
        reverse("ask", args=[body.code]),
        {"subject": "APBDes 2020", "submission": str(uuid4()), "lihat": "1"},
        follow=True,
    )
    assert "APBDes tahun 2020 (contoh)" in answer.content.decode()
    assert "APBDes 2020</textarea>" in answer.content.decode()


def test_a_script_is_shown_the_bodys_own_first(
    body: PublicBody, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    other = PublicBody.objects.exclude(pk=body.pk).filter(kind="village").get()
    an_item_of(other, title="APBDes Wonosari (contoh)")
    ask = reverse("ask-hints", args=[body.code])
    assert "APBDes Wonosari" in Client().post(ask, {"subject": "minta APBDes"}).content.decode()
    an_item_of(body)
    with django_assert_max_num_queries(9):
        shown = Client().post(ask, {"subject": "minta APBDes"}).content.decode()
    assert "APBDes tahun 2020 (contoh)" in shown
    assert "Wonosari" not in shown


def test_a_script_is_told_where_to_go_on(body: PublicBody) -> None:
    sent = WHAT | {"submission": str(uuid4())}
    headers = {"accept": "application/json"}
    told = Client().post(reverse("ask", args=[body.code]), sent, headers=headers).json()
    assert told["next"].endswith("/cara/")
    wrong = Client().post(told["next"], {"way": "terbang"}, headers=headers)
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["way"])


def test_too_much_from_one_address_is_refused_kindly_and_nothing_is_lost(
    body: PublicBody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(knocking.MOST, "request", 1)
    first, second = filled(body), filled(body)
    assert send(first).status_code == 302
    refused = send(second)
    assert refused.status_code == 429
    assert "Coba lagi satu jam lagi" in refused.content.decode()
    assert WHAT["subject"] in page("ask-check", second)
    monkeypatch.setitem(knocking.MOST, "draft", 1)
    again = Client().post(reverse("ask", args=[body.code]), WHAT | {"submission": str(uuid4())})
    assert again.status_code == 429
    assert WHAT["subject"] in again.content.decode()


def test_a_draft_goes_to_another_body_with_all_that_was_typed(body: PublicBody) -> None:
    token = filled(body)
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    page = Client().get(reverse("ask-check", args=[token])).content.decode()
    assert reverse("ask-body", args=[token]) in page
    found = Client().get(reverse("ask-body", args=[token]), {"badan": "wonosari"}).content.decode()
    assert f'value="{other.code}"' in found
    moved = Client().post(reverse("ask-body", args=[token]), {"badan": other.code}, follow=True).content.decode()
    assert f"Permohonan ini sekarang untuk {other.name}." in moved
    send(token)
    sent = Request.objects.get()
    assert (sent.body, sent.subject) == (other, WHAT["subject"])
    assert sent.identity_documents.count() == 1


@pytest.mark.parametrize("code", ["", "tidak-ada"])
def test_a_draft_goes_to_no_body_that_is_none(code: str, body: PublicBody) -> None:
    token = filled(body)
    assert Client().post(reverse("ask-body", args=[token]), {"badan": code}).status_code == 404
    send(token)
    assert Request.objects.get().body == body


def test_what_was_sent_goes_to_no_other_body(body: PublicBody) -> None:
    token = filled(body)
    send(token)
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    assert Client().post(reverse("ask-body", args=[token]), {"badan": other.code}).status_code == 302
    assert Request.objects.get().body == body
    with pytest.raises(NotNow):
        readdress_draft(draft_behind(token), other)
