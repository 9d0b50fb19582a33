"""Real prose: the operational definitions of the official catalogue read harder than this project's own guide."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from selaras.engines.plain_language import Band, Reading, Rule, read

pytestmark = pytest.mark.shared_data

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "id"
WORDS = 20  # below that a text is a label


@pytest.fixture(scope="module")
def definitions(shared_data: Path) -> list[Reading]:
    with (shared_data / "nomenklatur" / "sub_kegiatan_kabkota_2027.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = sorted({row["definisi"] for row in csv.DictReader(file)})
    return [reading for text in texts if (reading := read(text)).words >= WORDS]


def test_official_definitions_are_hard(definitions: list[Reading]) -> None:
    assert len(definitions) > 2000
    bands = Counter(reading.band for reading in definitions)
    assert bands[Band.HARD] + bands[Band.VERY_HARD] > len(definitions) / 2
    assert median(reading.score for reading in definitions) >= 45


def test_their_long_sentences_are_what_helps_most(definitions: list[Reading]) -> None:
    first = Counter(reading.remarks[0].rule for reading in definitions if reading.remarks)
    assert first.most_common(1)[0][0] is Rule.LONG_SENTENCE


def test_the_guide_for_officers_is_easier(definitions: list[Reading]) -> None:
    guide = [read(_prose(page.read_text(encoding="utf-8"))).score for page in sorted(GUIDE.glob("*.md"))]
    assert len(guide) >= 5
    assert median(guide) + 20 <= median(reading.score for reading in definitions)


def _prose(markdown: str) -> str:
    return "\n".join(line for line in markdown.splitlines() if not line.startswith(("|", "```", "<")))
