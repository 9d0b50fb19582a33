"""Renstra targets come with a column a year, or a row a year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from selaras.forum.actions import receive
from selaras.forum.models import Forum
from selaras.people.actions import system_account
from selaras.planning.models import StrategicTarget
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db
HEAD = "perangkat daerah,kode,indikator,satuan,"


@pytest.fixture
def forum() -> Forum:
    return decided_forum()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("columns", f"{HEAD}target 2021,target 2022\nDiskominfo,2.16.02,Mutu layanan,%,\"90,38\",\"91,66\"\n"),
        ("rows", f"{HEAD}tahun,target\nDiskominfo,2.16.02,Mutu layanan,%,2021,\"90,38\"\n"
                 "Diskominfo,2.16.02,Mutu layanan,%,2022,\"91,66\"\n"),
    ],
)  # fmt: skip
def test_both_shapes_give_the_same_targets(forum: Forum, name: str, text: str) -> None:
    receive(forum, "targets", f"renstra-{name}.csv", text.encode(), sender=name, actor=system_account())
    targets = StrategicTarget.objects.filter(indicator="Mutu layanan").values_list("year", "target")
    assert dict(targets) == {2021: Decimal("90.38"), 2022: Decimal("91.66")}


def test_a_target_without_its_year_is_kept_back(forum: Forum) -> None:
    text = f"{HEAD}target\nDiskominfo,2.16.02,Mutu layanan,%,90\n"
    batch = receive(forum, "targets", "renstra.csv", text.encode(), sender="x", actor=system_account())
    assert (batch.taken, batch.kept) == (0, 1)
    assert "tahun" in batch.rows.get().reasons[0].lower()
