"""Two figures conflict where no true number could have been rounded to both, and the cause is asked, not decided."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.conflicts import Figure, Terms, align, disagreements, told_disagreement

SHARED = "kemendagri 2025"
TERMS = Terms(SHARED, known={"33.05", "33.01"}, indicators={"jumlah penduduk": "penduduk"})


def figure(source: str, value: Decimal | int, unit: str = "jiwa", **other: object) -> Figure:
    stated = {"indicator": "penduduk", "region": "33.05", "code_system": SHARED, "period": "2020"} | other
    return Figure(source=source, value=value, unit=unit, **stated)  # type: ignore[arg-type]


def kinds(*figures: Figure) -> list[str]:
    found = disagreements(align(figures, TERMS).aligned).found
    return [cause.kind for one in found for cause in one.causes] if found else ["agree"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ((1350873, "jiwa"), (1350873, "orang")),
        ((1350873, "jiwa"), (Decimal("1350.9"), "ribu jiwa")),
        ((1350850, "jiwa"), (Decimal("1350.9"), "ribu jiwa")),
        ((1350950, "jiwa"), (Decimal("1350.9"), "ribu jiwa")),
        ((39748, "ha"), (Decimal("397.48"), "km2")),
        ((39748, "ha"), (397, "km2")),
        ((123_456_789, "rupiah"), (Decimal("123.5"), "juta rupiah")),
        ((Decimal("12.34"), "persen"), (Decimal("12.3"), "%")),
        ((0, "jiwa"), (0, "ribu jiwa")),
    ],
)
def test_what_rounding_explains_is_no_conflict(ours: tuple[int, str], theirs: tuple[Decimal, str]) -> None:
    assert kinds(figure("A", *ours), figure("B", *theirs)) == ["agree"]


@pytest.mark.parametrize(
    ("ours", "theirs", "gap"),
    [
        ((1350873, "jiwa"), (1350874, "jiwa"), "1"),
        ((1350951, "jiwa"), (Decimal("1350.9"), "ribu jiwa"), "51"),
        ((39748, "ha"), (Decimal("397.50"), "km2"), "20000"),
        ((Decimal("12.36"), "persen"), (Decimal("12.30"), "%"), "0.06"),
        ((0, "jiwa"), (1, "jiwa"), "1"),
    ],
)
def test_what_rounding_does_not_explain_is_told_with_its_gap(
    ours: tuple[int, str], theirs: tuple[Decimal, str], gap: str
) -> None:
    (found,) = disagreements(align([figure("A", *ours), figure("B", *theirs)], TERMS).aligned).found
    assert found.gap == Fraction(gap)


def test_a_step_that_was_told_widens_what_rounding_explains() -> None:
    assert kinds(figure("A", 1350873), figure("B", 1351000, step=1000)) == ["agree"]
    assert kinds(figure("A", 1350873), figure("B", 1351000, step=100)) != ["agree"]


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        (figure("A", 1351), figure("B", 1351, "ribu jiwa"), "unit"),
        (figure("A", 39748, "ha"), figure("B", 39748, "km2"), "unit"),
        (figure("A", 1350873), figure("B", 1530873), "swapped_digits"),
        (figure("A", 1350873), figure("B", 1350378), None),
        (figure("A", 1350873), figure("B", 1350879), "one_digit"),
    ],
)
def test_a_cause_that_explains_the_whole_gap_is_named(ours: Figure, theirs: Figure, kind: str | None) -> None:
    assert kinds(ours, theirs) == ([kind] if kind else [])


def test_three_sources_stand_side_by_side_in_order_of_value() -> None:
    said = [figure("A", 12), figure("B", 10), figure("C", 10)]
    (found,) = disagreements(align(said, TERMS).aligned).found
    assert [side.figure.source for side in found.sides] == ["B", "C", "A"]
    assert (found.gap, found.relative) == (2, Fraction(1, 6))
    assert told_disagreement(found) == (
        "penduduk, 33.05, 2020: B menyatakan 10 jiwa; C menyatakan 10 jiwa; A menyatakan 12 jiwa. "
        "Selisihnya 2 orang (16,7 %). Hanya angka ke-2 yang berbeda: periksa ketikannya."
    )


def test_a_source_that_contradicts_itself_is_found() -> None:
    assert kinds(figure("A", 10), figure("A", 25)) == []


@pytest.mark.parametrize(
    "other",
    [
        {"period": "2021"},
        {"region": "33.01"},
        {"indicator": "penduduk miskin"},
        {"breakdown": (("jenis kelamin", "L"),)},
        {"period": "Semester I 2020"},
    ],
)
def test_figures_on_different_things_are_not_compared(other: dict[str, object]) -> None:
    found = disagreements(align([figure("A", 10), figure("B", 20, **other)], TERMS).aligned)
    assert (found.found, found.compared) == ((), 0)


def test_names_and_order_of_parts_that_mean_the_same_are_compared() -> None:
    parts = (("jenis kelamin", "L"), ("umur", "0-4"))
    said = [
        figure("A", 10, breakdown=parts, region="3305"),
        figure("B", 20, breakdown=parts[::-1], indicator="jumlah penduduk"),
    ]
    assert len(disagreements(align(said, TERMS).aligned).found) == 1


def test_units_that_cannot_be_turned_into_one_another_are_told_apart() -> None:
    found = disagreements(align([figure("A", 10), figure("B", 10, "kk")], TERMS).aligned)
    assert (found.found, len(found.incomparable)) == ((), 1)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"region": "97"}, '"97" bukan kode kemendagri 2025'),
        ({"code_system": "bps 2023"}, "Sistem kode bps 2023 belum dipetakan"),
        ({"code_system": ""}, "Sistem kode tanpa nama belum dipetakan"),
        ({"period": "kemarin"}, 'Periode "kemarin" tidak terbaca'),
        ({"unit": "///"}, 'Satuan "///" tidak terbaca'),
        ({"value": Decimal("NaN")}, 'Nilai "NaN" bukan angka'),
    ],
)
def test_a_figure_that_cannot_be_compared_is_kept_with_its_reason(other: dict[str, object], reason: str) -> None:
    given_one = figure("A", **({"value": 10} | other))  # type: ignore[arg-type]
    both = align([given_one, figure("B", 10)], TERMS)
    assert [one.figure for one in both.unread] == [given_one]
    assert both.unread[0].reason.startswith(reason)
    assert len(both.aligned) == 1


@given(true=st.integers(0, 10**9), decimals=st.lists(st.integers(0, 6), min_size=2, max_size=5))
def test_one_true_number_rounded_by_each_source_never_conflicts(true: int, decimals: list[int]) -> None:
    said = [
        figure(f"S{place}", round(Decimal(true) / 10**6, many), "juta rupiah") for place, many in enumerate(decimals)
    ]
    assert kinds(*said, figure("T", true, "rupiah")) == ["agree"]


@given(values=st.lists(st.integers(0, 50), min_size=2, max_size=6), order=st.randoms(use_true_random=False))
def test_the_order_of_the_figures_means_nothing(values: list[int], order: object) -> None:
    said = [figure(f"S{place}", value) for place, value in enumerate(values)]
    mixed = list(said)
    order.shuffle(mixed)  # type: ignore[attr-defined]
    assert disagreements(align(said, TERMS).aligned) == disagreements(align(mixed, TERMS).aligned)
    assert bool(disagreements(align(said, TERMS).aligned).found) == (len(set(values)) > 1)
