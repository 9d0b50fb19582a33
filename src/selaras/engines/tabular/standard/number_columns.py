"""A column of texts to numbers, by the column's one decision on what its points and commas mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from selaras.engines.tabular.numerals import column_number_form
from selaras.engines.tabular.standard.model import StandardField

_SPACES = " \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Numerals:
    """What separates decimals and groups of three. `certain`: declared by the standard or proven by some value.

    `mixed`: the sample proves both forms. `ambiguous`: how many values of the sample read either way, such as 1.515.
    """

    decimal: str = "."
    group: str = ""
    certain: bool = True
    mixed: bool = False
    ambiguous: int = 0

    @property
    def grouped(self) -> str:
        """The pattern of a number in groups of three, or without groups; a text that fits it reads one way only."""
        decimals = rf"(?:{re.escape(self.decimal)}\d+)?"
        if not self.group:
            return rf"^[+-]?\d+{decimals}$"
        group = "[ \u00a0\u202f]" if self.group == " " else re.escape(self.group)
        return rf"^[+-]?(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+){decimals}$"


def numerals_of(one: StandardField, sample: Iterable[str]) -> Numerals:
    """What the standard declares; where it is silent, what the column shows, and the Indonesian form without proof.

    >>> numerals_of(StandardField("luas", "number"), ["1.234,5", "17"])
    Numerals(decimal=',', group='.', certain=True, mixed=False, ambiguous=0)
    >>> numerals_of(StandardField("luas", "number", decimal="."), ["1.515"])
    Numerals(decimal='.', group='', certain=True, mixed=False, ambiguous=0)
    """
    if one.decimal is not None or one.group is not None:
        decimal = one.decimal or ("," if one.group == "." else ".")
        return Numerals(decimal, one.group or "")
    form = column_number_form(sample)
    group = "." if form.decimal == "," else ","
    return Numerals(form.decimal, group, form.certain or not form.ambiguous, form.mixed, form.ambiguous)


def read_numbers(texts: pl.Series, form: Numerals, dtype: type[pl.Int64] | type[pl.Float64]) -> pl.Series:
    """The numbers of trimmed texts; null where a text is no number in this form, not finite or out of range."""
    found = _plain(texts, form, dtype)
    left = (found.is_null() & texts.is_not_null()).arg_true()
    if not len(left):
        return found
    rest = texts.gather(left)
    fits = rest.str.contains(form.grouped)
    tidy = rest.filter(fits)
    if form.group:
        tidy = tidy.str.replace_many(list(_SPACES if form.group == " " else form.group), [""])
    if form.decimal != ".":
        tidy = tidy.str.replace(form.decimal, ".", literal=True)
    return found.scatter(left.filter(fits), tidy.cast(dtype, strict=False)) if len(tidy) else found


def _plain(texts: pl.Series, form: Numerals, dtype: type[pl.Int64] | type[pl.Float64]) -> pl.Series:
    """The texts that no form can make ambiguous: digits alone; with decimals where a point separates them."""
    if dtype is pl.Int64 or form.decimal != "." or form.group == ".":
        return texts.cast(pl.Int64, strict=False).cast(dtype)
    found = texts.cast(pl.Float64, strict=False)
    if found.is_finite().all():
        return found
    return found.set(~found.is_finite(), None)


def bare(texts: pl.Series) -> pl.Series:
    """Texts without the signs before and after their number, such as Rp or %."""
    return texts.str.replace(r"^[^\d+\-]*", "").str.replace(r"[^\d]*$", "")
