"""The invented district: as many systems as asked, each named so, with routes to core systems and fixes to plan."""

from __future__ import annotations

import pytest

from selaras.engines.routes import leading_routes
from selaras.exposure.models import Connection, Fix, System
from selaras.exposure.planning_fixes import measures, planned
from selaras.exposure.queries import candidates_visible_to
from selaras.exposure.sample import seed_district
from selaras.exposure.viewing import view_of
from selaras.government.models import Agency
from tests.exposure.room import agencies, chief

pytestmark = pytest.mark.django_db


def test_it_holds_what_a_demonstration_needs_and_says_that_it_is_invented() -> None:
    agencies()
    assert seed_district(list(Agency.objects.all()), systems=60, actor=chief()) == 60
    assert not System.objects.exclude(name__endswith="(contoh)").exists()
    view = view_of(chief())
    assert leading_routes(view.graph)
    chosen = measures(view, candidates_visible_to(chief()))
    assert len(chosen) == Fix.objects.count() > 0
    budget = sum(fix.cost for fix in chosen) // 5
    plan = planned(view, chosen, budget)
    assert plan["steps"][-1][1] <= budget
    assert plan["steps"][-1][2] <= plan["severe_left"][0]
    assert plan["proof"]["bound"] <= plan["proof"]["risk"]


def test_it_is_made_once() -> None:
    agencies()
    seed_district(list(Agency.objects.all()), systems=30, actor=chief())
    ways = Connection.objects.count()
    assert seed_district(list(Agency.objects.all()), systems=30, actor=chief()) == 0
    assert Connection.objects.count() == ways
