"""What would make a text easier to read, sentence by sentence, as it is shown beside the field."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.disclosure.actions.publishing import read
from selaras.engines.plain_language import Band, Remark

MOST = 5


@dataclass(frozen=True)
class Remarks:
    """The score of a text, and for each sentence what helps most."""

    score: int
    band: Band | None
    rows: list[tuple[str, list[Remark]]]
    more: int


def remarks_on(title: str, summary: str) -> Remarks:
    """The sentence that costs most comes first; at most five sentences."""
    text, reading = f"{title.strip()}\n\n{summary.strip()}", read(title, summary)
    sentences: dict[int, list[Remark]] = {}
    for remark in reading.remarks:
        sentences.setdefault(remark.sentence, []).append(remark)
    spans = {one.number: " ".join(text[one.start : one.end].split()) for one in reading.sentences}
    rows = [(spans[number], found) for number, found in sentences.items()]
    return Remarks(reading.score, reading.band, rows[:MOST], max(0, len(rows) - MOST))
