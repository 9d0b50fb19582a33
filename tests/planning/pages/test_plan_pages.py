"""The plan on pages: read by everybody, edited by who may, with the history of every line."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.government.models import Agency
from selaras.people.models import Account, Role
from selaras.planning.models import Ceiling, Cycle, RegionalPriority, StrategicTarget, WorkPlanItem
from selaras.planning.records import KINDS
from tests.planning.calendar_setting import holder, seeded_cycle

pytestmark = pytest.mark.django_db


@pytest.fixture
def cycle() -> Cycle:
    cycle = seeded_cycle()
    agency = Agency.objects.create(region=cycle.region, code="1.01", name="Dinas Contoh")
    Ceiling.objects.create(cycle=cycle, kind=Ceiling.Kind.TOTAL, amount=1_000_000)
    RegionalPriority.objects.create(cycle=cycle, number=1, name="Prioritas satu", codes=["1.01"])
    StrategicTarget.objects.create(cycle=cycle, agency=agency, indicator="Persentase jalan mantap", year=2021)
    WorkPlanItem.objects.create(cycle=cycle, key="7", agency=agency, code="1.01.02", name="Rehabilitasi", cost=5_000)
    return cycle


def signed_in(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.mark.parametrize(
    ("kind", "shows"),
    [
        ("pagu", "Rp\N{NO-BREAK SPACE}1.000.000"),
        ("prioritas", "Prioritas satu"),
        ("renstra", "Persentase jalan mantap"),
        ("renja", "Rehabilitasi"),
    ],
)
def test_everybody_reads_every_part(kind: str, shows: str, cycle: Cycle) -> None:
    page = Client().get(reverse("plan", args=[kind])).content.decode()
    assert shows in page
    assert "Tambah baris" not in page


@pytest.mark.parametrize(("words", "found"), [("jalan", True), ("mantap jalan", True), ("sekolah", False)])
def test_the_search_finds_lines_with_every_word(words: str, found: bool, cycle: Cycle) -> None:
    page = Client().get(reverse("plan", args=["renstra"]), {"q": words}).content.decode()
    assert ("Persentase jalan mantap" in page) is found


def test_a_change_on_the_page_stands_in_the_history(cycle: Cycle) -> None:
    client, ceiling = signed_in(holder(Role.Kind.TREASURY)), Ceiling.objects.get()
    path = reverse("plan-record", args=["pagu", ceiling.pk])
    answer = client.post(path, {"kind": "total", "amount": "Rp 2 juta", "reason": "SE 1/2020"})
    assert answer.headers["Location"] == reverse("plan", args=["pagu"])
    ceiling.refresh_from_db()
    assert ceiling.amount == 2_000_000
    page = client.get(path).content.decode()
    for words in ("SE 1/2020", "1000000", "2000000"):
        assert words in page


def test_what_is_wrong_is_said_and_what_was_typed_stays(cycle: Cycle) -> None:
    client, ceiling = signed_in(holder(Role.Kind.TREASURY)), Ceiling.objects.get()
    path = reverse("plan-record", args=["pagu", ceiling.pk])
    page = client.post(path, {"kind": "total", "amount": "dua juta", "reason": "SE 1/2020"}).content.decode()
    assert "tidak dapat kami baca sebagai rupiah" in page
    assert 'value="dua juta"' in page
    page = client.post(path, {"kind": "total", "amount": "5", "minimum": "6", "reason": "SE"}).content.decode()
    assert "melebihi pagunya" in page
    assert Ceiling.objects.get().amount == 1_000_000


def test_a_line_is_removed_with_a_reason_alone(cycle: Cycle) -> None:
    client, priority = signed_in(holder(Role.Kind.PLANNER)), RegionalPriority.objects.get()
    path = reverse("plan-record", args=["prioritas", priority.pk])
    assert "Tulis alasannya" in client.post(path, {"remove": "1"}).content.decode()
    assert client.post(path, {"remove": "1", "reason": "digabung"}).status_code == 302
    assert not RegionalPriority.objects.exists()


def test_an_agency_adds_lines_of_its_own(cycle: Cycle) -> None:
    agency = Agency.objects.get()
    account = Account.objects.create_user("perencana")
    Role.objects.create(account=account, kind=Role.Kind.AGENCY_PLANNER, agency=agency)
    client, path = signed_in(account), reverse("plan-new", args=["renja"])
    line = {"key": "8", "agency": agency.pk, "code": "1.01.03", "name": "Baru", "cost": "150 jt", "reason": "usul"}
    assert client.post(path, line).status_code == 302
    assert WorkPlanItem.objects.get(key="8").cost == 150_000_000
    assert client.get(reverse("plan-new", args=["pagu"])).status_code == 403


@pytest.mark.parametrize("kind", KINDS)
def test_the_list_asks_the_same_number_of_queries_however_long(
    kind: str, cycle: Cycle, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    agency = Agency.objects.get()
    WorkPlanItem.objects.bulk_create(
        WorkPlanItem(cycle=cycle, key=f"x{n}", agency=agency, code="1", name="x", cost=n) for n in range(40)
    )
    client = signed_in(holder(Role.Kind.PLANNER))
    with django_assert_max_num_queries(12):
        assert client.get(reverse("plan", args=[kind])).status_code == 200


def test_an_unknown_part_is_not_found(cycle: Cycle) -> None:
    assert Client().get(reverse("plan", args=["lain"])).status_code == 404
