"""The index: five measures, each on its own scale, whose points add up to 0 (easy) to 100.

Parts, and why: long sentences and long words are what every formula for readability counts (Flesch 1948, Gunning 1952,
Fry 1977), and on Indonesian school texts such formulas agreed with what pupils understood (Yasa, Sutama and Martha
2013). Their constants were made for English, where words are shorter, so they are not taken over. Derived words, office
words and knots are what advice on Indonesian official letters tells a writer to mend. The passive is everyday
Indonesian and costs nothing.

Sentence length is the length of the sentence that the reader of an average word is in (sum of squares over sum):
short headings do not hide long sentences, and to split a sentence never raises it.

Validated on: the order of invented texts at three levels, and that the operational definitions of the official
catalogue score far above this project's own guide for officers. It is not calibrated on readers and gives no grade. It
tells whether a text has what makes reading hard, not whether a reader understood.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from selaras.engines.plain_language.model import Band, Part, PartKey


@dataclass(frozen=True, slots=True)
class Counts:
    """What a text or a sentence holds. `squares`: the sum of its sentences' squared lengths; `spoken`: words with
    a letter, to which the syllables belong."""

    words: int = 0
    squares: int = 0
    spoken: int = 0
    syllables: int = 0
    derived: int = 0
    hard_words: int = 0
    knots: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words,
            self.squares + other.squares,
            self.spoken + other.spoken,
            self.syllables + other.syllables,
            self.derived + other.derived,
            self.hard_words + other.hard_words,
            self.knots + other.knots,
        )


@dataclass(frozen=True, slots=True)
class _Scale:
    label: str
    none_up_to: Fraction  # costs no point
    all_from: Fraction  # costs every point
    most: int


_SCALES = {
    PartKey.SENTENCES: _Scale("Panjang kalimat (kata)", Fraction(10), Fraction(40), 40),
    PartKey.SYLLABLES: _Scale("Suku kata per kata", Fraction(22, 10), Fraction(32, 10), 20),
    PartKey.DERIVED: _Scale("Kata bentukan per 100 kata", Fraction(0), Fraction(20), 15),
    PartKey.HARD_WORDS: _Scale("Kata kantor, asing, singkatan per 100 kata", Fraction(0), Fraction(8), 15),
    PartKey.KNOTS: _Scale("Kalimat berbelit per 100 kata", Fraction(0), Fraction(3), 10),
}
_BANDS = ((25, Band.EASY), (45, Band.FAIR), (65, Band.HARD))


def parts(counts: Counts) -> tuple[Part, ...]:
    """The five parts, in their fixed order, computed exactly; their points are the score."""
    measured = {
        PartKey.SENTENCES: _share(counts.squares, counts.words),
        PartKey.SYLLABLES: _share(counts.syllables, counts.spoken),
        PartKey.DERIVED: _share(100 * counts.derived, counts.words),
        PartKey.HARD_WORDS: _share(100 * counts.hard_words, counts.words),
        PartKey.KNOTS: _share(100 * counts.knots, counts.words),
    }
    return tuple(
        Part(key, _SCALES[key].label, float(round(value, 2)), _points(value, _SCALES[key]), _SCALES[key].most)
        for key, value in measured.items()
    )


def score(counts: Counts) -> int:
    """The index from 0 (easy) to 100."""
    return sum(part.points for part in parts(counts))


def band(points: int) -> Band:
    """The word for a score; the limits are a convention of this engine."""
    return next((name for limit, name in _BANDS if points < limit), Band.VERY_HARD)


def worth(key: PartKey, amount: float) -> float:
    """Points that `amount` less on the scale of a part takes off, away from the ends of the scale."""
    scale = _SCALES[key]
    return amount * scale.most / float(scale.all_from - scale.none_up_to)


def _share(many: int, of: int) -> Fraction:
    return Fraction(many, of) if of else Fraction(0)


def _points(value: Fraction, scale: _Scale) -> int:
    share = (value - scale.none_up_to) / (scale.all_from - scale.none_up_to)
    return int(min(max(share, Fraction(0)), Fraction(1)) * scale.most + Fraction(1, 2))  # half up
