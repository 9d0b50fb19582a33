"""The same seed gives the same bytes, and the committed example is what the generator makes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from selaras.sample import SEED, make_region

EXAMPLE = Path(__file__).parents[2] / "examples" / "kebumen-2021"


@pytest.fixture(scope="module")
def region() -> dict[str, bytes]:
    return make_region(SEED)


def test_the_committed_folder_is_byte_for_byte_what_the_seed_gives(region: dict[str, bytes]) -> None:
    committed = {path.name: path.read_bytes() for path in EXAMPLE.iterdir()}
    assert committed.keys() == region.keys()
    assert [name for name in region if committed[name] != region[name]] == []


def test_another_run_gives_the_same(region: dict[str, bytes]) -> None:
    assert make_region(SEED) == region


def test_another_seed_gives_other_proposals_and_the_same_facts(region: dict[str, bytes]) -> None:
    other = make_region(SEED + 1)
    assert other["usulan-desa.csv"] != region["usulan-desa.csv"]
    assert other["wilayah.csv"] == region["wilayah.csv"]
    assert other["katalog.csv"] == region["katalog.csv"]


def test_the_workbook_holds_no_time_of_making_and_is_not_packed(region: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(region["usulan-dprd.xlsx"])) as book:
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in book.infolist()} == {zipfile.ZIP_STORED}


def test_the_folder_stays_small(region: dict[str, bytes]) -> None:
    assert sum(map(len, region.values())) < 4_000_000


@pytest.mark.parametrize(("scale", "count"), [(0.01, 46), (0.5, 2280), (2.0, 9120)])
def test_scale_multiplies_the_proposals(scale: float, count: int) -> None:
    key = make_region(SEED, scale)["kunci.csv"].decode().splitlines()
    assert abs(len(key) - 1 - count) <= 1
