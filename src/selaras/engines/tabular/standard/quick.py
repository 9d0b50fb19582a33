"""A column read at once by a polars expression: right where it gives a value, null where it is not sure."""

from __future__ import annotations

import re

import polars as pl

from selaras.engines.tabular.standard.columns import ISO, YEAR, YEAR_MONTH
from selaras.engines.tabular.standard.model import StandardField
from selaras.engines.tabular.standard.number_columns import Numerals

_NUMERIC_DATE = re.compile(r"%[dmY](?:([-/.])%[dmY]){2}")
_DIGITS_APART = r"^\d+[-/.]\d+[-/.]\d{4}$|^\d{4}[-/.]\d+[-/.]\d+$"


_DAY = r"(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31"
_A_DATE = rf"^\d{{4}}-(?:{_DAY})$"  # but for 29 February


def is_a_date(raw: pl.Expr) -> pl.Expr:
    """Whether a text is an ISO date by its looks, for where its value is not needed; half the price of the value."""
    return raw.str.contains(_A_DATE)


def quick(one: StandardField, raw: pl.Expr, form: Numerals) -> tuple[pl.Expr, pl.Expr | None]:
    """The values, and where they need a second look although there is one (None: nowhere).

    `raw` holds texts as they came, untrimmed.
    """
    if one.type in ("string", "any"):
        return raw, None
    if one.type == "integer":
        return raw.cast(pl.Int64, strict=False), None
    if one.type == "number":
        return _number(raw, form)
    if one.type == "date":
        return _date(one, raw)
    if one.type == "year":
        return raw.cast(pl.Int64, strict=False), ~raw.str.contains(YEAR)
    if one.type == "yearmonth":
        return raw, ~raw.str.contains(YEAR_MONTH)
    if one.type == "boolean":
        said = {**dict.fromkeys(one.false_values, False), **dict.fromkeys(one.true_values, True)}
        return raw.replace_strict(list(said), list(said.values()), default=None, return_dtype=pl.Boolean), None
    return pl.lit(None, dtype=pl.Datetime), None


def _number(raw: pl.Expr, form: Numerals) -> tuple[pl.Expr, pl.Expr | None]:
    if form.decimal == "." and form.group != ".":
        value = raw.cast(pl.Float64, strict=False)
        return value, ~value.is_finite()
    plain = raw.str.replace(form.decimal, ".", literal=True).cast(pl.Float64, strict=False)
    return plain, ~raw.str.contains(rf"^[+-]?\d+(?:{re.escape(form.decimal)}\d+)?$")


def _date(one: StandardField, raw: pl.Expr) -> tuple[pl.Expr, pl.Expr | None]:
    if one.format in ("default", "any"):
        return raw.str.to_date("%Y-%m-%d", strict=False), ~raw.str.contains(ISO)
    if not _NUMERIC_DATE.fullmatch(one.format):
        return pl.lit(None, dtype=pl.Date), None
    return raw.str.to_date(one.format, strict=False), ~raw.str.contains(_DIGITS_APART)
