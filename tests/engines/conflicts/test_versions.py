"""What changed between two versions is told by key, whatever the order of rows and columns."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.conflicts import BadKey, compare_versions

OLD = pl.DataFrame({"kode": ["1", "2", "3"], "nama": ["A", "B", None], "jiwa": [10, 20, 30], "luas": [1.5, 2.5, 3.5]})


def test_rows_added_removed_and_changed_are_told_by_their_key() -> None:
    new = pl.DataFrame({"jiwa": [31, 10, 5], "kode": ["3", "1", "4"], "nama": ["C", "A", "D"], "luas": [3.5, 1.5, 4.5]})
    change = compare_versions(OLD, new, ["kode"])
    assert change.added.rows() == [(5, "4", "D", 4.5)]
    assert change.removed.rows() == [("2", "B", 20, 2.5)]
    assert change.changed.rows() == [("3",)]
    assert {name: cells.rows() for name, cells in change.cells.items()} == {
        "jiwa": [("3", 30, 31)],
        "nama": [("3", None, "C")],
    }
    assert change.unchanged == 1


def test_order_means_nothing_and_a_missing_value_equals_another() -> None:
    assert compare_versions(OLD, OLD.select("luas", "nama", "jiwa", "kode").reverse(), ["kode"]).is_empty


def test_columns_that_came_went_or_changed_their_type_are_named() -> None:
    new = OLD.drop("luas").with_columns(pl.col("jiwa").cast(pl.Float64), pl.lit("desa").alias("jenis"))
    change = compare_versions(OLD, new, ["kode"])
    assert (change.columns_added, change.columns_removed, change.retyped) == (("jenis",), ("luas",), ("jiwa",))
    assert (change.cells, change.unchanged, change.is_empty) == ({}, 3, False)


def test_a_column_that_became_text_is_compared_as_text() -> None:
    new = OLD.with_columns(pl.Series("jiwa", ["10", "20", "tiga puluh"]))
    assert compare_versions(OLD, new, ["kode"]).cells["jiwa"].rows() == [("3", "30", "tiga puluh")]


def test_a_key_that_became_text_still_finds_its_row() -> None:
    numbers = OLD.with_columns(pl.col("kode").cast(pl.Int64))
    assert compare_versions(numbers, OLD, ["kode"]).unchanged == 3


@pytest.mark.parametrize(
    ("table", "key", "told"),
    [
        (OLD, ["kod"], "Versi baru tidak memuat kolom kunci kod. Kolomnya: kode, nama, jiwa, luas"),
        (OLD, [], r"kolom kunci \(kosong\)"),
        (OLD, ["nama"], "Versi baru memuat baris tanpa nama"),
        (pl.concat([OLD, OLD.head(1)]), ["kode", "jiwa"], r"memuat kunci 1 \| 10 lebih dari sekali"),
    ],
)
def test_a_key_that_does_not_tell_rows_apart_is_refused(table: pl.DataFrame, key: list[str], told: str) -> None:
    fit = pl.DataFrame({"kode": ["9"], "kod": ["9"], "nama": ["Z"], "jiwa": [9]}) if key else OLD
    with pytest.raises(BadKey, match=told):
        compare_versions(fit, table, key)


tables = st.dictionaries(
    st.integers(0, 20), st.tuples(st.none() | st.integers(0, 3), st.none() | st.sampled_from("ab"))
)


def table(rows: dict[int, tuple[int | None, str | None]]) -> pl.DataFrame:
    schema = {"k": pl.Int64, "a": pl.Int64, "b": pl.String}
    return pl.DataFrame([(key, *values) for key, values in rows.items()], schema=schema, orient="row")


@given(old=tables, new=tables)
def test_the_old_version_and_its_changes_give_the_new_one(
    old: dict[int, tuple[int | None, str | None]], new: dict[int, tuple[int | None, str | None]]
) -> None:
    change = compare_versions(table(old), table(new), ["k"])
    mended = {key: list(values) for key, values in old.items()}
    for key, *_values in change.removed.iter_rows():
        del mended[key]
    for place, name in enumerate(("a", "b")):
        for key, before, after in change.cells[name].iter_rows() if name in change.cells else ():
            assert mended[key][place] == before
            mended[key][place] = after
    mended |= {key: list(values) for key, *values in change.added.iter_rows()}
    assert mended == {key: list(values) for key, values in new.items()}
    assert change.unchanged == sum(key in old and old[key] == values for key, values in new.items())
    assert sorted(change.changed["k"]) == sorted(key for key in old.keys() & new.keys() if old[key] != new[key])
