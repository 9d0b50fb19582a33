"""Every file of the torture set is read whole: no exception, no row lost, the faulty rows kept with a reason."""

from __future__ import annotations

import pytest

from selaras.engines.tabular import check, read_tables
from tests.torture.files import Torture, all_files

FILES = all_files()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_row_is_taken_or_kept_with_a_reason(file: Torture) -> None:
    result = check(file.content, file.name, "proposals")
    assert result.read == file.data
    assert result.read == result.taken + result.kept == len(result.rows)
    assert result.kept == file.kept
    assert all(bool(row.reasons) == (row.outcome == "kept") for row in result.rows)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_row_of_the_file_has_its_place(file: Torture) -> None:
    for table in read_tables(file.content, file.name):
        numbers = [row.number for row in table.in_file_order()]
        assert len(set(numbers)) == len(numbers) == table.row_count == len(table.rows) + len(table.skipped)
        assert all(len(row.cells) >= len(table.header) for row in table.rows)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_first_proposal_says_the_same_whatever_the_file(file: Torture) -> None:
    values = check(file.content, file.name, "proposals").rows[0].values
    assert values["title"] in ("Rabat beton jalan dusun", "Rabat beton", "Talud")
    assert values["cost"] in (150_000_000, 10_000_000)
