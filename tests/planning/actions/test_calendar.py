"""The calendar is data: seeded once with the usual dates, moved with a reason, never closing before it opens."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from selaras.audit.models import Entry
from selaras.people.actions import system_account
from selaras.people.models import Role
from selaras.people.queries import roles_of
from selaras.planning.actions.calendar import move_stage, seed_stages
from selaras.planning.errors import Refused, Unsound
from selaras.planning.models import Stage
from selaras.planning.queries import open_on, stages_asking, stages_of
from tests.planning.calendar_setting import holder, seeded_cycle

pytestmark = pytest.mark.django_db


def test_the_usual_stages_lie_around_the_year_that_is_planned() -> None:
    cycle = seeded_cycle(2021)
    stages = {stage.key: stage for stage in stages_of(cycle)}
    assert stages["forum"].opens_on == date(2020, 2, 1)
    assert stages["forum"].closes_on == date(2020, 2, 28)
    assert stages["realisasi-4"].closes_on == date(2022, 1, 31)
    assert "Permendagri 86/2017" in stages["forum"].legal_basis


def test_seeding_again_keeps_what_the_office_changed() -> None:
    cycle = seeded_cycle()
    move_stage(
        cycle.stages.get(key="forum"),
        date(2020, 2, 11),
        date(2020, 2, 11),
        reason="SE 050/1",
        actor=holder(Role.Kind.PLANNER),
    )
    assert seed_stages(cycle, on=date(2020, 1, 2), actor=system_account()) == 0
    assert cycle.stages.get(key="forum").opens_on == date(2020, 2, 11)


def test_a_move_is_in_the_log_with_both_dates_and_the_reason() -> None:
    stage = seeded_cycle().stages.get(key="forum")
    move_stage(stage, date(2020, 2, 11), date(2020, 2, 12), reason=" SE 050/1 ", actor=holder(Role.Kind.PLANNER))
    entry = Entry.objects.get(action="planning.stage_moved")
    assert entry.detail == {
        "before": ["2020-02-01", "2020-02-28"],
        "after": ["2020-02-11", "2020-02-12"],
        "reason": "SE 050/1",
    }


@pytest.mark.parametrize(
    ("opens", "closes", "reason", "says"),
    [
        (date(2020, 2, 12), date(2020, 2, 11), "SE 050/1", "lebih awal"),
        (date(2020, 2, 11), date(2020, 2, 12), "  ", "alasannya"),
    ],
)
def test_an_unsound_move_changes_nothing(opens: date, closes: date, reason: str, says: str) -> None:
    stage = seeded_cycle().stages.get(key="forum")
    with pytest.raises(Unsound, match=says):
        move_stage(stage, opens, closes, reason=reason, actor=holder(Role.Kind.PLANNER))
    stage.refresh_from_db()
    assert stage.opens_on == date(2020, 2, 1)


@pytest.mark.parametrize("kind", [kind for kind in Role.Kind if kind != Role.Kind.PLANNER])
def test_only_bappeda_moves_a_stage(kind: Role.Kind) -> None:
    stage = seeded_cycle().stages.get(key="forum")
    with pytest.raises(Refused):
        move_stage(stage, date(2020, 2, 11), date(2020, 2, 12), reason="SE 050/1", actor=holder(kind))


def test_the_database_refuses_a_stage_that_closes_before_it_opens() -> None:
    cycle = seeded_cycle()
    with pytest.raises(IntegrityError), transaction.atomic():
        Stage.objects.create(cycle=cycle, key="x", name="X", opens_on=date(2020, 2, 2), closes_on=date(2020, 2, 1))


def test_who_must_act_sees_the_stages_of_their_roles_alone() -> None:
    cycle = seeded_cycle()
    asked = stages_asking(roles_of(holder(Role.Kind.VILLAGE_OPERATOR)), cycle)
    assert [stage.key for stage in asked] == ["musrenbang-desa"]
    assert stages_asking(roles_of(holder(Role.Kind.AUDITOR, "lain")), cycle) == []


def test_open_stages_come_with_the_nearest_deadline_first() -> None:
    stages = list(stages_of(seeded_cycle()))
    keys = [stage.key for stage in open_on(stages, date(2020, 2, 10))]
    assert keys == ["musrenbang-kecamatan", "rancangan-renja", "forum"]
    assert open_on(stages, date(2019, 12, 31)) == []
