"""The next year opens with what this year left: unfinished lines, priorities, targets; opened twice it stays one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.government.models import Agency
from selaras.people.models import Role
from selaras.planning.actions.carrying import open_next_cycle
from selaras.planning.actions.realising import report
from selaras.planning.errors import Refused
from selaras.planning.models import Cycle, RegionalPriority, StrategicTarget, WorkPlanItem
from tests.planning.calendar_setting import holder, seeded_cycle

pytestmark = pytest.mark.django_db


@pytest.fixture
def cycle() -> Cycle:
    cycle = seeded_cycle(2021)
    agency = Agency.objects.create(region=cycle.region, code="1.01", name="Dinas Contoh")
    for key, target in (("selesai", 10), ("separuh", 100), ("belum", 4)):
        WorkPlanItem.objects.create(
            cycle=cycle, key=key, agency=agency, code="1.01.02", name=key, unit="meter", target=target, cost=1_000
        )
    RegionalPriority.objects.create(cycle=cycle, number=1, name="Prioritas", codes=["1.01"])
    StrategicTarget.objects.create(cycle=cycle, agency=agency, indicator="Indikator", year=2022, target=5)
    return cycle


def test_unfinished_lines_go_on_with_what_is_left(cycle: Cycle) -> None:
    actor = holder(Role.Kind.PLANNER)
    lines = {item.key: item for item in cycle.work_plan.all()}
    report(lines["selesai"], 4, Decimal(10), 900, actor=actor)
    report(lines["separuh"], 4, Decimal(40), 450, actor=actor)
    fresh = open_next_cycle(cycle, actor=actor)
    assert fresh.year == 2022
    carried = {item.key: item for item in fresh.work_plan.all()}
    assert set(carried) == {"separuh", "belum"}
    half = carried["separuh"]
    assert (half.target, half.cost, half.baseline) == (Decimal(60), 550, Decimal(40))
    assert half.note == "Lanjutan 2021: tercapai 40 dari 100 meter."
    assert half.carried_from == lines["separuh"]
    assert (carried["belum"].target, carried["belum"].cost) == (Decimal(4), 1_000)


def test_a_forward_estimate_goes_before_what_is_left(cycle: Cycle) -> None:
    cycle.work_plan.filter(key="belum").update(forward_target=7, forward_cost=2_000)
    fresh = open_next_cycle(cycle, actor=holder(Role.Kind.PLANNER))
    line = fresh.work_plan.get(key="belum")
    assert (line.target, line.cost) == (Decimal(7), 2_000)


def test_priorities_and_targets_stay_true_and_ceilings_are_set_anew(cycle: Cycle) -> None:
    fresh = open_next_cycle(cycle, actor=holder(Role.Kind.PLANNER))
    assert fresh.priorities.get().name == "Prioritas"
    assert fresh.strategic_targets.get().year == 2022
    assert not fresh.ceilings.exists()
    assert fresh.stages.get(key="forum").opens_on.year == 2021


def test_opening_it_again_adds_nothing_twice(cycle: Cycle) -> None:
    actor = holder(Role.Kind.PLANNER)
    first = open_next_cycle(cycle, actor=actor)
    again = open_next_cycle(cycle, actor=actor)
    assert first == again
    assert again.work_plan.count() == 3
    assert again.priorities.count() == 1


def test_only_bappeda_opens_the_next_year(cycle: Cycle) -> None:
    with pytest.raises(Refused):
        open_next_cycle(cycle, actor=holder(Role.Kind.SECRETARY))


def test_a_year_whose_calendar_was_never_kept_has_a_next_one_too(cycle: Cycle) -> None:
    cycle.stages.all().delete()
    assert open_next_cycle(cycle, actor=holder(Role.Kind.PLANNER)).stages.exists()
