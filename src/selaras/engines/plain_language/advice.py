"""What would make a text easier to read, sentence by sentence, as it is shown beside the field."""

from __future__ import annotations

from dataclasses import dataclass

from selaras.engines.plain_language.model import Band, Remark
from selaras.engines.plain_language.reading import read

MOST = 5


@dataclass(frozen=True)
class Advice:
    """The score of a text, the sentences that cost most with what helps each, and how many more there are."""

    score: int
    band: Band | None
    rows: list[tuple[str, list[Remark]]]
    more: int


def advice_on(text: str) -> Advice:
    """The sentence that costs most comes first; at most five sentences. O(length), as `read`.

    >>> advice_on("Kami buka. Apabila hujan, rapat batal.").rows[0][0]
    'Apabila hujan, rapat batal.'
    """
    reading = read(text)
    sentences: dict[int, list[Remark]] = {}
    for remark in reading.remarks:
        sentences.setdefault(remark.sentence, []).append(remark)
    spans = {one.number: " ".join(text[one.start : one.end].split()) for one in reading.sentences}
    rows = [(spans[number], found) for number, found in sentences.items()]
    return Advice(reading.score, reading.band, rows[:MOST], max(0, len(rows) - MOST))
