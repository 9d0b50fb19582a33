"""A unit cost far from its like is pointed out, with who the like are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from selaras.engines.indicators import Finding, ItemKind, Kind, PlanItem
from tests.engines.indicators.plans import SOUND, findings

ROAD = replace(SOUND, indicator="Panjang jalan", unit="meter", kind=ItemKind.PROPOSAL)


def roads(*unit_costs: int, volume: int = 10, **changes) -> list[PlanItem]:
    return [
        replace(ROAD, id=f"j{n}", cost=cost * volume, volume=Decimal(volume), **changes)
        for n, cost in enumerate(unit_costs)
    ]


def far(items: list[PlanItem]) -> list[Finding]:
    return [finding for finding in findings(*items) if finding.kind is Kind.UNIT_COST]


USUAL = (100_000, 110_000, 95_000, 105_000, 98_000)


@pytest.mark.parametrize(
    ("cost", "flagged"), [(100_000, False), (190_000, False), (800_000, True), (12_000, True), (55_000, False)]
)
def test_the_sixth_is_judged_by_the_five_others(cost, flagged) -> None:
    assert [finding.item for finding in far(roads(*USUAL, cost))] == ["j5"] * flagged


def test_four_others_are_too_few() -> None:
    assert far(roads(*USUAL[:4], 800_000)) == []


def test_the_sentence_says_how_far_and_from_whom() -> None:
    (finding,) = far(roads(*USUAL, 820_000))
    assert finding.message == (
        "Biaya per meter Rp 820.000, yaitu 8 kali biaya yang lazim (Rp 102.500 per meter, nilai tengah 6 rincian "
        "dengan satuan sama pada sub kegiatan 2.16.02.2.01.0017). "
        "Periksa biaya, volume dan satuannya, atau tuliskan alasannya."
    )
    assert finding.peers == ("j0", "j1", "j2", "j3", "j4")


def test_where_costs_vary_widely_only_the_farthest_is_far() -> None:
    wide = (10_000, 30_000, 90_000, 200_000, 500_000, 1_000_000)
    assert far(roads(*wide)) == []


def test_few_of_the_subactivity_are_judged_among_the_field() -> None:
    usual = roads(*USUAL, code="2.16.03.2.02.0020")
    odd = replace(roads(900_000)[0], id="odd")
    (finding,) = far([*usual, odd])
    assert (finding.item, "bidang urusan 2.16" in finding.message) == ("odd", True)


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "unit"},  # another unit has other costs
        {"unit": "%", "volume": Decimal(1)},
        {"volume": None, "target": "banyak"},
        {"volume": Decimal(0)},
        {"cost": None},
        {"cost": 0},
        {"code": ""},
    ],
)
def test_what_cannot_be_compared_is_not(changes) -> None:
    assert far([*roads(*USUAL), replace(roads(900_000)[0], id="odd", **changes)]) == []


def test_the_target_of_a_work_plan_serves_as_volume() -> None:
    items = [
        replace(SOUND, id=f"r{n}", indicator="Jumlah orang", unit="orang", cost=cost * 20, target="20 orang")
        for n, cost in enumerate((*USUAL, 900_000))
    ]
    assert [finding.item for finding in far(items)] == ["r5"]


@pytest.mark.parametrize("changed", [{"cost": 10**40}, {"cost": 10**400}, {"cost": 1, "volume": "1" + "0" * 400}])
def test_a_slip_of_many_digits_is_pointed_out_as_any_other(changed) -> None:
    items = roads(*USUAL, 100_000)
    assert [finding.item for finding in far([*items[:-1], replace(items[-1], **changed)])] == ["j5"]
