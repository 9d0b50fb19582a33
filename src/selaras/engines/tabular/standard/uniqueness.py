"""Values that must stand once: kept as they come, compared at the end."""

from __future__ import annotations

import numpy as np
import polars as pl

from selaras.engines.tabular.standard.blocks import ROW

_EMPTY = pl.DataFrame(schema={"row": pl.UInt32, "value": pl.String, "other": pl.String})
_MIX = 6_364_136_223_846_793_005  # Knuth's multiplier, so that swapped parts differ


class Keys:
    """The values of one key over all blocks, with their rows. Memory: 4 bytes a row and the values themselves."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.parts: list[pl.DataFrame] = []

    def add(self, values: pl.DataFrame) -> None:
        """Keep rows (with `ROW`) in any order; a row where a part of the key is missing has no key."""
        part = values.select(ROW, *self.columns)
        self.parts.append(part.drop_nulls() if any(part[name].null_count() for name in self.columns) else part)

    def repeated(self) -> pl.DataFrame:
        """The rows (`row`) whose key stood before, what it is (`value`) and in which row it stood first (`other`).

        O(n log n): sorts 64-bit hashes, then compares the few rows that share one by their values.
        """
        if not self.parts:
            return _EMPTY
        every = pl.concat(self.parts)
        alike = self._alike(every)
        firsts = alike.group_by(self.columns).agg(pl.col(ROW).min().alias("first"))
        again = alike.join(firsts, on=self.columns, how="left").filter(pl.col(ROW) != pl.col("first"))
        return again.select(pl.col(ROW).alias("row"), self._told(), pl.col("first").cast(pl.String).alias("other"))

    def without(self, parents: Keys) -> pl.DataFrame:
        """The rows (`row`, `value`) whose key is none of the parents' keys. Expected linear."""
        if not self.parts:
            return _EMPTY
        known = pl.concat(parents.parts)
        lost = pl.concat(self.parts).join(known, left_on=self.columns, right_on=parents.columns, how="anti")
        return lost.select(pl.col(ROW).alias("row"), self._told())

    def _alike(self, every: pl.DataFrame) -> pl.DataFrame:
        """The rows that share their hash with another."""
        hashes = every[self.columns[0]].hash(1)
        for place, name in enumerate(self.columns[1:], start=2):
            hashes = hashes * _MIX + every[name].hash(place)
        ordered = np.sort(hashes.to_numpy())
        shared = pl.Series(np.unique(ordered[1:][ordered[1:] == ordered[:-1]]))
        return every.filter(hashes.is_in(shared.implode()))

    def _told(self) -> pl.Expr:
        return pl.concat_str([pl.col(name).cast(pl.String) for name in self.columns], separator=" | ").alias("value")
