"""The evidence of columns gathered by the batch: polars groups what reads the same, so that each form is read once."""

from __future__ import annotations

import polars as pl

from selaras.engines.tabular.profile import Profile
from selaras.engines.tabular.table import Cell

_DATE = r"^\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}"
_YEAR = r"^\d{4}(?:\.0+)?$"
_TWO_WORDS = r"\p{L}{4,}.*\p{L}{4,}"
_LONGEST_FORM = 60
_LONGEST_DATE = 30
_LONGEST_MARK = 16


def add_batch(profile: Profile, numbers: list[int], cells: tuple[Cell, ...]) -> None:
    """Take the cells of a text's column into account, given with the rows they stand in. Linear in the cells.

    Cells with the same signs, but for which of the digits 1 to 9 stand in them, have the same form and are read once;
    dates and years are told by their digits and stay apart, long texts without any form of their own become one.
    """
    value = pl.col("cell").str.strip_chars()
    length = value.str.len_chars()
    told = (
        pl.when(length == 0)
        .then(pl.lit(""))
        .when((length > _LONGEST_FORM) | ((length > _LONGEST_MARK) & ~value.str.contains(r"\d")))
        .then(pl.lit("teks"))
        .when((length > _LONGEST_DATE) & value.str.contains(_TWO_WORDS))
        .then(pl.lit("teks"))
        .when(value.str.contains(_DATE) | value.str.contains(_YEAR))
        .then(value)
        .otherwise(value.str.replace_all(r"[1-9]", "5"))
    )
    groups = (
        pl.DataFrame({"row": numbers, "cell": cells}, schema={"row": pl.Int64, "cell": pl.String})
        .lazy()
        .group_by("cell", maintain_order=True)  # most columns hold few different texts; only these are looked at
        .agg(pl.col("row").first(), pl.len().alias("count"))
        .with_columns(told.alias("form"))
        .group_by("form", maintain_order=True)
        .agg(pl.col("row").first(), value.first().alias("cell"), pl.col("count").sum())
        .collect()
    )
    for form, row, cell, count in groups.iter_rows():
        if form:
            profile.add_many(row, cell, count)
        else:
            profile.empty += count
