"""What waits for a person in the openness room stands on the first page of the desk with its deadline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse

from selaras.disclosure.actions.objecting import decide_objection
from selaras.disclosure.actions.withholding import approve, weigh
from selaras.disclosure.models import PublicBody
from selaras.disclosure.waiting import waiting_for
from selaras.people.models import Role
from tests.counting import queries_of
from tests.disclosure.desk.cases import WEIGHED, objected, opened, weighed, words
from tests.disclosure.network import OTHER_VILLAGE, asked, at_desk, network, superior_of
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


def test_a_desk_is_told_what_to_check_and_to_answer_until_when(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    asked(body)
    opened(body)
    tasks = {task.sentence: task.until for task in waiting_for(at_desk(body))}
    assert tasks == {
        "1 permohonan informasi harus diperiksa kelengkapannya.": date(2020, 3, 12),
        "1 permohonan informasi harus dijawab.": date(2020, 3, 23),
    }
    page = words(browser_of(at_desk(body)).get(reverse("desk")))
    assert "1 permohonan informasi harus dijawab. Paling lambat Senin, 23 Maret 2020." in page


def test_a_superior_is_told_of_objections_and_tests_and_the_desk_of_what_was_granted(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    objection = objected(body)
    weighed(body)
    assert [(task.count, task.until) for task in waiting_for(superior_of(body))] == [
        (1, date(2020, 4, 22)),
        (1, None),
    ]
    decide_objection(objection, "partly", "Sebagian.", actor=superior_of(body))
    (task,) = waiting_for(at_desk(body))
    assert task.sentence == "1 permohonan informasi harus dijawab ulang sesuai putusan atasan PPID."


def test_who_handles_no_requests_is_asked_nothing_of_the_database() -> None:
    body = network()
    asked(body)
    planner = someone(Role.Kind.PLANNER)
    assert waiting_for(planner) == []
    assert queries_of(waiting_for, planner) == 0


def test_five_queries_however_many_cases(today: Today) -> None:
    body = network()
    today(date(2020, 3, 9))
    who = superior_of(body)
    Role.objects.create(account=who, kind=Role.Kind.VILLAGE_OPERATOR, region=body.region)
    waiting_for(who)
    for _ in range(5):
        opened(body)
    assert queries_of(waiting_for, who) == 5


def test_an_exemption_that_ends_waits_for_the_own_desk_alone_and_then_to_be_opened(today: Today) -> None:
    today(date(2020, 3, 2))
    body, last = network(), date(2020, 6, 30)
    approve(weigh(body, WEIGHED, last, actor=at_desk(body)), "1/2020", actor=superior_of(body))
    today(date(2020, 6, 1))
    (task,) = waiting_for(at_desk(body))
    assert task.sentence == "1 pengecualian segera berakhir: timbang lagi, atau siapkan membukanya."
    assert task.until == last
    assert waiting_for(at_desk(PublicBody.objects.get(region=OTHER_VILLAGE))) == []
    page = words(browser_of(at_desk(body)).get(reverse("exemptions")))
    assert "Segera berakhir" in page
    assert "sampai Selasa, 30 Juni 2020" in page
    today(date(2020, 7, 1))
    (task,) = waiting_for(at_desk(body))
    assert task.sentence == "1 pengecualian sudah berakhir dan harus dibuka."
    assert "Segera berakhir" not in words(browser_of(at_desk(body)).get(reverse("exemptions")))
