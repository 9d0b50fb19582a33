"""What one may ask of a released table, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.sectoral.errors import NotAsked
from selaras.sectoral.serving import Ask, Filter, ServedTable, Sort, open_file
from tests.sectoral.serving.tables import BAD_NAME, NAMES, ROWS, a_file


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedTable]:
    with open_file(a_file(tmp_path_factory.mktemp("tables"))) as opened:
        yield opened


def desa(table: ServedTable, ask: Ask) -> list[Any]:
    return [row[0] for row in table.rows(ask)]


def test_rows_come_as_they_are_with_their_types(table: ServedTable) -> None:
    assert table.rows(Ask()) == ROWS
    assert [one.name for one in table.columns] == list(NAMES)
    assert [one.kind for one in table.columns] == [
        "string", "integer", "number", "boolean", "date", "datetime", "string",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (Filter("desa", "is", "Ayah"), ["Ayah"]),
        (Filter("desa", "holds", "AYAH"), ["Ayah", "ayah lama"]),
        (Filter("desa", "any", ["Ayah", "Srati", "tidak ada"]), ["Ayah", "Srati"]),
        (Filter("desa", "any", []), []),
        (Filter("jiwa", "is", "3"), ["Ayah", "ayah lama"]),
        (Filter("jiwa", "from", 3), ["Ayah", "ayah lama", "Argosari"]),
        (Filter("jiwa", "to", "-7"), ["Srati"]),
        (Filter("luas", "is", None), ["Srati"]),
        (Filter("luas", "any", [None, 1.5]), ["Ayah", "Srati"]),
        (Filter("luas", "from", "1.5"), ["Ayah", "ayah lama"]),
        (Filter("aktif", "is", "true"), ["Ayah", "Argosari"]),
        (Filter("tanggal", "from", "2020-02-13"), ["Ayah", "Srati"]),
        (Filter("jam", "is", "2020-02-13T09:30"), ["Ayah"]),
        (Filter(BAD_NAME, "holds", "% _"), ["Srati"]),
        (Filter(BAD_NAME, "is", "' OR 1=1 --"), []),
        (Filter("desa", "holds", "\ud800\x00"), []),
    ],
)
def test_a_filter_keeps_what_fits(table: ServedTable, one: Filter, found: list[str]) -> None:
    ask = Ask(filters=(one,))
    assert desa(table, ask) == found
    assert table.count(ask) == len(found)


@pytest.mark.parametrize(
    ("q", "found"), [("ayah", ["Ayah", "ayah lama", "Argosari"]), ("AYAH pindah", ["Argosari"]), ("2020-03", ["Srati"])]
)
def test_words_are_looked_for_in_every_column(table: ServedTable, q: str, found: list[str]) -> None:
    assert desa(table, Ask(q=q)) == found


def test_sorted_rows_have_empty_cells_last_and_ties_as_they_stand(table: ServedTable) -> None:
    assert desa(table, Ask(sort=(Sort("jiwa"),))) == ["Srati", "Ayah", "ayah lama", "Argosari"]
    assert desa(table, Ask(sort=(Sort("luas"),)))[-1] == "Srati"
    assert desa(table, Ask(sort=(Sort("luas", descending=True),)))[-1] == "Srati"


def test_pages_put_together_are_the_whole(table: ServedTable) -> None:
    for sort in ((), (Sort("jiwa"),)):
        pages = [table.rows(Ask(sort=sort, limit=3, offset=at)) for at in (0, 3, 6)]
        assert [row for page in pages for row in page] == table.rows(Ask(sort=sort))


def test_columns_are_chosen_and_doubles_folded(table: ServedTable) -> None:
    ask = Ask(columns=("jiwa", "desa"), filters=(Filter("jiwa", "is", 3),))
    assert table.rows(ask) == [(3, "Ayah"), (3, "ayah lama")]
    folded = Ask(columns=("jiwa",), distinct=True)
    assert table.rows(folded) == [(-7,), (3,), (12,)]
    assert table.count(folded) == 3
    assert table.distinct("jiwa") == [(3, 2), (-7, 1), (12, 1)]
    assert table.distinct("jiwa", Ask(q="argosari")) == [(12, 1)]


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (Ask(columns=("desa; DROP",)), "Tidak ada kolom “desa; DROP”. Kolomnya: desa, jiwa"),
        (Ask(sort=(Sort("c0"),)), "Tidak ada kolom “c0”"),
        (Ask(filters=(Filter("1=1 OR desa", "is", 1),)), "Tidak ada kolom"),
        (Ask(filters=(Filter("jiwa", "is", "banyak"),)), "berisi bilangan bulat; “banyak” tidak cocok"),
        (Ask(filters=(Filter("jiwa", "is", "1e999999999"),)), "bilangan bulat"),
        (Ask(filters=(Filter("jiwa", "is", "1.5"),)), "bilangan bulat"),
        (Ask(filters=(Filter("luas", "from", "1,5"),)), "titik untuk desimal"),
        (Ask(filters=(Filter("luas", "from", "nan"),)), "titik untuk desimal"),
        (Ask(filters=(Filter("aktif", "is", "ya"),)), "true atau false"),
        (Ask(filters=(Filter("tanggal", "to", "kemarin"),)), "2020-02-13"),
        (Ask(columns=("desa",), distinct=True, sort=(Sort("jiwa"),)), "tidak ditampilkan"),
    ],
)
def test_what_cannot_be_asked_is_told(table: ServedTable, ask: Ask, sentence: str) -> None:
    with pytest.raises(NotAsked, match="(?s)" + sentence.replace("(", r"\(")):
        table.rows(ask)


@given(st.text(), st.text(), st.sampled_from(["is", "holds", "from", "to"]))
def test_no_text_is_ever_read_as_a_query(table: ServedTable, q: str, value: str, op: Any) -> None:
    there = {row[0] for row in ROWS}
    assert set(desa(table, Ask(q=q, filters=(Filter("desa", op, value),)))) <= there


def test_columns_named_like_the_engines_own_are_served(tmp_path: Path) -> None:
    """DuckDB takes Desa and desa for one name, and has a column file_row_number of its own."""
    path = tmp_path / "t.parquet"
    pl.DataFrame({"file_row_number": ["x", "y"], "Desa": [1, 1], "desa": [3, 4]}).write_parquet(path)
    with open_file(path) as opened:
        assert opened.rows(Ask(filters=(Filter("desa", "is", 4),))) == [("y", 1, 4)]
        assert opened.rows(Ask(sort=(Sort("Desa", descending=True),))) == [("x", 1, 3), ("y", 1, 4)]
