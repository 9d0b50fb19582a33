"""Each share of quality counts what its method says."""

from __future__ import annotations

import io
from typing import Any

import pytest

from selaras.engines.tabular.standard import check_table, open_source, read_standard, typed_blocks
from selaras.sectoral.quality import shares_of

PLAIN: dict[str, Any] = {"fields": [{"name": "desa"}, {"name": "jiwa", "type": "integer"}]}
LIMITS = {"type": "integer", "constraints": {"minimum": 0, "enum": [1, 2]}}


def shares(schema: dict[str, Any], text: str) -> dict[str, tuple[int, int]]:
    standard, source = read_standard(schema), open_source(io.BytesIO(text.encode()), "x.csv")
    report = check_table(standard, source)
    blocks = typed_blocks(standard, source, report.numerals)
    filled = sum(frame.height - column.null_count() for frame in blocks for column in frame)
    return {str(one.dimension): (one.good, one.of) for one in shares_of(report, filled)}


@pytest.mark.parametrize(
    ("schema", "rows", "told"),
    [
        (PLAIN, "Ayah,1\nSrati,2\n", {"completeness": (4, 4), "validity": (4, 4)}),
        (PLAIN, "Ayah,\nSrati,2\n", {"completeness": (3, 4), "validity": (4, 4)}),
        (PLAIN, "Ayah,x\nSrati,2\n", {"completeness": (3, 4), "validity": (3, 4)}),
        # a cell that breaks two rules is one faulty cell
        (
            {"fields": [{"name": "desa"}, {"name": "jiwa", **LIMITS}]},
            "Ayah,-1\nSrati,2\n",
            {"completeness": (4, 4), "validity": (3, 4)},
        ),
        # of a row with too many cells nothing can be trusted
        (PLAIN, "Ayah,1,9\nSrati,2\n", {"completeness": (2, 4), "validity": (2, 4)}),
        (
            PLAIN | {"primaryKey": ["desa"]},
            "Ayah,1\nAyah,2\nSrati,2\n",
            {"completeness": (6, 6), "validity": (6, 6), "uniqueness": (2, 3)},
        ),
        (
            PLAIN | {"sdi:rules": ["jiwa > 1"]},
            "Ayah,1\nSrati,2\n",
            {"completeness": (4, 4), "validity": (4, 4), "consistency": (1, 2)},
        ),
    ],
)
def test_what_is_good_of_how_many(schema: dict[str, Any], rows: str, told: dict[str, tuple[int, int]]) -> None:
    assert shares(schema, "desa,jiwa\n" + rows) == told
