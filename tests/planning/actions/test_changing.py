"""Editing the plan: who may, only with a reason, the former values kept, nothing while the cycle is closed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from selaras.audit.models import Entry
from selaras.government.models import Agency
from selaras.people.models import Account, Role
from selaras.planning.actions.changing import add, change, remove
from selaras.planning.errors import Refused, Unsound
from selaras.planning.models import Ceiling, Cycle, RegionalPriority, StrategicTarget, WorkPlanItem
from selaras.planning.records import KINDS, subject_of
from tests.planning.calendar_setting import holder, seeded_cycle

pytestmark = pytest.mark.django_db
Kind = Role.Kind


@pytest.fixture
def cycle() -> Cycle:
    return seeded_cycle()


@pytest.fixture
def agency(cycle: Cycle) -> Agency:
    return Agency.objects.create(region=cycle.region, code="1.01", name="Dinas Contoh")


@pytest.fixture
def ceiling(cycle: Cycle) -> Ceiling:
    return Ceiling.objects.create(cycle=cycle, kind=Ceiling.Kind.TOTAL, amount=1_000_000)


def planner_of(agency: Agency) -> Account:
    account = Account.objects.create_user("perencana")
    Role.objects.create(account=account, kind=Kind.AGENCY_PLANNER, agency=agency)
    return account


def test_the_log_keeps_what_stood_there_before_and_why_it_changed(ceiling: Ceiling) -> None:
    change(ceiling, {"amount": 2_000_000, "minimum": 0}, reason="SE 1/2020", actor=holder(Kind.TREASURY))
    entry = Entry.objects.get(subject=subject_of(ceiling))
    assert entry.action == "planning.changed"
    assert entry.detail == {"before": {"amount": 1_000_000}, "after": {"amount": 2_000_000}, "reason": "SE 1/2020"}


def test_what_another_changed_meanwhile_is_what_stood_there_before(ceiling: Ceiling) -> None:
    seen_earlier = Ceiling.objects.get(pk=ceiling.pk)
    change(ceiling, {"amount": 2_000_000}, reason="SE 1/2020", actor=holder(Kind.TREASURY))
    change(seen_earlier, {"amount": 3_000_000}, reason="SE 2/2020", actor=holder(Kind.PLANNER, "bappeda"))
    assert Entry.objects.filter(subject=subject_of(ceiling)).latest("pk").detail["before"] == {"amount": 2_000_000}


def test_saving_without_a_change_leaves_no_trace(ceiling: Ceiling) -> None:
    change(ceiling, {"amount": 1_000_000}, reason="tetap", actor=holder(Kind.TREASURY))
    assert not Entry.objects.filter(subject=subject_of(ceiling)).exists()


@pytest.mark.parametrize(
    ("values", "reason", "says"),
    [
        ({"amount": 5}, "  ", "alasannya"),
        ({"amount": -5}, "salah ketik", "tidak boleh negatif"),
        ({"amount": 5, "minimum": 6}, "salah ketik", "melebihi pagunya"),
    ],
)
def test_an_unsound_change_is_refused_and_nothing_is_kept(
    ceiling: Ceiling, values: dict[str, Any], reason: str, says: str
) -> None:
    with pytest.raises(Unsound, match=says):
        change(ceiling, values, reason=reason, actor=holder(Kind.PLANNER))
    ceiling.refresh_from_db()
    assert ceiling.amount == 1_000_000
    assert not Entry.objects.filter(subject=subject_of(ceiling)).exists()


ALLOWED = {
    "pagu": {Kind.PLANNER, Kind.TREASURY},
    "prioritas": {Kind.PLANNER},
    "renstra": {Kind.PLANNER},
    "renja": {Kind.PLANNER},
}


@pytest.mark.parametrize("key", ALLOWED)
@pytest.mark.parametrize("kind", Kind)
def test_each_part_of_the_plan_has_its_keepers(key: str, kind: Role.Kind, cycle: Cycle, agency: Agency) -> None:
    values: dict[str, dict[str, Any]] = {
        "pagu": {"kind": "agency", "agency": agency, "amount": 5},
        "prioritas": {"number": 1, "name": "Prioritas", "codes": ["1.01"]},
        "renstra": {"agency": agency, "indicator": "Indikator", "year": 2021, "target": Decimal(5)},
        "renja": {"key": "1", "agency": agency, "code": "1.01.02.2.01.0001", "name": "Kegiatan", "cost": 5},
    }
    try:
        add(KINDS[key], cycle, values[key], reason="baru", actor=holder(kind))
        allowed = True
    except Refused:
        allowed = False
    assert allowed is (kind in ALLOWED[key])
    assert KINDS[key].model._default_manager.exists() is allowed


def test_an_agency_plans_for_itself_and_cannot_give_or_take_lines(cycle: Cycle, agency: Agency) -> None:
    other = Agency.objects.create(region=cycle.region, code="1.02", name="Dinas Lain")
    actor, values = planner_of(agency), {"key": "1", "code": "1.01.02", "name": "Kegiatan", "cost": 5}
    own = add(KINDS["renja"], cycle, {**values, "agency": agency}, reason="baru", actor=actor)
    foreign = WorkPlanItem.objects.create(cycle=cycle, agency=other, key="3", code="1", name="x", cost=9)
    with pytest.raises(Refused):
        change(own, {"agency": other}, reason="pindah", actor=actor)
    with pytest.raises(Refused):
        add(KINDS["renja"], cycle, {**values, "key": "2", "agency": other}, reason="baru", actor=actor)
    with pytest.raises(Refused):
        change(foreign, {"agency": agency}, reason="ambil", actor=actor)
    foreign.refresh_from_db()
    assert WorkPlanItem.objects.get(pk=own.pk).agency == agency
    assert foreign.agency == other


def test_a_removed_line_lives_on_in_the_log(cycle: Cycle) -> None:
    priority = RegionalPriority.objects.create(cycle=cycle, number=1, name="Prioritas", codes=["1.01"])
    subject = subject_of(priority)
    remove(priority, reason="digabung dengan nomor 2", actor=holder(Kind.PLANNER))
    assert not RegionalPriority.objects.exists()
    assert Entry.objects.get(subject=subject).detail["before"]["name"] == "Prioritas"


def test_a_closed_cycle_takes_no_change(cycle: Cycle, ceiling: Ceiling) -> None:
    Cycle.objects.filter(pk=cycle.pk).update(closed_at=timezone.now())
    with pytest.raises(Refused, match="dikunci"):
        change(ceiling, {"amount": 5}, reason="ubah", actor=holder(Kind.PLANNER))
    with pytest.raises(Refused, match="dikunci"):
        remove(ceiling, reason="hapus", actor=holder(Kind.PLANNER, "lain"))


def test_a_record_twice_is_told_apart_before_the_database_has_to(cycle: Cycle, agency: Agency) -> None:
    values = {"agency": agency, "indicator": "Indikator", "year": 2021, "target": Decimal(5)}
    actor = holder(Kind.PLANNER)
    add(KINDS["renstra"], cycle, values, reason="baru", actor=actor)
    with pytest.raises(Unsound, match="sudah ada"):
        add(KINDS["renstra"], cycle, values, reason="baru", actor=actor)
    assert StrategicTarget.objects.count() == 1
