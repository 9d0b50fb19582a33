"""What a reading of a text says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

FRY_SAMPLE = 100  # words below which literature takes no sample, and a share says little


class Band(StrEnum):
    EASY = "mudah"
    FAIR = "sedang"
    HARD = "sulit"
    VERY_HARD = "sangat sulit"

    @property
    def meaning(self) -> str:
        """What the text is like and what to do, for the writer; it claims nothing about who understands it."""
        return _MEANINGS[self]


_MEANINGS = {
    Band.EASY: "Kalimatnya pendek dan katanya sehari-hari. Cukup periksa catatan yang ada.",
    Band.FAIR: "Ada kalimat panjang atau kata kantor. Perbaiki catatan teratas, lalu terbitkan.",
    Band.HARD: "Banyak kalimat panjang, kata bentukan atau kata kantor. Perbaiki dahulu sebelum diterbitkan.",
    Band.VERY_HARD: "Hampir setiap kalimat menyulitkan pembaca. Tulis ulang dengan kalimat pendek.",
}


class Rule(StrEnum):
    LONG_SENTENCE = "long_sentence"
    STIFF_WORD = "stiff_word"
    FOREIGN_WORD = "foreign_word"
    VERB_AS_NOUN = "verb_as_noun"
    UNEXPLAINED_ABBREVIATION = "unexplained_abbreviation"
    YANG_CHAIN = "yang_chain"
    STACKED_NEGATION = "stacked_negation"
    NESTED_PARENTHESES = "nested_parentheses"
    MANY_NOMINALISATIONS = "many_nominalisations"
    NO_ACTOR = "no_actor"  # costs no points: the passive is everyday Indonesian
    BARE_NUMBER = "bare_number"  # costs none either: a number is short, whatever it leaves unsaid


class PartKey(StrEnum):
    SENTENCES = "sentences"
    SYLLABLES = "syllables"
    DERIVED = "derived"
    HARD_WORDS = "hard_words"
    KNOTS = "knots"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score: what was measured, and the points it adds, of `most`."""

    key: PartKey
    label: str
    value: float
    points: int
    most: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text[start:end]`, with what was counted in it. `score`: the index of this sentence alone, 0 to 100.

    `long_words` have five syllables or more, `deep_words` three affixes or more. `hard_words`: stiff, foreign or
    unexplained; `knots`: the third and every further "yang", stacked negations, parentheses within parentheses.
    """

    number: int
    start: int
    end: int
    words: int
    syllables: int
    long_words: int
    deep_words: int
    passives: int
    nominalisations: int
    hard_words: int
    knots: int
    score: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What to mend at `text[start:end]`, in the sentence of that number (from 1).

    `message` is Indonesian and says what to do; `suggestion`, where there is one, can stand in place of the span (""
    with `removes`: the span can go). `gain`: about how many points the whole text would lose, before rounding and as
    long as no part of the score is at its end.
    """

    sentence: int
    start: int
    end: int
    rule: Rule
    message: str
    suggestion: str = ""
    removes: bool = False
    gain: float = 0.0


@dataclass(frozen=True, slots=True)
class FryPoint:
    """Where the text lies on Fry's graph: sentences and syllables in a hundred words, syllables times 0.6.

    The factor is what Indonesian teaching uses (Harjasujana and Mulyati 1996), since Indonesian words have more
    syllables. The grade is read off the printed graph; it is not computed here.
    """

    sentences: float
    syllables: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is. `score`: 0 easy to 100, the sum of the points of `parts`; `band` is None without a word.

    `remarks`: what would help most comes first.
    """

    score: int
    band: Band | None
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]
    remarks: tuple[Remark, ...]
    words: int
    fry: FryPoint | None

    @property
    def is_short(self) -> bool:
        """Below a hundred words one sentence decides the score: show the remarks rather than the band."""
        return self.words < FRY_SAMPLE
