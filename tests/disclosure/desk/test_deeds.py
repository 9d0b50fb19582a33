"""Each deed asks its action; refused, it says why and keeps what was typed; only fitting ones are offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from selaras.disclosure.actions.disputing import file_dispute, move_dispute
from selaras.disclosure.actions.objecting import decide_objection
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.models import Dispute, PublicBody, Request
from selaras.disclosure.pages.desk.deeds import DEEDS
from tests.disclosure.desk.cases import answered, do, helper_of, objected, opened, words
from tests.disclosure.network import asked, at_desk, network, superior_of
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
OFFERED = {
    "checking": {"terima", "lengkapi"},
    "open": {"perpanjang", "hentikan"},
    "answered": {"serahkan", "terbitkan", "keberatan"},
}


def offered(page: str, case: Request) -> set[str]:
    return {slug for slug in DEEDS if reverse("request-deed", args=[case.pk, slug]) in page}


def test_only_what_the_state_allows_is_offered(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    desk = browser_of(at_desk(body))
    for case in (asked(body), opened(body), answered(body)):
        page = desk.get(reverse("request-desk", args=[case.pk])).content.decode()
        assert offered(page, case) == OFFERED[case.state]


def test_the_desk_asks_to_complete_with_what_is_missing_already_ticked(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = asked(body, papers=())
    desk = browser_of(at_desk(body))
    form = desk.get(reverse("request-deed", args=[case.pk, "lengkapi"])).content.decode()
    assert form.count("checked") == 1
    assert 'value="identity"' in form
    page = words(do(desk, case, "lengkapi", missing=["identity"], note="Foto boleh dengan ponsel."))
    case.refresh_from_db()
    assert (case.state, case.missing) == ("incomplete", ["identity"])
    assert "Foto boleh dengan ponsel." in page


def test_one_button_accepts(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    page = words(do(browser_of(at_desk(body)), asked(body), "terima"))
    assert "Waktu menjawab mulai berjalan." in page
    assert "Permohonan ini harus dijawab. Paling lambat Senin, 23 Maret 2020." in page


def test_the_clock_is_extended_paused_and_resumed_with_a_reason_that_the_applicant_reads(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, desk = opened(body), browser_of(at_desk(body))
    page = words(do(desk, case, "perpanjang", reason="Arsipnya jauh."))
    assert "Kamis, 2 April 2020" in page  # seven working days more, past Nyepi
    assert "Arsipnya jauh." in page
    assert "Waktu jawab dihentikan sementara." in words(do(desk, case, "hentikan", reason="Banjir."))
    assert "Waktu jawab berjalan lagi." in words(do(desk, case, "lanjutkan"))
    assert list(case.steps.values_list("kind", flat=True))[-3:] == ["extended", "paused", "resumed"]


@pytest.mark.parametrize(
    ("slug", "told", "sentence"),
    [
        ("perpanjang", {"reason": " "}, "Tulis alasan perpanjangan."),
        ("hentikan", {"reason": ""}, "Tulis mengapa waktu dihentikan."),
        ("lengkapi", {"note": "Catatan saya"}, "sudah diproses"),
        ("putuskan", {"decision": "granted", "text": "Tulisan saya"}, "Permohonan ini belum diajukan keberatan."),
        ("serahkan", {"how": "Tulisan saya"}, "Permohonan ini belum dijawab."),
        ("sengketa", {"on": "2020-03-09", "number": "7/KI"}, "Permohonan ini belum diajukan keberatan."),
        ("tahap", {"stage": "mediation"}, "Permohonan ini belum disengketakan."),
        ("sidang", {"held_at": "besok"}, "Tulis hari dan jam sebagai"),
        ("hapus-data", {"reason": "Tulisan saya"}, "sudah diproses"),
    ],
)
def test_a_refusal_is_a_sentence_and_nothing_typed_is_lost(
    today: Today, slug: str, told: dict[str, Any], sentence: str
) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = opened(body)
    answer = do(browser_of(at_desk(body)), case, slug, **told)
    assert sentence in words(answer)
    if answer.status_code == 422:
        assert all(word in answer.content.decode() for word in told.values())
    case.refresh_from_db()
    assert case.state == "open"


def test_an_answer_is_delivered_and_published_under_a_title(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, desk = answered(body), browser_of(at_desk(body))
    assert "Penyerahan jawaban dicatat." in words(do(desk, case, "serahkan", how="diambil di meja"))
    do(desk, case, "terbitkan", title="APBDes 2019")
    given = case.answers.get()
    assert (given.delivered_how, given.published_as) == ("diambil di meja", "APBDes 2019")
    do(desk, case, "terbitkan", title="")
    given.refresh_from_db()
    assert given.published_at is None


def test_the_superior_decides_an_objection_and_no_desk_does(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    objection = objected(body)
    told = {"decision": "granted", "text": "Laporan harus diberikan."}
    assert do(browser_of(at_desk(body)), objection.request, "putuskan", **told).status_code == 403
    judge = browser_of(superior_of(body))
    assert "Pilih putusan atas keberatan." in words(do(judge, objection.request, "putuskan", text="Tulisan saya"))
    assert "Keberatan diputuskan." in words(do(judge, objection.request, "putuskan", **told))
    objection.refresh_from_db()
    assert (objection.decision, objection.decision_text) == ("granted", "Laporan harus diberikan.")


def test_a_dispute_is_filed_moved_heard_and_closed(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    objection = decide_objection(objected(body), "rejected", "Tidak ada.", actor=superior_of(body))
    case, desk = objection.request, browser_of(at_desk(body))
    do(desk, case, "sengketa", on="2020-03-09", number="012/KI/2020")
    do(desk, case, "tahap", stage="adjudication")
    assert "09.30" in words(do(desk, case, "sidang", held_at="2020-04-01T09:30", place="Semarang", note=""))
    page = words(do(desk, case, "selesai", outcome="for_body", text="Ditolak.", on="2020-03-09"))
    assert "Hasil sengketa dicatat." in page
    assert "Sengketa atas permohonan ini sudah selesai." in page
    assert Dispute.objects.get().outcome == "for_body"


def disputed(body: PublicBody) -> Dispute:
    objection = decide_objection(objected(body), "rejected", "Tidak ada.", actor=superior_of(body))
    return file_dispute(objection, date(2020, 3, 9), actor=APPLICANT)


@pytest.mark.parametrize(
    ("gone", "possible"),
    [
        ([], {"mediation", "adjudication"}),
        (["mediation"], {"adjudication"}),
        (["mediation", "adjudication"], {"court"}),
        (["adjudication", "court"], set()),
    ],
)
def test_only_stages_to_which_it_may_go_on_are_offered(today: Today, gone: list[str], possible: set[str]) -> None:
    body = network()
    today(date(2020, 3, 9))
    dispute = disputed(body)
    for stage in gone:
        move_dispute(dispute, stage, actor=at_desk(body))
    case, desk = dispute.objection.request, browser_of(at_desk(body))
    page = desk.get(reverse("request-deed", args=[case.pk, "tahap"])).content.decode()
    assert {stage for stage in Dispute.Stage.values if f'value="{stage}"' in page} == possible
    assert ("tahap" in offered(desk.get(reverse("request-desk", args=[case.pk])).content.decode(), case)) is bool(
        possible
    )


def test_the_applicant_is_erased_once_the_case_is_over_and_the_case_stays(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, desk = answered(body), browser_of(at_desk(body))
    early = words(do(desk, case, "hapus-data", reason="Diminta."))
    assert "Pemohon masih berhak mengajukan keberatan" in early
    today(date(2020, 6, 9))
    desk = browser_of(at_desk(body))  # the session of March is over
    assert "Data pribadinya sudah dihapus." in words(do(desk, case, "hapus-data", reason="Diminta."))
    assert Request.objects.get(pk=case.pk).state == "answered"


def test_a_district_that_helps_acts_with_the_villages_name_on_it(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = asked(body)
    page = words(do(browser_of(helper_of(body)), case, "terima"))
    assert "dibantu Kecamatan Sadang" in page


def test_an_unknown_deed_is_no_page() -> None:
    body = network()
    case = asked(body)
    assert browser_of(at_desk(body)).get(reverse("request-deed", args=[case.pk, "sulap"])).status_code == 404
