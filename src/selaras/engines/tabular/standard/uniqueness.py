"""Values that must stand once: kept as they come, compared at the end."""

from __future__ import annotations

import polars as pl


class Keys:
    """The values of one key over all blocks, with their rows. Memory: 4 bytes a row and the values themselves."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.parts: list[pl.DataFrame] = []

    def add(self, values: pl.DataFrame, numbers: pl.Series) -> None:
        """Keep a block; a row where a part of the key is missing has no key."""
        part = values.select(self.columns).with_columns(numbers.alias("#"))
        self.parts.append(part.drop_nulls() if any(part[name].null_count() for name in self.columns) else part)

    def repeated(self) -> pl.DataFrame:
        """The rows (`row`) whose key stood before, what it is (`value`) and in which row it stood first (`other`).

        Expected linear, by hashing; values that only rise are known to differ without it.
        """
        every = pl.concat(self.parts)
        if len(self.columns) == 1 and _rises(every[self.columns[0]]):
            return _EMPTY
        again = every.filter(~self._first(every))
        if not again.height:
            return _EMPTY
        firsts = every.join(again.select(self.columns).unique(), on=self.columns, how="semi")
        firsts = firsts.group_by(self.columns).agg(pl.col("#").min().alias("first"))
        return again.join(firsts, on=self.columns, how="left").select(
            pl.col("#").alias("row"),
            self._told(),
            pl.col("first").cast(pl.String).alias("other"),
        )

    def without(self, parents: Keys) -> pl.DataFrame:
        """The rows (`row`, `value`) whose key is none of the parents' keys. Expected linear."""
        if not self.parts:
            return _EMPTY
        known = pl.concat(parents.parts)
        lost = pl.concat(self.parts).join(known, left_on=self.columns, right_on=parents.columns, how="anti")
        return lost.select(pl.col("#").alias("row"), self._told())

    def _told(self) -> pl.Expr:
        return pl.concat_str([pl.col(name).cast(pl.String) for name in self.columns], separator=" | ").alias("value")

    def _first(self, every: pl.DataFrame) -> pl.Series:
        if len(self.columns) == 1:
            return every[self.columns[0]].is_first_distinct()
        return every.select(pl.struct(self.columns).is_first_distinct()).to_series()


_EMPTY = pl.DataFrame(schema={"row": pl.UInt32, "value": pl.String, "other": pl.String})


def _rises(values: pl.Series) -> bool:
    return bool((values.slice(1) > values.head(max(len(values) - 1, 0))).all())
