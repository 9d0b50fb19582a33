"""The pages of maturity: a desk fills in and sends, the main PPID verifies, everybody reads the result."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selaras.disclosure.actions.assessing import Reply, save_answer
from selaras.disclosure.actions.verifying import verify_assessment
from selaras.disclosure.models import Assessment, AssessmentAnswer, PublicBody
from selaras.people.models import Role
from tests.disclosure.maturity.questionnaires import KEYS, filled, judged, sent
from tests.disclosure.network import OTHER_VILLAGE, at_desk, main_officer, network
from tests.disclosure.publication.items import an_item_of
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
PDF = b"%PDF-1.7 bukti (contoh)"


@pytest.fixture
def body(today: Today) -> PublicBody:
    village = network()
    today(date(2026, 6, 15))
    return village


def answer_url(body: PublicBody, key: str) -> str:
    return reverse("assessment-answer", args=[body.code, 2026, key])


def test_the_desk_reads_its_score_and_what_raises_it(body: PublicBody) -> None:
    desk = browser_of(at_desk(body))
    page = desk.get(reverse("maturity-desk"), follow=True)
    assert page.redirect_chain == [(reverse("maturity", args=[body.code]), 302)]
    assert "Belum cukup bukti untuk menilai" in page.text
    assert "Terbitkan 10 informasi wajib yang belum ada." in page.text
    for key in ("apbdes", "profil", "struktur"):
        an_item_of(body, key)
    assert "dari 100 menurut bukti: Tidak Informatif" in desk.get(reverse("maturity", args=[body.code])).text


def test_a_questionnaire_goes_from_question_to_question(body: PublicBody) -> None:
    desk = browser_of(at_desk(body))
    page = desk.get(reverse("assessment", args=[body.code, 2026]))
    assert "0 dari 22 pertanyaan sudah dijawab" in page.text
    assert answer_url(body, KEYS[0]) in page.text
    told = {"choice": "E", "reason": "", "link": ""}
    after = desk.post(answer_url(body, "published"), told)
    assert after.headers["Location"] == answer_url(body, "fresh")
    last = desk.post(answer_url(body, KEYS[-1]), {"choice": "A"})
    assert last.headers["Location"] == answer_url(body, "fresh")


def test_what_the_system_says_stands_above_the_answers(body: PublicBody) -> None:
    an_item_of(body, "apbdes")
    page = browser_of(at_desk(body)).get(answer_url(body, "published"))
    assert "Menurut sistem: E." in page.text
    assert "1 dari 10 informasi wajib sudah terbit." in page.text
    assert re.findall(r'<input [^>]*value="(.)"[^>]*checked', page.text) == ["E"]
    unknown = browser_of(at_desk(body)).get(answer_url(body, "budget"))
    assert "Sistem tidak menyimpan bukti tentang ini." in unknown.text


def test_a_refused_answer_keeps_what_was_typed(body: PublicBody) -> None:
    desk = browser_of(at_desk(body))
    page = desk.post(answer_url(body, "published"), {"choice": "A", "reason": "", "link": "situs desa"})
    assert page.status_code == 422
    assert "Jawaban Anda berbeda dari menurut sistem. Tulis mengapa." in page.text
    assert "Tautan ini tidak lengkap." in page.text
    assert 'value="situs desa"' in page.text
    assert not Assessment.objects.exists()


def test_a_proof_is_given_back_to_its_desk_and_the_main_ppid_alone(body: PublicBody) -> None:
    proof = SimpleUploadedFile("bukti anggaran.pdf", PDF, "application/pdf")
    browser_of(at_desk(body)).post(answer_url(body, "budget"), {"choice": "A", "proof": proof})
    paper = body.assessments.get().answers.get().papers.get()
    url = reverse("assessment-paper", args=[paper.pk])
    for who in (at_desk(body), main_officer(), someone(Role.Kind.AUDITOR)):
        assert browser_of(who).get(url).content == PDF
    stranger = at_desk(PublicBody.objects.get(region=OTHER_VILLAGE))
    assert browser_of(stranger).get(url).status_code == 404
    assert Client().get(url).status_code == 302


def test_it_is_sent_by_a_button_once_it_is_whole(body: PublicBody) -> None:
    desk, page = browser_of(at_desk(body)), reverse("assessment", args=[body.code, 2026])
    save_answer(body, 2026, "budget", Reply("A"), actor=at_desk(body))
    send = reverse("assessment-send", args=[body.code, 2026])
    assert "Masih ada 21 pertanyaan" in desk.post(send, follow=True).text
    assert send not in desk.get(page).text
    filled(body, 2026)
    assert send in desk.get(page).text
    assert "Terkirim, menunggu verifikasi PPID Utama" in desk.post(send, follow=True).text
    assert desk.get(answer_url(body, "budget")).headers["Location"] == page


def test_another_desk_finds_nothing(body: PublicBody) -> None:
    stranger = browser_of(at_desk(PublicBody.objects.get(region=OTHER_VILLAGE)))
    for url in (reverse("maturity", args=[body.code]), reverse("assessment", args=[body.code, 2026])):
        assert stranger.get(url).status_code == 404
    assert stranger.get(reverse("assessments")).status_code == 403


def test_a_year_that_cannot_be_filled_in_is_no_page(body: PublicBody) -> None:
    desk = browser_of(at_desk(body))
    assert desk.get(reverse("assessment", args=[body.code, 2025])).status_code == 200
    assert desk.get(reverse("assessment", args=[body.code, 2020])).status_code == 404


def test_the_main_ppid_sees_who_has_not_sent(body: PublicBody) -> None:
    sent(body, 2026)
    officer = browser_of(main_officer())
    page = officer.get(reverse("assessments"))
    assert "1 dari 4 badan sudah mengirim kuesioner 2026" in page.text
    assert page.text.index("Pemerintah Desa Seboro") < page.text.index("Dinas Komunikasi dan Informatika")
    waiting = officer.get(reverse("assessments") + "?keadaan=none").text
    assert "Pemerintah Desa Wonosari" in waiting
    assert "Pemerintah Desa Seboro" not in waiting


def test_the_main_ppid_accepts_corrects_and_closes(body: PublicBody) -> None:
    assessment = sent(body, 2026)
    officer, url = browser_of(main_officer()), reverse("assessment-verify", args=[assessment.pk])
    assert "22 jawaban belum dinilai" in officer.get(url).text
    refused = officer.post(url, {"pertanyaan": "published", "jawaban": "E", "alasan": ""})
    assert refused.status_code == 422
    assert "Tulis mengapa jawabannya diubah." in refused.text
    officer.post(url, {"pertanyaan": "published", "jawaban": "E", "alasan": "Tidak ada buktinya."})
    officer.post(reverse("assessment-accept", args=[assessment.pk]))
    page = officer.get(url).text
    assert "Semua jawaban sudah dinilai. Isi nilai visitasi." in page
    assert "Diubah menjadi E:" in page
    wrong = officer.post(url, {"visit": "delapan", "note": "Meja rapi."})
    assert (wrong.status_code, "misalnya 82,5." in wrong.text, "Meja rapi." in wrong.text) == (422, True, True)
    closed = officer.post(url, {"visit": "80,5", "note": "Meja rapi."}, follow=True).text
    assert "71,3 dari 100: Cukup Informatif" in closed
    assert Assessment.objects.get().total == Decimal("71.30")


def test_an_auditor_reads_and_changes_nothing(body: PublicBody) -> None:
    assessment = sent(body, 2026)
    auditor, url = browser_of(someone(Role.Kind.AUDITOR)), reverse("assessment-verify", args=[assessment.pk])
    assert "Terima" not in auditor.get(url).text.replace("Diterima", "").replace("Terima kasih", "")
    assert auditor.post(url, {"visit": "80"}).status_code == 403
    assert auditor.post(reverse("assessment-accept", args=[assessment.pk])).status_code == 403
    assert not AssessmentAnswer.objects.exclude(verified="").exists()


def test_what_is_given_back_tells_the_desk_why(body: PublicBody) -> None:
    assessment = sent(body, 2026)
    officer = browser_of(main_officer())
    officer.post(reverse("assessment-return", args=[assessment.pk]), {"alasan": "Lampirkan bukti anggaran."})
    page = browser_of(at_desk(body)).get(reverse("assessment", args=[body.code, 2026])).text
    assert "Lampirkan bukti anggaran." in page


def test_a_result_is_public_once_it_is_verified(body: PublicBody) -> None:
    assessment, url = sent(body, 2026), reverse("maturity-of-body", args=[body.code])
    before = Client().get(url).text
    assert "Belum ada hasil penilaian yang terverifikasi" in before
    assert "75" not in before.partition("<main")[2].partition("</main")[0].replace("0,75", "")
    verify_assessment(judged(assessment, published="E"), Decimal("80.5"), "Catatan dalam.", actor=main_officer())
    after = Client().get(url).text
    assert "71,3 dari 100 tahun 2026: Cukup Informatif" in after
    assert "24 dari 40" in after
    for private in ("Catatan dalam.", "Tidak ada buktinya.", "Petugas"):
        assert private not in after


def test_the_gaps_are_listed_by_worth(body: PublicBody) -> None:
    assessment = sent(body, 2026)
    verify_assessment(judged(assessment, published="E"), Decimal("80.5"), "", actor=main_officer())
    page = browser_of(at_desk(body)).get(reverse("assessment", args=[body.code, 2026])).text
    assert "Untuk Menuju Informatif dibutuhkan 80." in page
    gaps = page.partition("Yang paling menaikkan nilai tahun depan")[2]
    assert gaps.index("Berapa bagian informasi yang wajib diumumkan") < gaps.index("Berapa bagian informasi wajib")
    assert "+6,4" in gaps
    assert "80,9<small>cukup untuk Menuju Informatif</small>" in gaps


def test_everybody_reads_how_it_is_counted(body: PublicBody) -> None:
    text = Client().get(reverse("maturity-method")).text
    assert "80 % kuesioner + 20 % visitasi" in text
    assert "Jenis informasi" in text
    assert "A 100 %, B 75 %, C 50 %, D 25 %, E 0 %" in text


def test_without_its_parameters_the_method_says_what_lacks() -> None:
    assert "Minta pengelola situs memuat parameter regulasi" in Client().get(reverse("maturity-method")).text


def test_every_answer_goes_out_as_csv_and_xlsx(body: PublicBody) -> None:
    save_answer(body, 2026, "budget", Reply("A", "=HYPERLINK(1)"), actor=at_desk(body))
    sent(body, 2026)
    officer = browser_of(main_officer())
    content = officer.get(reverse("assessments-file", args=[2026, "csv"])).content.decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(content)))
    assert len(rows) == 22
    budget = next(row for row in rows if row["pertanyaan"].startswith("Apakah ada anggaran"))
    assert (budget["jawaban"], budget["bunyi_jawaban"]) == ("A", "Ada, tersendiri, dan dilaporkan")
    assert budget["alasan"].startswith("'=")
    book = openpyxl.load_workbook(BytesIO(officer.get(reverse("assessments-file", args=[2026, "xlsx"])).content))
    assert book.sheetnames == ["Hasil", "Jawaban"]
    assert not [cell for row in book["Jawaban"].iter_rows() for cell in row if cell.data_type == "f"]


def test_a_desk_takes_only_its_own_answers(body: PublicBody) -> None:
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    sent(body, 2026)
    sent(other, 2026)
    content = browser_of(at_desk(other)).get(reverse("assessments-file", args=[2026, "csv"])).content.decode()
    assert "Wonosari" in content
    assert "Seboro" not in content


def test_the_work_list_asks_as_much_for_one_as_for_all(body: PublicBody) -> None:
    officer, url = browser_of(main_officer()), reverse("assessments")
    officer.get(url)
    counts = []
    for village in (body, PublicBody.objects.get(region=OTHER_VILLAGE)):
        sent(village, 2026)
        with CaptureQueriesContext(connection) as queries:
            officer.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1]
