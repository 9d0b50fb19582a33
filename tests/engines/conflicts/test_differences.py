"""What differs between two tables: by key where there is one, else whole rows."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.conflicts import differences

Rows = list[tuple[str | None, int | None]]
SCHEMA = {"desa": pl.String, "jiwa": pl.Int64}


def table(rows: Rows) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([], [], (0, 0, 0, 0)),
        ([("Ayah", 1)], [("Ayah", 2)], (0, 0, 1, 0)),
        ([("Ayah", None)], [("Ayah", 2)], (0, 0, 1, 0)),
        ([("Ayah", None)], [("Ayah", None)], (0, 0, 0, 1)),
        ([("Ayah", 1), ("Srati", 2)], [("Srati", 2), ("Argosari", 3)], (1, 1, 0, 1)),
        ([(None, 1)], [(None, 2)], (1, 1, 0, 0)),  # nor does an empty one
        ([("Ayah", 1), ("Ayah", 1)], [("Ayah", 1)], (0, 1, 0, 1)),  # a key that repeats names no row
    ],
)
def test_rows_of_the_same_key_are_one_row(old: Rows, new: Rows, told: tuple[int, int, int, int]) -> None:
    found = differences(table(old), table(new), ["desa"])
    assert (found.added, found.removed, found.changed, found.same) == told


def test_columns_that_came_and_went_are_named_and_change_no_row() -> None:
    old, new = pl.DataFrame({"desa": ["Ayah"], "kk": [1]}), pl.DataFrame({"desa": ["Ayah"], "jiwa": [4]})
    found = differences(old, new, ["desa"])
    assert (found.columns_added, found.columns_removed, found.changed, found.same) == (("jiwa",), ("kk",), 0, 1)


def test_a_key_that_was_not_there_before_compares_whole_rows() -> None:
    found = differences(pl.DataFrame({"nama": ["Ayah"]}), pl.DataFrame({"kode": ["1"], "nama": ["Ayah"]}), ["kode"])
    assert (found.key, found.added, found.removed, found.same) == ((), 0, 0, 1)


def test_a_number_that_became_a_text_is_the_same_where_it_reads_the_same() -> None:
    old, new = pl.DataFrame({"desa": ["Ayah"], "kode": [7]}), pl.DataFrame({"desa": ["Ayah"], "kode": ["7"]})
    assert differences(old, new, ["desa"]).same == 1


_rows = st.lists(st.tuples(st.sampled_from(["a", "b", "c", None]), st.sampled_from([1, 2, None])), max_size=8)


@given(old=_rows, new=_rows, key=st.sampled_from([["desa"], ["desa", "jiwa"], []]))
def test_every_row_of_both_tables_is_counted_once(old: Rows, new: Rows, key: list[str]) -> None:
    found = differences(table(old), table(new), key)
    assert found.added + found.changed + found.same == len(new)
    assert found.removed + found.changed + found.same == len(old)
    back = differences(table(new), table(old), key)
    assert (back.added, back.removed, back.changed, back.same) == (
        found.removed,
        found.added,
        found.changed,
        found.same,
    )
