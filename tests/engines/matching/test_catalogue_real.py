"""On a real office's proposals, the field of duty it gave them is found in most cases without teaching."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from selaras.engines.matching import Matcher, entries_of_rows, field_of_label


def _rows(path: Path) -> list[dict[str, object]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("catalogue", "entries"), [("nomenklatur_900_1317_kabkota.csv", 3395), ("sub_kegiatan_kabkota_2027.csv", 3550)]
)
def test_fields_of_duty_without_teaching(shared_data: Path, catalogue: str, entries: int) -> None:
    known = entries_of_rows(_rows(shared_data / "nomenklatur" / catalogue))
    assert len(known) == entries
    proposals = [row for row in _rows(shared_data / "usulan" / "kulonprogo_usulan_2024.csv") if row["urusan"]]
    truth = [field_of_label(str(row["urusan"])) for row in proposals]
    assert None not in truth
    matches = Matcher(known).match(str(row["aktivitas"]) for row in proposals)
    first = sum(match.field.code == code for match, code in zip(matches, truth, strict=True)) / len(truth)
    third = sum(
        code in {field.code for field in match.fields} for match, code in zip(matches, truth, strict=True)
    ) / len(truth)
    assert first >= 0.70
    assert third >= 0.85
