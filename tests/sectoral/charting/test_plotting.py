"""Where lines stand: inside the picture, on a grid of round figures, from zero where that is near."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selaras.engines.tabular.standard import StandardField
from selaras.sectoral.charting import Line, Plot, Point, plot_of

TIME, FIGURE = StandardField("tahun", "year"), StandardField("jiwa", "integer")


def plotted(*points: tuple[object, float | None]) -> Plot:
    return plot_of(Line(TIME, FIGURE, (("", tuple(Point(at, value) for at, value in points)),)))


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ((0, 100), [0, 50, 100]),
        ((1000, 1400), [0, 500, 1000, 1500]),
        ((1300, 1400), [1300, 1350, 1400]),
        ((-30, 60), [-50, 0, 50, 100]),
        ((7, 7), [0, 2, 4, 6, 8]),
        ((0, 0), [0, 0.5]),
        ((0.1, 0.4), [0, 0.1, 0.2, 0.3, 0.4]),
    ],
)
def test_the_grid_has_round_figures(values: tuple[float, float], ticks: list[float]) -> None:
    assert [value for _height, value in plotted((2019, values[0]), (2020, values[1])).ticks] == ticks


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    assert plotted((2019, 10), (2020, 20)).from_zero
    assert not plotted((2019, 1300), (2020, 1400)).from_zero


def test_a_gap_in_the_figures_is_a_gap_in_the_line() -> None:
    _name, segments, dots = plotted((2016, 1), (2017, 2), (2018, None), (2020, 4)).series[0]
    assert (len(segments), len(dots)) == (1, 3)


def test_years_that_lack_keep_their_room() -> None:
    dots = plotted((2010, 1), (2011, 1), (2020, 1)).series[0][2]
    assert [x for x, _y in dots] == ["1.0%", "10.8%", "99.0%"]


def test_months_and_days_are_times_too() -> None:
    assert [x for x, _y in plotted(("2019-12", 1), ("2020-01", 1), ("2020-02", 1)).series[0][2]][1] == "50.0%"
    assert len(plotted((date(2020, 1, 1), 1), (date(2020, 1, 2), 2)).series[0][1]) == 1


@example([5e-324])
@given(st.lists(st.one_of(st.none(), st.floats(-1e12, 1e12), st.integers(-(10**15), 10**15)), min_size=1, max_size=30))
def test_every_mark_stands_inside_the_picture(values: list[float | None]) -> None:
    found = plotted(*((2000 + at, value) for at, value in enumerate(values)))
    spots = [spot for _name, _segments, dots in found.series for spot in dots]
    heights = [y for _x, y in spots] + [height for height, _value in found.ticks]
    assert all(0 <= float(each.rstrip("%")) <= 100 for each in [*heights, *(x for x, _y in spots)])
    assert 2 <= len(found.ticks) <= 7
