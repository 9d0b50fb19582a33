"""The committed example, read as tables."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "kebumen-2021"
Table = list[dict[str, str]]


@pytest.fixture(scope="session")
def table() -> Callable[[str], Table]:
    """Reads a CSV file of the example by name."""

    def read(name: str) -> Table:
        with (EXAMPLE / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read
