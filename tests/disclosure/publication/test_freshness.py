"""What the list of a body lacks: what is missing, what is stale, what this month needs; alike for many bodies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from selaras.disclosure.actions.publishing import withdraw_item
from selaras.disclosure.actions.withholding import Weighing, approve, open_up, weigh
from selaras.disclosure.models import PublicBody
from selaras.disclosure.publication import (
    completeness_of,
    duty_of,
    endings_of,
    months_later,
    readability_of,
    standing_of,
)
from tests.disclosure.network import agency, at_desk, network, superior_of
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2020, 1, 14), 1, date(2020, 2, 14)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 8, 31), 6, date(2021, 2, 28)),
        (date(2020, 12, 1), 1, date(2021, 1, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, then: date) -> None:
    assert months_later(day, months) == then


@pytest.mark.parametrize("kind", PublicBody.Kind.values)
def test_each_kind_of_body_has_its_duty(kind: str) -> None:
    network()
    duty = duty_of(kind, date(2020, 1, 14))
    keys = [one.key for one in duty.items]
    assert len(keys) == len(set(keys)) >= 7
    assert duty.legal_basis
    assert duty.every["periodic"] == (1 if kind == PublicBody.Kind.VILLAGE else 6)


def test_a_village_freshens_its_list_every_month(today: Today) -> None:
    body = network()
    today(date(2020, 1, 14))
    an_item_of(body, "apbdes")
    an_item_of(body, "peraturan-desa", category="any_time")
    january = standing_of(body, date(2020, 1, 31))
    assert [one.required.key for one in january.settled if one.required] == ["apbdes", "peraturan-desa"]
    assert len(january.missing) == len(january.wanted) == len(january.duty.items) - 2
    february = standing_of(body, date(2020, 2, 14))
    assert "apbdes" in [one.required.key for one in february.wanted if one.required]
    assert (february.settled, february.stale) == ([], [])
    assert [one.title for one in standing_of(body, date(2020, 2, 15)).stale] == ["APBDes tahun 2020 (contoh)"]


def test_an_agency_has_half_a_year(today: Today) -> None:
    network()
    today(date(2020, 1, 14))
    an_item_of(agency(), "renja")
    assert standing_of(agency(), date(2020, 7, 14)).stale == []
    assert len(standing_of(agency(), date(2020, 7, 15)).stale) == 1


def test_what_is_withdrawn_is_missing_again(today: Today) -> None:
    body = network()
    today(date(2020, 1, 14))
    item = an_item_of(body)
    before = len(standing_of(body, date(2020, 1, 14)).missing)
    withdraw_item(item, "Salah.", actor=at_desk(body))
    assert len(standing_of(body, date(2020, 1, 14)).missing) == before + 1


def test_own_items_are_listed_after_the_required_ones(today: Today) -> None:
    body = network()
    today(date(2020, 1, 14))
    an_item_of(body, "", title="Jadwal posyandu (contoh)")
    assert standing_of(body, date(2020, 1, 14)).entries[-1].title == "Jadwal posyandu (contoh)"
    assert completeness_of([body], date(2020, 1, 14))[body.pk].published == 0


def test_completeness_counts_what_is_published_and_fresh(today: Today) -> None:
    body = network()
    today(date(2020, 1, 14))
    an_item_of(body, "apbdes")
    today(date(2020, 2, 20))
    an_item_of(body, "profil")
    found = completeness_of(PublicBody.objects.all(), date(2020, 2, 20))
    assert len(found) == PublicBody.objects.count()
    assert (found[body.pk].required, found[body.pk].published, found[body.pk].fresh) == (10, 2, 1)
    assert found[body.pk].last_on == date(2020, 2, 20)
    assert found[body.pk].share == pytest.approx(0.1)
    assert (found[agency().pk].share, found[agency().pk].last_on) == (0, None)


def test_more_bodies_and_items_cost_no_more_queries(today: Today) -> None:
    body = network()
    today(date(2020, 1, 14))

    def asked() -> int:
        with CaptureQueriesContext(connection) as told:
            completeness_of(PublicBody.objects.all(), date(2020, 1, 14))
            readability_of(PublicBody.objects.all())
        return len(told)

    few = asked()
    for key in ("profil", "struktur", "rkpdes"):
        an_item_of(body, key)
    an_item_of(agency(), "renja")
    assert asked() == few <= 10


def test_readability_is_stored_when_an_item_is_saved(today: Today) -> None:
    body = network()
    today(date(2020, 1, 14))
    easy = an_item_of(body, "profil", summary="Kantor buka jam delapan. Datang saja.").readability
    stiff = "Dalam rangka pelaksanaan penyelenggaraan pemerintahan maka dilakukan " + "pengadministrasian serta " * 20
    hard = an_item_of(body, "struktur", summary=stiff).readability
    assert easy is not None
    assert hard is not None
    assert easy < hard
    assert readability_of([body, agency()]) == {body.pk: round((easy + hard) / 2)}


def test_an_exemption_is_named_before_and_after_it_ends(today: Today) -> None:
    body = network()
    today(date(2020, 1, 14))
    weighing = Weighing("Rencana operasi", "Jadwal", "Pasal 17 huruf a UU 14/2008", "Gagal", "Tidak ada", "Kecil")
    test = weigh(body, weighing, date(2020, 3, 1), actor=at_desk(body))
    assert endings_of(body, date(2020, 2, 15)).soon == []  # without the superior's approval it binds nobody
    approve(test, "01/2020", actor=superior_of(body))
    cases = {date(2020, 1, 30): ([], []), date(2020, 2, 1): ([], [test]), date(2020, 3, 1): ([], [test])}
    cases[date(2020, 3, 2)] = ([test], [])
    for day, (over, soon) in cases.items():
        found = endings_of(body, day)
        assert (found.over, found.soon) == (over, soon), day
    open_up(test, actor=at_desk(body))
    assert endings_of(body, date(2020, 3, 2)).over == []
