"""A whole must be the sum of its parts, within what rounding can make."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.conflicts import ClassParts, Figure, RegionParts, Sums, Terms, align, check_sums, told_sum

SEX = ClassParts("jenis kelamin", ("L", "P"))
REGIONS = RegionParts({"33": ("33.01", "33.05")})
Stated = list[tuple[str, Decimal | int, str]]


def checked(stated: Stated, unit: str = "jiwa", rule: ClassParts | RegionParts = SEX) -> Sums:
    """`stated`: region, value and sex (empty for both) of each figure."""
    figures = [
        Figure("BPS", "penduduk", region, "k", "2020", value, unit, (("jenis kelamin", sex),) if sex else ())
        for region, value, sex in stated
    ]
    return check_sums(align(figures, Terms("k")).aligned, [rule])


@pytest.mark.parametrize(
    ("whole", "men", "women", "unit", "broken"),
    [
        (100, 60, 40, "jiwa", False),
        (100, 60, 41, "jiwa", True),
        (Decimal("1.3"), Decimal("0.7"), Decimal("0.7"), "ribu jiwa", False),
        (Decimal("1.3"), Decimal("0.8"), Decimal("0.7"), "ribu jiwa", True),
        (Decimal("100.0"), Decimal("60.1"), Decimal("40.0"), "juta rupiah", False),
        (Decimal("100.0"), Decimal("60.2"), Decimal("40.0"), "juta rupiah", True),
    ],
)
def test_tolerance_is_what_rounding_can_make(
    whole: Decimal, men: Decimal, women: Decimal, unit: str, broken: bool
) -> None:
    sums = checked([("33", whole, ""), ("33", men, "L"), ("33", women, "P")], unit)
    assert (sums.checked, bool(sums.broken)) == (1, broken)


def test_a_broken_sum_tells_gap_and_tolerance() -> None:
    (found,) = checked(
        [("33", Decimal("2.0"), ""), ("33", Decimal("1.2"), "L"), ("33", Decimal("1.3"), "P")], "ribu jiwa"
    ).broken
    assert (found.added, found.gap, found.tolerance) == (2500, 500, 150)
    assert told_sum(found) == (
        "penduduk, 33, 2020: BPS menyatakan 2,0 ribu jiwa, tetapi 2 bagiannya berjumlah 2.500 orang, lebih 500; "
        "pembulatan hanya menjelaskan 150. Periksa jumlah dan bagiannya."
    )


def test_regions_add_up_for_each_part() -> None:
    sums = checked(
        [("33", 30, ""), ("33.01", 10, ""), ("33.05", 20, ""), ("33", 9, "L"), ("33.01", 4, "L"), ("33.05", 4, "L")],
        rule=REGIONS,
    )
    assert sums.checked == 2
    assert [(one.whole.breakdown, one.gap) for one in sums.broken] == [((("jenis kelamin", "L"),), -1)]


def test_a_part_that_is_missing_leaves_the_sum_open() -> None:
    sums = checked([("33", 30, ""), ("33.01", 10, "")], rule=REGIONS)
    assert (sums.checked, sums.broken) == (0, ())
    assert [one.missing for one in sums.open] == [("33.05",)]


@pytest.mark.parametrize("unit", ["persen", "indeks", "jiwa/km2"])
def test_what_does_not_add_up_is_not_added(unit: str) -> None:
    assert checked([("33", 50, ""), ("33", 60, "L"), ("33", 40, "P")], unit) == Sums((), (), 0)


def test_the_parts_of_another_source_do_not_count() -> None:
    said = [
        Figure(source, "penduduk", "33", "k", "2020", value, "jiwa", part)
        for source, value, part in [
            ("A", 10, ()),
            ("B", 4, (("jenis kelamin", "L"),)),
            ("B", 4, (("jenis kelamin", "P"),)),
        ]
    ]
    assert check_sums(align(said, Terms("k")).aligned, [SEX]) == Sums((), (), 0)


@given(
    parts=st.lists(st.integers(0, 10**8), min_size=1, max_size=8), decimals=st.integers(0, 3), off=st.integers(-9, 9)
)
def test_rounded_parts_of_a_whole_never_break_it_and_a_wrong_count_always_does(
    parts: list[int], decimals: int, off: int
) -> None:
    rule = ClassParts("umur", tuple(str(place) for place in range(len(parts))))

    def stated(value: int, rounded: bool, part: tuple[tuple[str, str], ...] = ()) -> Figure:
        shown = round(Decimal(value) / 1000, decimals) if rounded else value
        return Figure("S", "x", "33", "k", "2020", shown, "ribu jiwa" if rounded else "jiwa", part)

    for rounded, wrong in ((True, 0), (False, off)):
        said = [stated(value, rounded, (("umur", str(place)),)) for place, value in enumerate(parts)]
        sums = check_sums(align([*said, stated(sum(parts) + wrong, rounded)], Terms("k")).aligned, [rule])
        assert bool(sums.broken) == (wrong != 0)
