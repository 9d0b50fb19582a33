"""The forum's own page shows the target of its year beside what was measured."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from selaras.evidence.actions.keeping import set_target
from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.models import Indicator
from selaras.people.actions import system_account
from selaras.people.models import Role
from tests.counting import queries_of
from tests.forum.decided import decided_forum
from tests.people.persons import someone

pytestmark = pytest.mark.django_db


def test_target_and_value_side_by_side_and_nothing_where_the_year_has_no_target() -> None:
    year = decided_forum().cycle.year
    assert "Target dan hasil" not in Client().get("/").content.decode()
    seed_indicators(actor=system_account())
    indicator, day = Indicator.objects.get(), timezone.localdate()
    set_target(indicator, year, Decimal("90.38"), "Contoh", actor=someone(Role.Kind.PLANNER))
    page = Client().get("/").content.decode()
    assert f"Target dan hasil {year}" in page
    assert "90,38" in page
    assert "belum diukur" in page
    before = queries_of(Client().get, "/")
    for at, value in enumerate(("88.2", "91.07")):
        told = {
            "value": Decimal(value),
            "measured_on": day,
            "method": f"Cara {value} (contoh)",
            "recorded_at": timezone.now(),
        }
        indicator.values.create(year=year, reference=f"contoh/{at}", **told)
    page = Client().get("/").content.decode()
    assert "91,07" in page
    assert "88,2" not in page
    assert "Cara 91.07 (contoh)" in page
    assert "tercapai" in page
    assert queries_of(Client().get, "/") == before
