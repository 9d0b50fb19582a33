"""Nothing is withheld before it was weighed and the superior approved it; what is over is to be opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from selaras.disclosure.actions.withholding import approve, weigh
from selaras.disclosure.models import Exemption
from tests.disclosure.desk.cases import WEIGHED, opened, weighed, words
from tests.disclosure.network import agency, at_desk, network, superior_of
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
LIST, NEW = "exemptions", "exemption-new"


def weighing(**told: Any) -> dict[str, Any]:
    return {"body": "3305222002", **asdict(WEIGHED), **told}


def test_a_desk_weighs_from_a_case_and_comes_back_to_its_answer(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    case, desk = opened(body), browser_of(at_desk(body))
    path = f"{reverse(NEW)}?permohonan={case.pk}"
    assert case.subject in words(desk.get(path)) or case.subject in desk.get(path).content.decode()
    answer = desk.post(path, weighing())
    assert answer.headers["Location"] == reverse("request-answer", args=[case.pk])
    assert Exemption.objects.get().approved_at is None


@pytest.mark.parametrize("empty", ["title", "withheld", "article", "if_opened", "if_closed", "public_interest"])
def test_every_question_must_be_answered_and_the_others_stay(empty: str) -> None:
    desk = browser_of(at_desk(network()))
    answer = desk.post(reverse(NEW), weighing(**{empty: ""}))
    assert answer.status_code == 422
    assert "Isi bagian ini. Tanpa itu pengecualian tidak dapat ditetapkan." in words(answer)
    kept = [told for name, told in asdict(WEIGHED).items() if name != empty]
    assert all(told in answer.content.decode() for told in kept)


def test_an_article_that_is_not_for_ever_needs_its_last_day() -> None:
    desk = browser_of(at_desk(network()))
    page = words(desk.post(reverse(NEW), weighing(article="Pasal 17 huruf a UU 14/2008")))
    assert "Isi sampai kapan." in page


def test_the_superior_finds_what_waits_reads_it_whole_and_approves_it_under_a_number() -> None:
    body = network()
    test = weighed(body)
    judge = browser_of(superior_of(body))
    assert "1 uji konsekuensi menunggu persetujuan Anda" in words(judge.get(reverse(LIST)))
    path = reverse("exemption", args=[test.pk])
    page = words(judge.get(path))
    assert all(told in page for told in asdict(WEIGHED).values())
    assert "Isi nomor surat penetapannya." in words(judge.post(path, {"nomor": ""}))
    assert "Pengecualian ditetapkan." in words(judge.post(path, {"nomor": "188/03"}, follow=True))
    test.refresh_from_db()
    assert (test.number, bool(test.approved_at)) == ("188/03", True)


def test_no_desk_approves_its_own_test() -> None:
    body = network()
    test = weighed(body)
    path = reverse("exemption", args=[test.pk])
    desk = browser_of(at_desk(body))
    assert "Setujui pengecualian" not in words(desk.get(path))
    assert desk.post(path, {"nomor": "1"}).status_code == 403
    assert browser_of(at_desk(agency())).get(path).status_code == 404


def test_what_is_over_is_to_be_opened(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    told = replace(WEIGHED, article="Pasal 17 huruf a UU 14/2008")
    approve(weigh(body, told, date(2020, 4, 1), actor=at_desk(body)), "1", actor=superior_of(body))
    desk = browser_of(at_desk(body))
    assert "sampai Rabu, 1 April 2020" in words(desk.get(reverse(LIST)))
    today(date(2020, 4, 2))
    page = words(browser_of(at_desk(body)).get(reverse(LIST)))  # the session of March is over
    assert "1 pengecualian sudah berakhir dan harus dibuka" in page
    assert "Buka sekarang" in page
