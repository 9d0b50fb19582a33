"""What is asked, how it is weighed and what a figure is called: all of it data, none of it known here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from selaras.engines.survey.errors import SchemeError


@dataclass(frozen=True, slots=True)
class Element:
    """One question of the survey; `weight` is its part of the index, exact."""

    key: str
    name: str
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Band:
    """A grade of the converted index from `least` (to two decimals) upward."""

    key: str
    name: str
    least: Decimal


@dataclass(frozen=True, slots=True)
class Scheme:
    """Elements in the order asked, bands, and marks from 1 to `highest`; the highest mark everywhere converts to 100.

    With weights that add up to 1 the index lies between 100 / `highest` and 100. Some offices round nine weights to
    0.11, and so reach 99 at most: give those weights to compare with their figures.
    Raises SchemeError where keys or bands repeat or are missing, or a weight is not above zero.
    """

    elements: Sequence[Element]
    bands: Sequence[Band]
    highest: int = 4

    def __post_init__(self) -> None:
        keys = [element.key for element in self.elements]
        if not keys or len(set(keys)) < len(keys):
            raise SchemeError("Unsur survei harus ada, masing-masing dengan kode sendiri.")
        if any(element.weight <= 0 for element in self.elements) or self.highest < 2:
            raise SchemeError("Bobot tiap unsur harus lebih dari 0, dan skala paling sedikit dua nilai.")
        least = [band.least for band in self.bands]
        if not least or len(set(least)) < len(least):
            raise SchemeError("Golongan mutu harus ada, masing-masing dengan batas bawah sendiri.")

    @property
    def factor(self) -> Fraction:
        """Converts a mean mark to a part of 100: 25 on a scale to 4."""
        return Fraction(100, self.highest)

    def band(self, index: Decimal) -> Band:
        """The band of an index that is already rounded to two decimals, so that no figure falls between two bands.

        The lowest band holds what lies under it too: with weights of 0.11 that is possible.
        """
        lowest = min(self.bands, key=lambda band: band.least)
        return max((band for band in self.bands if band.least <= index), key=lambda band: band.least, default=lowest)


def equal_weights(names: Sequence[tuple[str, str]]) -> tuple[Element, ...]:
    """Elements from (key, name) that weigh the same: exactly 1/9 each for nine.

    >>> equal_weights([("cost", "Biaya"), ("time", "Waktu")])[0].weight
    Fraction(1, 2)
    """
    return tuple(Element(key, name, Fraction(1, len(names))) for key, name in names)
