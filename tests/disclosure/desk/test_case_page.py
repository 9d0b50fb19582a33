"""The page of a case: its state first, who asks for the desk alone, each look at a paper in the log, few queries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.disclosure.actions.answering import deliver
from selaras.disclosure.actions.checking import ask_to_complete
from selaras.disclosure.actions.clocking import pause
from selaras.disclosure.actions.disputing import Meeting, file_dispute, set_hearing
from selaras.disclosure.actions.moving import Piece, move
from selaras.disclosure.actions.objecting import decide_objection
from selaras.disclosure.actions.requesting import withdraw
from selaras.disclosure.models import Request
from tests.counting import queries_of
from tests.disclosure.desk.cases import answered, helper_of, objected, opened, words
from tests.disclosure.network import SITI, agency, asked, at_desk, network, superior_of
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


def path(case: Request) -> str:
    return reverse("request-desk", args=[case.pk])


def test_the_first_sentence_tells_the_state(today: Today) -> None:
    body = network()
    desk, who = browser_of(at_desk(body)), at_desk(body)
    today(date(2020, 3, 9))
    told = {
        "Periksa apakah permohonan ini lengkap.": asked(body),
        "Permohonan ini menunggu dilengkapi pemohon.": ask_to_complete(asked(body), ["purpose"], actor=who),
        "Permohonan ini harus dijawab.": opened(body),
        "Permohonan ini harus dijawab; waktunya dihentikan sementara.": pause(
            opened(body), "Banjir.", actor=who
        ).request,
        "Permohonan ini sudah dijawab; jawabannya belum diserahkan.": answered(body),
        "Permohonan ini sudah dijawab dan diserahkan.": deliver(
            answered(body).answers.get(), "di meja", actor=who
        ).request,
        "Keberatan atas jawaban ini menunggu putusan atasan PPID.": objected(body).request,
        "Keberatan dikabulkan: permohonan ini harus dijawab ulang.": decide_objection(
            objected(body), "granted", "Berikan.", actor=superior_of(body)
        ).request,
        "Permohonan ini ditarik pemohonnya.": withdraw(asked(body)),
    }
    source = opened(body)
    move(source, [Piece(agency(), "APBDes")], "Ada di dinas.", actor=who)
    told["Permohonan ini diteruskan ke badan lain."] = source
    for sentence, case in told.items():
        assert f"{case.number} {sentence}" in words(desk.get(path(case)))
    today(date(2020, 3, 31))
    late = browser_of(who).get(path(told["Permohonan ini harus dijawab."]))
    assert "Jawaban atas permohonan ini terlambat." in words(late)


def test_every_clock_tells_where_its_day_comes_from(today: Today) -> None:
    body = network()
    today(date(2020, 3, 12))
    page = words(browser_of(at_desk(body)).get(path(opened(body))))
    assert "Paling lambat Jumat, 27 Maret 2020." in page
    assert "Rabu, 25 Maret 2020 (Hari Suci Nyepi)" in page


def test_who_asks_is_read_by_the_desk_alone(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = objected(body).request
    assert SITI.name in words(browser_of(at_desk(body)).get(path(case)))
    judge = browser_of(superior_of(body))
    page = words(judge.get(path(case)))
    assert not any(told in page for told in (SITI.name, SITI.identity_number, SITI.address, SITI.phone))
    assert "Siapa yang meminta hanya dibaca meja layanannya." in page
    assert judge.get(reverse("identity-paper", args=[case.identity_documents.get().pk])).status_code == 403


def test_each_look_at_a_paper_is_in_the_log_and_the_browser_keeps_and_runs_nothing() -> None:
    body = network()
    case = asked(body)
    paper = case.identity_documents.get()
    desk, looks = browser_of(at_desk(body)), Entry.objects.filter(action="disclosure.identity_seen")
    desk.get(path(case))
    assert not looks.exists()
    for many in (1, 2):
        answer = desk.get(reverse("identity-paper", args=[paper.pk]))
        assert looks.count() == many
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Security-Policy"].startswith("sandbox;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert browser_of(at_desk(agency())).get(reverse("identity-paper", args=[paper.pk])).status_code == 404
    assert looks.count() == 2


def test_what_the_regulation_asks_for_and_is_not_there_is_named(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case = asked(body, identity=replace(SITI, address=""), papers=())
    page = words(browser_of(at_desk(body)).get(path(case)))
    assert "Belum ada Alamat Foto kartu identitas" in page


def test_a_district_that_helps_reads_in_whose_name_it_acts() -> None:
    body = network()
    case = asked(body)
    helper = browser_of(helper_of(body))
    told = "Anda bertindak atas nama Pemerintah Desa Seboro . Langkah Anda tercatat sebagai bantuan Kecamatan Sadang."
    assert told in words(helper.get(path(case)))
    assert told in words(helper.get(reverse("request-deed", args=[case.pk, "lengkapi"])))
    assert "Anda bertindak atas nama" not in words(browser_of(at_desk(body)).get(path(case)))


def test_at_most_ten_queries_however_long_the_case_is(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    desk, counts = browser_of(at_desk(body)), {}
    desk.get(reverse("information-desk"))  # the first view of a session notes it
    counts["checking"] = queries_of(desk.get, path(asked(body)))
    objection = objected(body)
    counts["objected"] = queries_of(desk.get, path(objection.request))
    decide_objection(objection, "rejected", "Tidak ada.", actor=superior_of(body))
    dispute = file_dispute(objection, date(2020, 3, 9), "1/KI", actor=at_desk(body))
    for hour in (9, 10, 11):
        at = datetime(2020, 4, 1, hour, tzinfo=ZoneInfo("Asia/Jakarta"))
        set_hearing(dispute, Meeting(at, "Semarang"), actor=at_desk(body))
    counts["disputed"] = queries_of(desk.get, path(objection.request))
    assert counts == {"checking": 9, "objected": 10, "disputed": 10}


@pytest.mark.parametrize(("papers", "leading"), [({}, "terima"), ({"papers": ()}, "lengkapi")])
def test_the_first_button_is_what_the_case_needs(papers: dict[str, Any], leading: str) -> None:
    body = network()
    case = asked(body, **papers)
    page = browser_of(at_desk(body)).get(reverse("request-desk", args=[case.pk])).content.decode()
    places = {slug: page.index(reverse("request-deed", args=[case.pk, slug])) for slug in ("terima", "lengkapi")}
    assert min(places, key=lambda slug: places[slug]) == leading
