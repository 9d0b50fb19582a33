"""Letters: each deed has its own, written once, with what the law asks for, sealed, and gone with the applicant."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from io import BytesIO

import docx
import pypdf
import pytest
from django.core.files.storage import default_storage

from selaras.audit.models import Entry
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import withdraw
from selaras.disclosure.actions.writing_letters import letter_content, reset_wording, reword, write_letter
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.letters import Due, letters_due, wording_for
from selaras.disclosure.links import address_of
from selaras.disclosure.models import Letter, LetterKind, PublicBody, Request
from tests.disclosure.network import OTHER_VILLAGE, agency, asked, at_desk, main_officer, network
from tests.disclosure.reports.a_long_case import furnished, long_case

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
MONDAY = date(2020, 3, 9)


def due(case: Request, kind: str) -> Due:
    return next(one for one in letters_due(case) if one.kind == kind)


def written(case: Request, kind: str) -> Letter:
    return write_letter(case, due(case, kind), actor=at_desk(case.body))


def pdf_words(letter: Letter) -> str:
    pages = pypdf.PdfReader(BytesIO(letter_content(letter, "pdf"))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def docx_words(letter: Letter) -> str:
    page = docx.Document(BytesIO(letter_content(letter, "docx")))
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([line.text for line in page.paragraphs] + cells).split())


LAW = {
    "receipt": ["0001/3305222002/2020", "Siti (contoh)", "lewat formulir di situs", "10 hari kerja", "12 Maret 2020"],
    "incomplete": ["Nomor identitas", "Foto kartu identitas", "Kamis, 12 Maret 2020", "Foto kartu boleh diambil"],
    "extension": ["Kamis, 26 Maret 2020", "7 hari kerja", "Arsip tahun 2019", "Hari Suci Nyepi", "ayat (8)"],
    "answer": [
        "dari 3 bagian, 1 bagian tidak di bawah penguasaan kami",
        "Kantor Pertanahan Kabupaten Kebumen",
        "dikabulkan sebagian",
        "Pasal 17 huruf h UU 14/2008",
        "penerima-bantuan.xlsx",
        "NIK disamarkan",
        "lewat situs",
        "Rp 15.000",
        "dibayar di meja layanan",
        "Kamis, 14 Mei 2020",
    ],
    "refusal": [
        "0001/3305222002/2020",
        "Siti (contoh)",
        "RT 02 RW 01 Seboro (contoh)",
        "Guru (contoh)",
        "081200000001",
        "Salinan APBDes tahun 2019",
        "Memuat NIK dan alamat warga",
        "Pasal 17 huruf h UU 14/2008",
        "188/03/KEP/2020",
    ],
    "objection": ["K-0001/3305222002/2020", "huruf a", "huruf d", "Senin, 20 April 2020", "Jumlah penerima per dusun"],
    "superior": [
        "diterima sebagian",
        "Nama tetap tertutup",
        "Wagiman (contoh)",
        "Komisi Informasi",
        "Pasal 37 ayat (2)",
    ],
}


def test_every_letter_says_what_the_law_asks_for(today: Today) -> None:
    case = long_case(furnished(network()), today)
    assert [one.kind for one in letters_due(case)] == list(LAW)
    for kind, words in LAW.items():
        letter = written(case, kind)
        for text in (pdf_words(letter), docx_words(letter)):
            assert [one for one in words if one not in text] == [], kind
            assert letter.number in text
            assert "Kamis, 30 April 2020" in text
            assert "Jalan Raya Sadang 12 (contoh)" in text


def test_a_letter_asked_for_twice_is_one_letter(today: Today) -> None:
    body = network()
    today(MONDAY)
    case = asked(body)
    first = written(case, "receipt")
    today(date(2020, 3, 10))
    again = written(case, "receipt")
    assert (again.pk, again.number) == (first.pk, "TB.1/0001/3305222002/2020")
    assert letter_content(again, "pdf") == letter_content(first, "pdf")
    assert Entry.objects.filter(action="disclosure.letter_written").count() == 1


def test_it_is_written_anew_only_where_it_would_say_something_else(today: Today) -> None:
    body = network()
    today(MONDAY)
    case, desk = asked(body), at_desk(body)
    first = written(case, "receipt")
    assert write_letter(case, due(case, "receipt"), actor=desk, anew=True) == first
    reword("receipt", body, "Permohonan {nama} kami terima.", actor=desk)
    second = write_letter(case, due(case, "receipt"), actor=desk, anew=True)
    assert (second.edition, second.number) == (2, "TB.1-2/0001/3305222002/2020")
    assert "Permohonan Siti (contoh) kami terima." in pdf_words(second)
    assert "Simpan surat ini" in pdf_words(first)
    assert written(case, "receipt") == second


def test_a_letter_of_a_moved_request_names_where_it_went(today: Today) -> None:
    body = network()
    today(MONDAY)
    case = asked(body)
    (there,) = move(case, [Piece(agency(), "Jaringan desa")], "Dikuasai dinas.", actor=at_desk(body))
    text = pdf_words(written(Request.objects.get(pk=case.pk), "transfer"))
    assert there.number in text
    assert "Dikuasai dinas." in text
    assert address_of(there).rpartition("/permohonan/")[2][:8] in text.replace(" ", "")


def test_a_letter_that_no_deed_calls_for_is_not_written(today: Today) -> None:
    body = network()
    today(MONDAY)
    case = asked(body)
    with pytest.raises(NotNow, match="Belum ada langkah"):
        write_letter(case, Due(LetterKind.ANSWER, "answer", 1), actor=at_desk(body))


def test_the_applicant_takes_the_proof_and_nothing_else(today: Today) -> None:
    case = long_case(furnished(network()), today)
    letter = write_letter(case, due(case, "receipt"), actor=APPLICANT)
    assert (letter.made_by, letter.made_by_name) == (None, "pemohon")
    with pytest.raises(NotAllowed, match="ditulis oleh meja"):
        write_letter(case, due(case, "answer"), actor=APPLICANT)


def test_another_desk_writes_nothing(today: Today) -> None:
    body = network()
    today(MONDAY)
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    case = asked(body)
    with pytest.raises(NotAllowed, match="Pemerintah Desa Seboro"):
        write_letter(case, due(case, "receipt"), actor=at_desk(other))


def test_the_files_lie_sealed_and_their_digests_tell_of_what_is_handed_out(today: Today) -> None:
    body = network()
    today(MONDAY)
    letter = written(asked(body), "receipt")
    for kept, form, digest in ((letter.pdf, "pdf", letter.pdf_digest), (letter.docx, "docx", letter.docx_digest)):
        with default_storage.open(kept.name) as file:
            assert not file.read().startswith((b"%PDF", b"PK"))
        assert hashlib.sha256(letter_content(letter, form)).hexdigest() == digest


def test_erasing_the_applicant_takes_the_letters_along(
    today: Today, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    body = network()
    today(MONDAY)
    case, desk = asked(body), at_desk(body)
    letter = written(case, "receipt")
    withdraw(case)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[attr-defined]
        erase_applicant(case, "Diminta pemohon.", actor=desk)
    assert not default_storage.exists(letter.pdf.name)
    gone = Letter.objects.get()
    assert (gone.number, gone.pdf_digest, bool(gone.erased_at)) == (letter.number, letter.pdf_digest, True)
    with pytest.raises(NotNow, match="sudah dihapus"):
        letter_content(gone, "pdf")
    fresh = Request.objects.select_related("applicant").get(pk=case.pk)
    assert written(fresh, "receipt") == gone
    with pytest.raises(NotNow, match="tidak dapat ditulis lagi"):
        write_letter(fresh, due(fresh, "receipt"), actor=desk, anew=True)


def test_the_words_of_a_body_go_before_those_for_all_and_those_before_the_shipped(today: Today) -> None:
    body = network()
    desk, main = at_desk(body), main_officer()
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    reword("receipt", None, "Untuk semua.", actor=main)
    reword("receipt", body, "Milik Seboro.", actor=desk)
    assert wording_for("receipt", body).text == "Milik Seboro."
    assert wording_for("receipt", other).text == "Untuk semua."
    reset_wording("receipt", body, actor=desk)
    assert wording_for("receipt", body).text == "Untuk semua."
    reset_wording("receipt", None, actor=main)
    assert wording_for("receipt", body).text.startswith("Kami telah menerima")
    assert [one.version for one in body.letter_templates.order_by("version")] == [1, 2]


def test_only_the_own_desk_changes_words_and_the_main_ppid_those_for_all() -> None:
    body = network()
    desk = at_desk(body)
    other = PublicBody.objects.get(region=OTHER_VILLAGE)
    for place in (other, None):
        with pytest.raises(NotAllowed, match="meja layanannya sendiri"):
            reword("receipt", place, "Halo {nama}.", actor=desk)
    with pytest.raises(Incomplete, match="tidak dikenal"):
        reword("receipt", body, "Halo {batas_baru}.", actor=desk)  # a field of another kind


def test_the_same_words_are_no_new_version() -> None:
    body = network()
    desk = at_desk(body)
    assert reword("receipt", body, "Halo.", actor=desk) == reword("receipt", body, " Halo.\n", actor=desk)


def test_where_no_officer_was_entered_there_is_room_to_sign(today: Today) -> None:
    body = network()
    today(MONDAY)
    assert "( ........" in pdf_words(written(accept(asked(body), actor=at_desk(body)), "receipt"))


def test_a_made_up_request_says_so(today: Today) -> None:
    body = network()
    today(MONDAY)
    case = asked(body)
    case.synthetic = True
    case.save()
    letter = written(case, "receipt")
    assert "DATA CONTOH" in pdf_words(letter)
    assert "DATA CONTOH" in docx_words(letter)
