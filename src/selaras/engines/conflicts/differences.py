"""How many rows two tables of one dataset differ in: by key where it names the rows, else row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from selaras.engines.conflicts.errors import BadKey
from selaras.engines.conflicts.versions import compare_versions


@dataclass(frozen=True, slots=True)
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


def differences(old: pl.DataFrame, new: pl.DataFrame, key: Sequence[str]) -> Differences:
    """What `compare_versions` tells, counted. A key that a table lacks, that repeats or is empty somewhere names no
    row: then whole rows are compared in the columns that both have, each as often as it stands there. Expected linear.

    >>> one, two = ({"desa": ["Ayah", "Srati"], "jiwa": each} for each in ([1, 2], [1, 3]))
    >>> differences(pl.DataFrame(one), pl.DataFrame(two), ["desa"])
    Differences(key=('desa',), added=0, removed=0, changed=1, same=1, columns_added=(), columns_removed=())
    """
    try:
        found = compare_versions(old, new, key)
    except BadKey:
        return _whole(old, new)
    counts = (found.added.height, found.removed.height, found.changed.height, found.unchanged)
    return Differences(found.key, *counts, found.columns_added, found.columns_removed)


def _whole(old: pl.DataFrame, new: pl.DataFrame) -> Differences:
    """Equal rows are paired one to one; a column whose type differs is compared as text."""
    shared = [name for name in new.columns if name in old.columns]
    same = _pairs(old, new, shared) if shared else 0
    return Differences(
        (),
        new.height - same,
        old.height - same,
        0,
        same,
        tuple(name for name in new.columns if name not in shared),
        tuple(name for name in old.columns if name not in shared),
    )


def _pairs(old: pl.DataFrame, new: pl.DataFrame, shared: list[str]) -> int:
    typed = [name if old.schema[name] == new.schema[name] else pl.col(name).cast(pl.String) for name in shared]
    before, after = (table.select(typed).group_by(shared).len("times") for table in (old, new))
    paired = after.join(before, on=shared, how="inner", nulls_equal=True, suffix="\x1fold")
    return int(paired.select(pl.min_horizontal("times", "times\x1fold").sum()).item()) if paired.height else 0
