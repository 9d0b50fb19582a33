"""What changed between two versions of a table: rows added, removed, changed, by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from selaras.engines.conflicts.errors import BadKey

_OLD, _NEW = "__row_old", "__row_new"


@dataclass(frozen=True, slots=True)
class VersionChange:
    """`added` and `removed` hold whole rows. `cells`: by column the key of each changed row, `before` and `after`.

    `changed`: the keys of the rows with at least one changed cell. Columns that only one version has are named and not
    compared. `retyped`: columns whose type changed; their values are compared as text where no type holds both.
    """

    key: tuple[str, ...]
    added: pl.DataFrame
    removed: pl.DataFrame
    changed: pl.DataFrame
    cells: Mapping[str, pl.DataFrame]
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]
    retyped: tuple[str, ...]
    unchanged: int

    @property
    def is_empty(self) -> bool:
        """Whether the versions say the same, whatever the order of rows and columns."""
        columns = self.columns_added or self.columns_removed or self.retyped
        return not (self.added.height or self.removed.height or self.changed.height or columns)


def compare_versions(old: pl.DataFrame, new: pl.DataFrame, key: Sequence[str]) -> VersionChange:
    """Compare two versions column by column. Raises BadKey where the key does not tell rows apart.

    The order of rows and columns means nothing; a missing value equals a missing value. Expected O(rows · columns), the
    memory that of both versions and one column.

    >>> old = pl.DataFrame({"desa": ["A", "B", "C"], "jiwa": [10, 20, 30]})
    >>> new = pl.DataFrame({"desa": ["D", "C", "B"], "jiwa": [5, 30, 21]})
    >>> change = compare_versions(old, new, ["desa"])
    >>> change.added["desa"].to_list(), change.removed["desa"].to_list(), change.cells["jiwa"].rows()
    (['D'], ['A'], [('B', 20, 21)])
    """
    names = tuple(key)
    for table, label in ((old, "lama"), (new, "baru")):
        _check_key(table, names, label)
    if any(old.schema[name] != new.schema[name] for name in names):
        old, new = (table.with_columns(pl.col(names).cast(pl.String)) for table in (old, new))
    ours = old.select(names).with_row_index(_OLD)
    theirs = new.select(names).with_row_index(_NEW)
    both = ours.join(theirs, on=names, how="inner").sort(_NEW)
    gone = old.join(theirs, on=names, how="anti", maintain_order="left")
    fresh = new.join(ours, on=names, how="anti", maintain_order="left")
    shared = [name for name in new.columns if name in old.columns and name not in names]
    cells, moved = _cells(old, new, both, names, shared)
    return VersionChange(
        key=names,
        added=fresh,
        removed=gone,
        changed=both.filter(moved).select(names),
        cells=cells,
        columns_added=tuple(name for name in new.columns if name not in old.columns),
        columns_removed=tuple(name for name in old.columns if name not in new.columns),
        retyped=tuple(name for name in shared if old.schema[name] != new.schema[name]),
        unchanged=both.height - int(moved.sum()),
    )


def _cells(
    old: pl.DataFrame, new: pl.DataFrame, both: pl.DataFrame, key: tuple[str, ...], columns: Sequence[str]
) -> tuple[dict[str, pl.DataFrame], pl.Series]:
    """The changed cells of each column that has any, and which rows of `both` have one."""
    cells: dict[str, pl.DataFrame] = {}
    moved = pl.repeat(False, both.height, eager=True)
    for name in columns:
        before, after = _alike(old[name].gather(both[_OLD]), new[name].gather(both[_NEW]))
        differs = before.ne_missing(after)
        if differs.any():
            pair = both.select(key).with_columns(before.alias("before"), after.alias("after"))
            cells[name] = pair.filter(differs)
            moved = moved | differs
    return cells, moved


def _alike(before: pl.Series, after: pl.Series) -> tuple[pl.Series, pl.Series]:
    if before.dtype == after.dtype:
        return before, after
    shared = pl.Float64 if before.dtype.is_numeric() and after.dtype.is_numeric() else pl.String
    return before.cast(shared), after.cast(shared)


def _check_key(table: pl.DataFrame, key: tuple[str, ...], label: str) -> None:
    unknown = [name for name in key if name not in table.columns]
    if not key or unknown:
        named = ", ".join(unknown) or "(kosong)"
        raise BadKey(f"Versi {label} tidak memuat kolom kunci {named}. Kolomnya: {', '.join(table.columns)}.")
    if any(table[name].null_count() for name in key):
        raise BadKey(f"Versi {label} memuat baris tanpa {' + '.join(key)}. Isi kuncinya dahulu.")
    keys = table.select(key)
    if keys.n_unique() < keys.height:
        again = keys.filter(keys.is_duplicated()).row(0)
        raise BadKey(
            f"Versi {label} memuat kunci {' | '.join(map(str, again))} lebih dari sekali. "
            "Hapus baris ganda, atau tambahkan kolom kunci."
        )
