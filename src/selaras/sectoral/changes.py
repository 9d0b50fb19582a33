"""What differs between two tables of one dataset, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Differences:
    """Rows counted: added, removed, changed, the same. `key`: the columns that name a row, none where whole rows were
    compared, and then a row that was changed is one removed and one added.
    """

    key: tuple[str, ...]
    added: int
    removed: int
    changed: int
    same: int
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()


def between(old: pl.DataFrame, new: pl.DataFrame, key: Sequence[str]) -> Differences:
    """Rows of the same key are one row; it changed where a column that both tables have says something else.

    A key that the old table lacks, or that repeats in it, names no row: then whole rows are compared, each as often as
    it stands there. A column whose type differs is compared as text. Expected linear.

    >>> one, two = ({"desa": ["Ayah", "Srati"], "jiwa": each} for each in ([1, 2], [1, 3]))
    >>> between(pl.DataFrame(one), pl.DataFrame(two), ["desa"])
    Differences(key=('desa',), added=0, removed=0, changed=1, same=1, columns_added=(), columns_removed=())
    """
    shared = [name for name in new.columns if name in old.columns]
    old_shared, new_shared = _alike(old, new, shared)
    columns = (
        tuple(name for name in new.columns if name not in shared),
        tuple(name for name in old.columns if name not in shared),
    )
    if key and set(key) <= set(shared) and _names_rows(old, key) and _names_rows(new, key):
        return Differences(tuple(key), *_by_key(old_shared, new_shared, list(key)), *columns)
    if not shared:
        return Differences((), new.height, old.height, 0, 0, *columns)
    return Differences((), *_whole(old_shared, new_shared), *columns)


def _alike(old: pl.DataFrame, new: pl.DataFrame, shared: list[str]) -> tuple[pl.DataFrame, pl.DataFrame]:
    typed = [name if old.schema[name] == new.schema[name] else pl.col(name).cast(pl.String) for name in shared]
    return old.select(typed), new.select(typed)


def _names_rows(table: pl.DataFrame, key: Sequence[str]) -> bool:
    keys = table.select(key)
    return keys.n_unique() == table.height


def _by_key(old: pl.DataFrame, new: pl.DataFrame, key: list[str]) -> tuple[int, int, int, int]:
    added = new.join(old, on=key, how="anti", nulls_equal=True).height
    removed = old.join(new, on=key, how="anti", nulls_equal=True).height
    both = new.join(old, on=key, how="inner", nulls_equal=True, suffix="\x1fold")
    others = [name for name in new.columns if name not in key]
    if not others:
        return added, removed, 0, both.height
    differs = pl.any_horizontal(pl.col(name).ne_missing(pl.col(f"{name}\x1fold")) for name in others)
    changed = int(both.select(differs.sum()).item()) if both.height else 0
    return added, removed, changed, both.height - changed


def _whole(old: pl.DataFrame, new: pl.DataFrame) -> tuple[int, int, int, int]:
    """Equal rows are paired one to one."""
    names = new.columns
    before, after = (table.group_by(names).len("times") for table in (old, new))
    paired = after.join(before, on=names, how="inner", nulls_equal=True, suffix="\x1fold")
    same = int(paired.select(pl.min_horizontal("times", "times\x1fold").sum()).item()) if paired.height else 0
    return new.height - same, old.height - same, 0, same
