"""The strongest site counts, limits hold at their edges, and an unknown level is never called blank."""

from __future__ import annotations

import pytest

from selaras.engines.propagation import BeyondModel, SignalClass, best_level, classes


@pytest.mark.parametrize(
    ("level", "signal"),
    [
        (-94.9, SignalClass.COVERED),
        (-95.0, SignalClass.COVERED),
        (-95.1, SignalClass.CONSTRAINED),
        (-110.0, SignalClass.CONSTRAINED),
        (-110.1, SignalClass.BLANK),
    ],
)
def test_classes_at_their_edges(level: float, signal: SignalClass) -> None:
    assert classes([level], covered=-95, constrained=-110)[0] == signal


def test_an_unknown_level_is_not_classed() -> None:
    with pytest.raises(BeyondModel, match="belum diketahui"):
        classes([float("nan")], covered=-95, constrained=-110)


def test_limits_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(BeyondModel, match="Batas"):
        classes([-90], covered=-110, constrained=-95)


def test_the_strongest_site_counts() -> None:
    assert best_level([[100, 140], [130, 120]], [55, 58]).tolist() == [-45, -62]


def test_without_a_site_there_is_no_level() -> None:
    with pytest.raises(BeyondModel, match="paling sedikit satu menara"):
        best_level([], [])
