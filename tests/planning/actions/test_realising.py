"""Realisation a quarter: cumulative, inside the ceiling, by the agency itself, the former figure in the log."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.audit.models import Entry
from selaras.government.models import Agency
from selaras.people.models import Account, Role
from selaras.planning.actions.realising import report
from selaras.planning.errors import Refused, Unsound
from selaras.planning.models import Realisation, WorkPlanItem
from selaras.planning.queries import latest_realisations
from tests.planning.calendar_setting import holder, seeded_cycle

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> WorkPlanItem:
    cycle = seeded_cycle()
    agency = Agency.objects.create(region=cycle.region, code="1.01", name="Dinas Contoh")
    return WorkPlanItem.objects.create(
        cycle=cycle, key="7", agency=agency, code="1.01.02", name="Talud", unit="meter", target=Decimal(100), cost=1_000
    )


@pytest.fixture
def planner(item: WorkPlanItem) -> Account:
    account = Account.objects.create_user("perencana")
    Role.objects.create(account=account, kind=Role.Kind.AGENCY_PLANNER, agency=item.agency)
    return account


def test_the_last_quarter_reported_is_what_was_achieved(item: WorkPlanItem, planner: Account) -> None:
    report(item, 1, Decimal(20), 150, actor=planner)
    report(item, 3, Decimal(80), 700, actor=planner)
    assert latest_realisations(item.cycle) == {item.pk: (Decimal(80), 700)}


def test_a_quarter_reported_again_replaces_the_figure_and_the_log_keeps_it(
    item: WorkPlanItem, planner: Account
) -> None:
    report(item, 1, Decimal(20), 150, actor=planner)
    report(item, 1, Decimal("22.5"), 160, actor=planner)
    assert Realisation.objects.get().spent == 160
    assert Entry.objects.filter(action="planning.realised").latest("pk").detail == {
        "quarter": 1,
        "before": {"value": "20", "spent": 150},
        "after": {"value": "22.5", "spent": 160},
    }


@pytest.mark.parametrize(
    ("quarter", "value", "spent", "says"),
    [
        (2, Decimal(19), 500, "bukan tambahannya saja"),
        (2, Decimal(30), 399, "bukan tambahannya saja"),
        (1, Decimal(90), 100, "sudah 60"),
        (4, Decimal(100), 1_001, "melebihi pagu"),
        (4, Decimal(-1), 900, "negatif"),
        (4, Decimal(90), -1, "negatif"),
        (5, Decimal(90), 900, "Triwulan"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(
    item: WorkPlanItem, planner: Account, quarter: int, value: Decimal, spent: int, says: str
) -> None:
    report(item, 1, Decimal(20), 400, actor=planner)
    report(item, 3, Decimal(60), 600, actor=planner)
    with pytest.raises(Unsound, match=says):
        report(item, quarter, value, spent, actor=planner)
    assert Realisation.objects.count() == 2


def test_a_line_without_a_measured_value_still_reports_its_money(item: WorkPlanItem, planner: Account) -> None:
    report(item, 1, None, 150, note=" lelang ulang ", actor=planner)
    assert Realisation.objects.get().note == "lelang ulang"


def test_another_agency_cannot_report_for_it(item: WorkPlanItem) -> None:
    other = Agency.objects.create(region=item.cycle.region, code="1.02", name="Dinas Lain")
    account = Account.objects.create_user("tetangga")
    Role.objects.create(account=account, kind=Role.Kind.AGENCY_PLANNER, agency=other)
    with pytest.raises(Refused):
        report(item, 1, Decimal(1), 1, actor=account)
    report(item, 1, Decimal(1), 1, actor=holder(Role.Kind.PLANNER))
