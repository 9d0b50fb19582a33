"""Table T-C.29 from the strategic plan and the realisations of earlier years."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from selaras.forum.exports.evaluation import Measure, t_c_29
from selaras.forum.models import Forum
from selaras.planning.models import Cycle, Realisation, StrategicTarget, WorkPlanItem
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db
INDICATOR, LEVEL = "Panjang jalan yang dibangun", "Jalan mantap"


@pytest.fixture
def forum() -> Forum:
    """Planned for 2021, with lines of 2018 to 2020 behind it."""
    made = decided_forum()
    agency = made.cycle.region.agencies.order_by("code")[0]
    for year, target, planned, achieved in (
        (2018, 10, 10, 8),
        (2019, 10, 12, 9),
        (2020, 20, 15, None),
        (2021, 60, 1, None),
    ):
        cycle = made.cycle if year == 2021 else Cycle.objects.create(region=made.cycle.region, year=year)
        for indicator, unit in ((INDICATOR, "km"), (LEVEL, "%")):
            StrategicTarget.objects.create(
                cycle=made.cycle,
                agency=agency,
                code="1.03.10",
                indicator=indicator,
                unit=unit,
                year=year,
                target=target,
            )
            item = WorkPlanItem.objects.create(
                cycle=cycle, key=f"E-{unit}", agency=agency, code="1.03.10", name="Jalan", indicator=indicator,
                unit=unit, target=planned, cost=1000,
            )  # fmt: skip
            if achieved is not None:
                for quarter, value in ((2, 1), (4, achieved)):
                    Realisation.objects.create(item=item, quarter=quarter, value=value, spent=0)
    return made


def _rows(forum: Forum) -> list[tuple[Any, ...]]:
    sheet = openpyxl.load_workbook(BytesIO(t_c_29(forum))).active
    assert sheet
    return list(sheet.iter_rows(values_only=True))


def test_columns_are_those_of_the_regulation_with_their_years(forum: Forum) -> None:
    told = [cell for row in _rows(forum) for cell in row if isinstance(cell, str)]
    assert {"Renja Tahun 2019", "Tahun 2020 (berjalan)", "Realisasi s/d Tahun 2018", "(11)"} <= set(told)


def test_amounts_that_add_up_are_added(forum: Forum) -> None:
    (row,) = [row for row in _rows(forum) if row[2] == INDICATOR]
    # 100 km promised over the period; 8 until 2018; 12 planned and 9 built in 2019; 15 planned in 2020
    assert row[3:] == ("100 km", "8 km", "12 km", "9 km", "75 %", "15 km", "32 km", "32 %")


def test_what_stands_at_a_level_is_not_added(forum: Forum) -> None:
    (row,) = [row for row in _rows(forum) if row[2] == LEVEL]
    assert row[3:] == ("60 %", "8 %", "12 %", "9 %", "75 %", "15 %", "15 %", "25 %")


def test_nothing_known_stays_empty_instead_of_nothing_done(forum: Forum) -> None:
    Realisation.objects.all().delete()
    (row,) = [row for row in _rows(forum) if row[2] == INDICATOR]
    assert row[3:] == ("100 km", None, "12 km", None, None, "15 km", "15 km", "15 %")


@pytest.mark.parametrize(("unit", "whole"), [("km", 6), ("%", 3), ("Indeks", 3)])
def test_a_measure_over_years(unit: str, whole: int) -> None:
    years = {2018: Decimal(1), 2019: Decimal(2), 2020: Decimal(3), 2021: Decimal(4)}
    assert Measure(unit=unit).over(years, 2020) == whole
    assert Measure(unit=unit).over(years, 2017) is None


def test_it_is_for_those_who_work_here(forum: Forum, staff: Client) -> None:
    assert Client().get(reverse("evaluation-table")).status_code == 302
    response = staff.get(reverse("evaluation-table"))
    assert response.headers["Content-Disposition"].endswith('filename="t-c-29-2021.xlsx"')
    assert response.content[:2] == b"PK"
