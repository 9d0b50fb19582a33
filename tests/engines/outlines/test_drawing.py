"""Degrees become whole numbers of a drawing, north up, as few letters as it takes."""

from __future__ import annotations

from selaras.engines.outlines import Frame

TRIANGLE = [[[(109.0, -7.0), (109.2, -7.0), (109.0, -7.2), (109.0, -7.0)]]]


def test_north_is_up_and_a_degree_is_as_wide_as_it_is_there() -> None:
    frame = Frame.around([TRIANGLE], width=500)
    assert frame.spot((109.0, -7.0)) == (0, 0)
    assert frame.spot((109.2, -7.2)) == (500, frame.height)
    assert frame.height == 504  # a degree of longitude is shorter by the cosine of 7.1° than one of latitude


def test_a_shape_is_drawn_in_steps_and_closed() -> None:
    assert Frame.around([TRIANGLE], width=100).path(TRIANGLE) == "M0 0h100l-100 101z"


def test_what_is_smaller_than_a_unit_is_not_drawn() -> None:
    small = [[[(109.0, -7.0), (109.0001, -7.0), (109.0, -7.0001), (109.0, -7.0)]]]
    assert Frame.around([TRIANGLE], width=100).path(small) == ""


def test_a_single_point_and_a_tall_region_have_a_frame_too() -> None:
    assert Frame.around([], [(109.5, -7.5)], width=100).spot((109.5, -7.5)) == (0, 0)
    tall = Frame.around([], [(109.0, -7.0), (109.01, -8.0)], width=100)
    assert tall.height == 200
