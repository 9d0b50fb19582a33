"""The scheme of the regulation for tests, and surveys made up by a seeded draw."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np

from selaras.engines.survey import Answer, Band, Element, Scheme, equal_weights

KEYS = ("requirements", "procedure", "time", "cost", "product", "competence", "conduct", "complaints", "facilities")
BANDS = (
    Band("D", "Tidak baik", Decimal("25.00")),
    Band("C", "Kurang baik", Decimal("65.00")),
    Band("B", "Baik", Decimal("76.61")),
    Band("A", "Sangat baik", Decimal("88.31")),
)
SCHEME = Scheme(equal_weights([(key, key.title()) for key in KEYS]), BANDS)
ROUNDED = Scheme([Element(key, key.title(), Fraction("0.11")) for key in KEYS], BANDS)
DAY = date(2021, 3, 1)


def form(marks: Sequence[int]) -> dict[str, int]:
    """Nine marks as a form; 0 is left open."""
    return {key: mark for key, mark in zip(KEYS, marks, strict=True) if mark}


def honest(count: int, *, mean: float = 3.2, seed: int = 1, desk: str = "Loket") -> list[Answer]:
    """So many people, each on a phone of his own, five minutes apart, with marks around `mean`."""
    draw = np.random.default_rng(seed)
    marks = np.clip(np.rint(draw.normal(mean, 0.6, (count, 1)) + draw.normal(0, 0.5, (count, 9))), 1, 4).astype(int)
    return [
        Answer(form(row), desk, DAY, f"{desk}-{seed}-{at}", datetime(2021, 3, 1, 8) + timedelta(minutes=5 * at))
        for at, row in enumerate(marks.tolist())
    ]
