"""Evidence is counted from what the room holds, in as many queries for one body as for all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.publishing import withdraw_item
from selaras.disclosure.actions.withholding import Weighing, approve, weigh
from selaras.disclosure.maturity import scores
from selaras.disclosure.maturity.evidence import Tally, gather
from selaras.disclosure.models import Exemption, PublicBody
from selaras.disclosure.publication import duty_of
from tests.disclosure.maturity.methods import RULES
from tests.disclosure.network import agency, asked, at_desk, network, superior_of
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
DAY = date(2020, 6, 15)


def evidence_of(body: PublicBody, day: date = DAY) -> Any:
    return gather([PublicBody.objects.get(pk=body.pk)], day, RULES)[body.pk]


def publish_all(body: PublicBody, **told: Any) -> None:
    for required in duty_of(body.kind, DAY).items:
        an_item_of(body, required.key, title=required.title, category=required.category, **told)


def test_the_list_its_files_and_its_columns(today: Today) -> None:
    body = network()
    today(DAY)
    publish_all(body, link="")
    an_item_of(body, "apbdes", link="https://contoh.example/apbdes.csv", responsible="Kades", made_on=DAY)
    evidence = evidence_of(body)
    assert (evidence["published"], evidence["fresh"]) == (Tally(10, 10), Tally(10, 10))
    assert (evidence["online"], evidence["open_data"]) == (Tally(1, 10), Tally(1, 3))
    assert evidence["described"] == Tally(1, 10)
    assert evidence["readable"].of == 10
    withdraw_item(body.items.get(template="apbdes"), "Salah.", actor=at_desk(body))
    assert (evidence_of(body)["published"], evidence_of(body)["online"]) == (Tally(9, 10), Tally(0, 9))


def test_what_is_stale_is_not_fresh(today: Today) -> None:
    body = network()
    today(DAY)
    publish_all(body)
    later = evidence_of(body, DAY + timedelta(days=40))
    assert later["published"] == Tally(10, 10)
    assert later["fresh"].have < 10


def test_an_exemption_counts_once_it_is_approved_and_until_it_is_over(today: Today) -> None:
    body = network()
    today(DAY)
    weighing = Weighing("Daftar penerima (contoh)", "Nama", "Pasal 17 huruf h UU 14/2008", "x", "y", "z")
    assert evidence_of(body)["excepted"] == Tally(0, 0)
    test = weigh(body, weighing, date(2020, 12, 31), actor=at_desk(body))
    assert evidence_of(body)["excepted"] == Tally(0, 1)
    approve(test, "1/2020", actor=superior_of(body))
    assert evidence_of(body)["excepted"] == Tally(1, 1)
    assert evidence_of(body, date(2021, 1, 1))["excepted"] == Tally(0, 1)
    Exemption.objects.update(opened_on=DAY)
    assert evidence_of(body)["excepted"] == Tally(0, 0)


def test_requests_of_a_year_in_time_and_complete(today: Today) -> None:
    body = network()
    today(date(2020, 6, 2))
    desk = at_desk(body)
    first, second = asked(body, uuid4()), asked(body, uuid4())
    accept(first, actor=desk)
    answer(first, Reply([Told("Salinan", "given")], "Terlampir."), actor=desk)
    ask_to_complete(second, ["purpose"], "Untuk apa?", actor=desk)
    accept(asked(body, uuid4()), actor=desk)
    evidence = evidence_of(body)
    assert (evidence["in_time"], evidence["complete"]) == (Tally(1, 1), Tally(2, 3))
    overdue = evidence_of(body, date(2020, 7, 1))
    assert overdue["in_time"] == Tally(1, 2)
    long_after = evidence_of(body, date(2021, 6, 3))
    assert (long_after["in_time"], long_after["complete"]) == (Tally(0, 0), Tally(0, 0))


def test_decree_officers_desk_training_and_report(today: Today) -> None:
    body = network()
    today(DAY)
    evidence = evidence_of(body)
    names = ("decree", "trained", "report", "officers", "desk")
    assert [evidence[name] for name in names] == [Tally(0, 1), Tally(0, 1), Tally(0, 9), Tally(0, 3), Tally(0, 4)]
    PublicBody.objects.filter(pk=body.pk).update(decree="1/2020", decree_date=DAY, address="Jalan", hours="08–15")
    body.officers.create(post="head", name="Orang (contoh)", since=date(2020, 1, 1))
    body.officers.create(post="head", name="Orang lain (contoh)")
    body.officers.create(post="desk", name="Yang dulu (contoh)", until=date(2020, 6, 14))
    body.trainings.create(title="Pelatihan (contoh)", held_on=date(2019, 6, 16))
    body.trainings.create(title="Pelatihan besok (contoh)", held_on=date(2020, 6, 16))
    body.report_texts.create(year=2019, section="policy", text="Ada.", changed_at=timezone.now())
    body.report_texts.create(year=2019, section="staff", text="", changed_at=timezone.now())
    evidence = evidence_of(body)
    assert [evidence[name] for name in names] == [Tally(1, 1), Tally(1, 1), Tally(1, 9), Tally(1, 3), Tally(2, 4)]
    assert evidence_of(body, date(2020, 6, 16))["trained"] == Tally(1, 1)
    assert evidence_of(body, date(2021, 6, 17))["trained"] == Tally(0, 1)


@pytest.mark.parametrize(("day", "told"), [(date(2020, 3, 30), 0), (date(2020, 3, 31), 1), (date(2021, 3, 30), 1)])
def test_a_service_report_is_looked_for_once_it_is_due(day: date, told: int) -> None:
    body = network()
    body.report_texts.create(year=2019, section="policy", text="Ada.", changed_at=timezone.now())
    assert evidence_of(body, day)["report"] == Tally(told, 9)


def test_as_many_queries_for_one_body_as_for_all(today: Today) -> None:
    network()
    today(DAY)
    body = agency()
    publish_all(body)
    counts = []
    for chosen in (PublicBody.objects.filter(kind="agency"), PublicBody.objects.all()):
        with CaptureQueriesContext(connection) as queries:
            found = scores(chosen, DAY)
            [one.what_next for one in found.values()]
        counts.append(len(queries) - len({one.kind for one in chosen}))
    assert counts[0] == counts[1] <= 25
    assert found[body.pk].points is not None
    assert [pk for pk, one in found.items() if one.points is not None] == [body.pk]
