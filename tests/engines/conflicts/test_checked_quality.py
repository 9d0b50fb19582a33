"""What the check of a table counts of its quality."""

from __future__ import annotations

import io
from typing import Any

import pytest

from selaras.engines.conflicts import measures_of
from selaras.engines.tabular.standard import check_table, open_source, read_standard

PLAIN: dict[str, Any] = {"fields": [{"name": "desa"}, {"name": "jiwa", "type": "integer"}]}
NEEDED = {"fields": [{"name": "desa"}, {"name": "jiwa", "type": "integer", "constraints": {"required": True}}]}
LIMITS = {"type": "integer", "constraints": {"minimum": 0, "enum": [1, 2]}}


def measured(schema: dict[str, Any], text: str) -> dict[str, tuple[int, int]]:
    report = check_table(read_standard(schema), open_source(io.BytesIO(text.encode()), "x.csv"))
    return {one.name: (one.good, one.of) for one in measures_of(report)}


@pytest.mark.parametrize(
    ("schema", "rows", "told"),
    [
        (PLAIN, "Ayah,1\nSrati,2\n", {"validity": (4, 4)}),
        (PLAIN, "Ayah,\nSrati,2\n", {"validity": (4, 4)}),
        (PLAIN, "Ayah,x\nSrati,2\n", {"validity": (3, 4)}),
        (NEEDED, "Ayah,\nSrati,2\n", {"completeness": (1, 2), "validity": (4, 4)}),
        # a cell that breaks two rules is one faulty cell
        (
            {"fields": [{"name": "desa"}, {"name": "jiwa", **LIMITS}]},
            "Ayah,-1\nSrati,2\n",
            {"validity": (3, 4)},
        ),
        # of a row with too many cells nothing can be trusted
        (NEEDED, "Ayah,1,9\nSrati,2\n", {"completeness": (1, 2), "validity": (2, 4)}),
        (
            PLAIN | {"primaryKey": ["desa"]},
            "Ayah,1\nAyah,2\nSrati,2\n",
            {"completeness": (3, 3), "validity": (6, 6), "uniqueness": (2, 3)},
        ),
        (
            PLAIN | {"sdi:rules": ["jiwa > 1", "jiwa < 9"]},
            "Ayah,1\nSrati,2\n",
            {"validity": (4, 4), "consistency": (3, 4)},
        ),
    ],
)
def test_what_is_good_of_how_many(schema: dict[str, Any], rows: str, told: dict[str, tuple[int, int]]) -> None:
    assert measured(schema, "desa,jiwa\n" + rows) == told
