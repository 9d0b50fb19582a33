"""The applicant's own page says how far the case is, until when and why; to others it says nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.disclosure.actions.answering import Told, answer
from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.clocking import pause
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.releasing import add_file, release_file
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.links import token_of
from selaras.disclosure.models import Request
from tests.disclosure.network import SITI, asked, at_desk, network, superior_of
from tests.web.site import own_files

__all__ = ["own_files"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def page_of(case: Request) -> str:
    answered = Client().get(reverse("my-request", args=[token_of(case)]))
    assert answered.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answered.content.decode()).split())


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
    answer(case, [Told("APBDes 2019", "given")], "Terlampir.", [file], actor=desk)
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
