"""The applicant's own page says how far the case is, until when and why; to others it says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.disclosure.actions.answering import Reply, Told, answer, answer_anew
from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.clocking import extend, pause, resume
from selaras.disclosure.actions.disputing import Meeting, file_dispute, move_dispute, set_hearing
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.releasing import add_file, release_file
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import By, Wanted, complete
from selaras.disclosure.identity import Identity
from selaras.disclosure.links import token_of
from selaras.disclosure.models import Request
from selaras.disclosure.papers import Paper
from tests.disclosure.network import PICTURE, SITI, agency, asked, at_desk, network, superior_of
from tests.web.site import own_files

__all__ = ["own_files"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def _raw(case: Request) -> str:
    answered = Client().get(reverse("my-request", args=[token_of(case)]))
    assert answered.status_code == 200
    return answered.content.decode()


def page_of(case: Request) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", _raw(case)).split())


def test_each_state_says_where_the_case_stands_and_until_when(today: Callable[[date], None]) -> None:
    body = network()
    desk = at_desk(body)
    today(date(2020, 3, 9))
    case = asked(body, papers=())
    assert "sedang diperiksa kelengkapannya. Batasnya Kamis, 12 Maret 2020." in page_of(case)
    ask_to_complete(case, ["identity"], actor=desk)
    page = page_of(case)
    assert "belum lengkap. Waktu Anda sampai Kamis, 12 Maret 2020." in page
    assert "Foto kartu identitas." in page
    other = accept(asked(body), actor=desk)
    assert "sedang dijawab. Batasnya Senin, 23 Maret 2020." in page_of(other)
    pause(other, "Menunggu arsip.", actor=desk)
    assert "Waktunya dihentikan sementara" in page_of(other)


def test_a_date_tells_where_it_comes_from(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 12))
    page = page_of(accept(asked(body), actor=at_desk(body)))
    assert "10 hari kerja (Pasal 22 ayat (7) UU 14/2008)" in page
    assert "Rabu, 25 Maret 2020 (Hari Suci Nyepi)" in page


def test_answer_files_and_objection_are_read_there(
    today: Callable[[date], None], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    body = network()
    desk = at_desk(body)
    today(date(2020, 3, 9))
    case = accept(asked(body), actor=desk)
    file = release_file(add_file(case, "apbdes.png", _picture(), actor=desk), [], actor=desk)
    answer(case, Reply([Told("APBDes 2019", "given")], "Terlampir.", [file]), actor=desk)
    objection = object_to(case, uuid4(), "d", "Laporannya belum ada.", actor=APPLICANT)
    decide_objection(objection, "rejected", "Laporan itu tidak ada.", actor=superior_of(body))
    with django_assert_max_num_queries(10):
        page = page_of(case)
    for told in (
        "Dikabulkan seluruhnya",
        "Terlampir.",
        "apbdes.png",
        "Laporan itu tidak ada.",
        "9 Maret 2020: ditolak.",
    ):
        assert told in page
    own, others = reverse("my-file", args=[token_of(case), file.pk]), asked(body)
    assert Client().get(own).status_code == 200
    assert Client().get(reverse("my-file", args=[token_of(others), file.pk])).status_code == 404


def argued(today: Callable[[date], None]) -> Request:
    """A case in which everything happened that may, up to the superior's decision."""
    body = network()
    desk, superior = at_desk(body), superior_of(body)
    today(date(2020, 3, 9))
    case = asked(body, papers=())
    ask_to_complete(case, ["identity"], actor=desk)
    complete(case, Wanted(""), By(Identity(), papers=(Paper("identity", "image/jpeg", PICTURE),)))
    accept(case, actor=desk)
    pause(case, "Menunggu arsip.", actor=desk)
    resume(case, actor=desk)
    extend(case, "Arsipnya di gudang.", actor=desk)
    files = [release_file(add_file(case, "apbdes.png", _picture(), actor=desk), [], actor=desk)]
    answer(
        case,
        Reply([Told("APBDes 2019", "given"), Told("Laporan", "not_held", "Ada di dinas.")], "Ini.", files),
        actor=desk,
    )
    objection = object_to(case, uuid4(), "d", "Laporannya belum ada.", actor=APPLICANT)
    decide_objection(objection, "rejected", "Laporan itu tidak ada.", actor=superior)
    return Request.objects.get(pk=case.pk)


def test_what_comes_next_after_the_superior_and_the_state_of_a_dispute_are_told(
    today: Callable[[date], None], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    case = argued(today)
    desk = at_desk(case.body)
    page = page_of(case)
    assert "Keberatan Anda sudah dijawab atasan PPID." in page
    assert "Ajukan sengketa ke Komisi Informasi paling lambat Senin, 30 Maret 2020." in page
    assert "Arsipnya di gudang." in page
    dispute = file_dispute(case.objections.get(), date(2020, 3, 9), "KI-7", actor=desk)
    move_dispute(dispute, "mediation", actor=desk)
    for place in ("Ruang mediasi", "Ruang sidang"):
        set_hearing(dispute, Meeting(datetime(2020, 3, 20, 2, tzinfo=UTC), place), actor=desk)
    with django_assert_max_num_queries(10):
        page = page_of(case)
    for told in ("Sengketa Anda sedang dimediasi", "KI-7", "Jumat, 20 Maret 2020, 09.00", "Ruang sidang"):
        assert told in page


def test_a_granted_objection_says_that_the_answer_comes_anew(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = accept(asked(body), actor=at_desk(body))
    answer(case, Reply([Told("APBDes 2019", "given")], "Ini."), actor=at_desk(body))
    objection = object_to(case, uuid4(), "d", "Kurang.", actor=APPLICANT)
    decide_objection(objection, "granted", "Benar, kurang.", actor=superior_of(body))
    assert "Keberatan Anda dikabulkan; permohonan Anda akan dijawab ulang." in page_of(case)
    answer_anew(objection, Reply([Told("Laporan", "given")], "Ini laporannya."), actor=at_desk(body))
    page = page_of(case)
    assert "akan dijawab ulang" not in page
    assert "Ini laporannya." in page


def test_where_it_went_on_is_shown_with_its_state_and_link(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = accept(asked(body), actor=at_desk(body))
    (there,) = move(case, [Piece(agency(), "APBDes 2019")], "Dikuasai dinas.", actor=at_desk(body))
    page = page_of(case)
    assert "diteruskan ke badan yang menguasai informasinya." in page
    assert "Dinas Komunikasi dan Informatika" in page
    assert f"{there.number} , diproses" in page
    assert reverse("my-request", args=[token_of(there)]) in _raw(case)


def test_it_names_nobody_and_opens_by_no_other_link() -> None:
    case = asked(network())
    page = page_of(case)
    assert not any(told and told in page for told in (SITI.name, SITI.identity_number, SITI.address, SITI.phone))
    assert Client().get(reverse("my-request", args=["bukan-kuncinya"])).status_code == 404


def _picture() -> bytes:
    import io

    from PIL import Image

    Image.new("RGB", (8, 8)).save(target := io.BytesIO(), "PNG")
    return target.getvalue()
