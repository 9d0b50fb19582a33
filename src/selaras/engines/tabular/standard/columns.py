"""A column of raw cells to typed values, with what is missing and what cannot be read kept apart.

The bulk is cast at once; only what a cast refuses is trimmed, looked up among the missing values and read again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl

from selaras.engines.tabular.dates import read_date
from selaras.engines.tabular.standard.model import StandardField
from selaras.engines.tabular.standard.number_columns import Numerals, bare, read_numbers

ISO = r"^\d{4}-\d\d-\d\d$"
YEAR, YEAR_MONTH = r"^\d{4}$", r"^\d{4}-(?:0[1-9]|1[0-2])$"
DTYPES: dict[str, type[pl.DataType]] = {
    "integer": pl.Int64, "year": pl.Int64, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date,
    "datetime": pl.Datetime, "string": pl.String, "any": pl.String, "yearmonth": pl.String,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """`values`: null where missing or unreadable. `missing`, `unreadable`: places in the block, ascending."""

    values: pl.Series
    missing: pl.Series
    unreadable: pl.Series


def read_column(raw: pl.Series, one: StandardField, markers: tuple[str, ...], form: Numerals) -> Column:
    """Read a block of a column. `raw`: texts, null for an empty cell; `markers`: the texts that mean "no value".

    Linear in the cells.
    """
    texts = raw.str.strip_chars()
    texts = without_markers(texts, markers)
    missing = texts.is_null().arg_true()
    if one.type in ("string", "any"):
        return Column(texts, missing, missing.head(0))
    values = _READERS[one.type](texts, one, form)
    if values.null_count() == len(missing):
        return Column(values, missing, missing.head(0))
    return Column(values, missing, (values.is_null() & texts.is_not_null()).arg_true())


def without_markers(texts: pl.Series, markers: tuple[str, ...]) -> pl.Series:
    """Trimmed texts with null for what says that there is no value; only texts short enough are looked up."""
    longest = max((len(marker.encode()) for marker in markers), default=0)
    short = (texts.str.len_bytes() <= longest).arg_true()
    if not len(short):
        return texts
    absent = short.filter(texts.gather(short).is_in(["", *(marker.strip() for marker in markers)]))
    if not len(absent):
        return texts
    gone = pl.zeros(len(texts), pl.Boolean, eager=True).scatter(absent, True)
    return texts.zip_with(~gone, pl.Series([None], dtype=pl.String))


def _numbers(texts: pl.Series, one: StandardField, form: Numerals) -> pl.Series:
    dtype = pl.Int64 if one.type == "integer" else pl.Float64
    found = read_numbers(texts, form, dtype)
    if one.bare_number:
        return found
    return found.zip_with(found.is_not_null(), read_numbers(bare(texts), form, dtype))


def _years(texts: pl.Series) -> pl.Series:
    return texts.set(~texts.str.contains(YEAR), None).cast(pl.Int64, strict=False)


def _year_months(texts: pl.Series) -> pl.Series:
    return texts.set(~texts.str.contains(YEAR_MONTH), None)


def _booleans(texts: pl.Series, one: StandardField) -> pl.Series:
    said = {**dict.fromkeys(one.false_values, False), **dict.fromkeys(one.true_values, True)}
    return texts.replace_strict(list(said), list(said.values()), default=None, return_dtype=pl.Boolean)


def _dates(texts: pl.Series, one: StandardField) -> pl.Series:
    if one.format not in ("default", "any"):
        return _one_by_one(texts, pl.Date(), lambda text: datetime.strptime(text, one.format).date())
    found = texts.str.to_date("%Y-%m-%d", strict=False)
    lax = (~texts.str.contains(ISO) & found.is_not_null()).arg_true()
    found = found.scatter(lax, None) if len(lax) else found
    if one.format == "default":
        return found
    return found.zip_with(found.is_not_null(), _one_by_one(texts.set(found.is_not_null(), None), pl.Date(), _any_date))


def _any_date(text: str) -> date | None:
    value = read_date(text).value
    return value if isinstance(value, date) else None


def _moments(texts: pl.Series, one: StandardField) -> pl.Series:
    if one.format in ("default", "any"):
        return _one_by_one(texts, pl.Datetime(), _moment)
    return _one_by_one(texts, pl.Datetime(), lambda text: datetime.strptime(text, one.format))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None)


def _one_by_one(texts: pl.Series, dtype: pl.DataType, read: Callable[[str], object]) -> pl.Series:
    """Each distinct text read once; a column of dates has few."""
    distinct = texts.drop_nulls().unique()
    if not len(distinct):
        return pl.Series(texts.name, [None] * len(texts), dtype=dtype)
    values = pl.Series([_or_none(read, text) for text in distinct], dtype=dtype)
    return texts.replace_strict(distinct, values, default=None, return_dtype=dtype)


def _or_none(read: Callable[[str], object], text: str) -> object:
    try:
        return read(text)
    except ValueError:
        return None


_READERS: dict[str, Callable[[pl.Series, StandardField, Numerals], pl.Series]] = {
    "integer": _numbers,
    "number": _numbers,
    "year": lambda texts, *_: _years(texts),
    "yearmonth": lambda texts, *_: _year_months(texts),
    "boolean": lambda texts, one, _: _booleans(texts, one),
    "date": lambda texts, one, _: _dates(texts, one),
    "datetime": lambda texts, one, _: _moments(texts, one),
}
