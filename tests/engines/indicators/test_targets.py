"""A target is one number, at most 100 percent, on the path of the strategic plan and past its baseline."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from selaras.engines.indicators import Direction, Kind, StrategicTarget
from selaras.engines.indicators.figures import read
from tests.engines.indicators.plans import ENTRY, SOUND, kinds, of

UP, DOWN, FLAT = Direction.RISING, Direction.FALLING, Direction.CONSTANT
OFF, BEHIND = Kind.OFF_STRATEGIC_PATH, Kind.BEHIND_BASELINE


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", "12"),
        ("90,38", "90.38"),
        ("90.38", "90.38"),
        ("1.250", "1250"),
        ("1.234.567,89", "1234567.89"),
        ("1,234.5", "1234.5"),
        ("90,38 %", "90.38"),
        ("12 dokumen", "12"),
        ("-0,5", "-0.5"),
        (7, "7"),
        (Decimal("7.5"), "7.5"),
    ],
)
def test_figures_as_offices_write_them(written, value) -> None:
    assert read(written) == Decimal(value)


@pytest.mark.parametrize("written", [None, "", "-", "seluruh desa", "80-90", "80 s.d. 90", "1 dok 2 lap", "1.2.3,4"])
def test_what_is_not_one_number(written) -> None:
    assert read(written) is None
    assert kinds(target=written) == [Kind.TARGET_NOT_NUMBER]


def test_a_target_in_words_is_quoted() -> None:
    (finding,) = of(target="seluruh desa")
    assert finding.message == 'Target "seluruh desa" bukan satu angka. Isi satu angka, misalnya 90,5.'


@pytest.mark.parametrize(
    ("indicator", "target", "found"),
    [
        ("Persentase permohonan selesai", "100", []),
        ("Persentase permohonan selesai", "100,5", [Kind.PERCENT_OVER_100]),
        ("Persentase peningkatan pengunjung", "150", []),  # growth may well pass 100
    ],
)
def test_percentages(indicator, target, found) -> None:
    assert kinds(indicator=indicator, unit="%", target=target) == found


def promise(direction: Direction | None, **changes) -> StrategicTarget:
    given = {"targets": {2020: Decimal(80), 2021: Decimal(100)}, "baseline": None, **changes}
    return StrategicTarget("diskominfo", SOUND.indicator, unit=SOUND.unit, direction=direction, **given)


@pytest.mark.parametrize(
    ("direction", "tolerance", "target", "found"),
    [
        (UP, 0, "100", []),
        (UP, 0, "120", []),  # ahead of the path
        (UP, 0, "99", [OFF]),
        (UP, Fraction(1, 100), "99", []),
        (UP, Fraction(1, 100), "98,9", [OFF]),
        (DOWN, 0, "99", []),
        (DOWN, 0, "101", [OFF]),
        (DOWN, Fraction(1, 20), "105", []),
        (FLAT, 0, "100", []),
        (FLAT, 0, "99", [OFF]),
        (FLAT, 0, "101", [OFF]),
        (None, 0, "99", [OFF]),  # 80, 100: it rises
    ],
)
def test_the_path_of_the_strategic_plan(direction, tolerance, target, found) -> None:
    baseline = 0 if direction is not DOWN else 200
    assert kinds([promise(direction, tolerance=tolerance)], target=target, baseline=baseline) == found


def test_the_sentence_names_both_targets() -> None:
    (finding,) = of([promise(UP)], target="90,5")
    assert finding.message.startswith("Target 90,5 lebih rendah daripada target Renstra tahun 2021, yaitu 100.")


@pytest.mark.parametrize(
    ("direction", "baseline", "found"),
    [(UP, 101, [BEHIND]), (UP, 100, []), (DOWN, 99, [BEHIND]), (DOWN, 100, []), (FLAT, 7, [])],
)
def test_a_target_on_the_wrong_side_of_its_baseline(direction, baseline, found) -> None:
    assert kinds([promise(direction)], target="100", baseline=baseline) == found


def test_the_baseline_of_the_strategic_plan_serves_where_the_item_has_none() -> None:
    assert kinds([promise(UP, baseline=Decimal(105))], baseline=None) == [Kind.NO_BASELINE, BEHIND]


@pytest.mark.parametrize(
    ("path", "baseline", "target", "found"),
    [
        ({2020: 9, 2021: 7}, None, "8", [OFF]),  # falling: too high
        ({2021: 7, 2022: 7}, None, "8", [OFF]),  # constant
        ({2021: 7}, 9, "6", []),  # falling from its baseline
        ({2021: 7}, None, "6", [OFF]),  # one value and no baseline: constant
    ],
)
def test_the_direction_is_read_off_the_path(path, baseline, target, found) -> None:
    assert kinds([promise(None, targets=path, baseline=baseline)], target=target, baseline=target) == found


def test_a_year_the_strategic_plan_does_not_reach() -> None:
    assert kinds([promise(UP, targets={2019: Decimal(1)})]) == [Kind.NO_STRATEGIC_TARGET]


@pytest.mark.parametrize("changes", [{"unit": "Laporan"}, {"indicator": "Jumlah tamu", "code": ENTRY.code}])
def test_another_unit_or_indicator_than_the_strategic_plan_is_not_compared(changes) -> None:
    given = {"indicator": SOUND.indicator, "unit": SOUND.unit, "code": "", **changes}
    other = StrategicTarget("diskominfo", targets={2021: Decimal(999)}, **given)
    assert kinds([other]) == [Kind.STRATEGIC_MISMATCH]


def test_the_promise_of_another_agency_does_not_bind() -> None:
    other = StrategicTarget("dinkes", SOUND.indicator, {2021: Decimal(999)}, SOUND.unit)
    assert kinds([other]) == []
