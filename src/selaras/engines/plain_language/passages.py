"""A sentence as words with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from selaras.engines.plain_language.sentences import after_marker, split

_WORD = re.compile(r"\d++(?:[.,]\d++)++|[^\W_]++(?:[-'’][^\W_]++)*+")


class Word(NamedTuple):
    start: int
    end: int
    lower: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentence `number` (from 1) of `text`; it has at least one word."""

    text: str
    number: int
    start: int
    end: int
    words: tuple[Word, ...]

    def written(self, word: Word) -> str:
        return self.text[word.start : word.end]


def passages(text: str) -> Iterator[Passage]:
    """The sentences that hold a word, in order. O(length)."""
    number = 0
    for start, end in split(text):
        found = _WORD.finditer(text, after_marker(text, start), end)
        if words := tuple(Word(word.start(), word.end(), word[0].lower()) for word in found):
            number += 1
            yield Passage(text, number, start, end, words)
