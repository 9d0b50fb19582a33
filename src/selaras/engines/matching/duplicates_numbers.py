"""Texts as the numbers of their words; what stands between two spaces is taken apart once, however often it is met."""

from __future__ import annotations

import re
from itertools import chain

from selaras.engines.indonesian.abbreviations import BY_NEIGHBOUR
from selaras.engines.indonesian.text import tokens

_RT_RW = re.compile(r"\bRT\W{0,2}(?:RW\W{0,2})?(\d+)\s?/\s?(\d+)", re.IGNORECASE)  # RT 02/03, RT/RW 02/03
_LINKS = frozenset({"dan", "serta", "sampai", "dengan", "nomor"})  # may stand between a marker and its numbers
_LETTERS = re.compile(r"[a-z]+")
_END = (0,)


class Numbers:
    """Gives every distinct word its number, from 1 in the order they are met; 0 ends a text."""

    def __init__(self) -> None:
        self._words = _Vocabulary({"": 0})
        self._pieces = _Pieces(self._words)

    @property
    def words(self) -> tuple[str, ...]:
        """The words by number; 0 is none."""
        return tuple(self._words)

    def of(self, text: str) -> tuple[int, ...]:
        """The words and numbers of `indonesian.tokens(text)` in order, without those that only link, and 0."""
        if "/" in text:
            text = _RT_RW.sub(r"RT \1 RW \2 ", text)
        pieces = [self._pieces[piece] for piece in text.split()]
        if None in pieces:
            return *_numbered(text, self._words), 0
        return tuple(chain(*pieces, _END))  # type: ignore[arg-type]


class _Vocabulary(dict[str, int]):
    def __missing__(self, word: str) -> int:
        self[word] = place = len(self)
        return place


class _Pieces(dict[str, tuple[int, ...] | None]):
    """The numbers of each piece of text without a space in it; None where its neighbours may change its meaning."""

    def __init__(self, vocabulary: _Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, piece: str) -> tuple[int, ...] | None:
        self[piece] = numbers = _numbered(piece, self._vocabulary) if _stands_alone(piece) else None
        return numbers


def _numbered(text: str, vocabulary: _Vocabulary) -> tuple[int, ...]:
    return tuple(vocabulary[word] for word in tokens(text) if word not in _LINKS)


def _stands_alone(piece: str) -> bool:
    """Whether a piece surely reads the same whatever stands beside it; a doubtful one counts as not.

    Bound to neighbours are `BY_NEIGHBOUR` (also written `k.t.`, `d'kt`) and the two halves of `s/ d`.
    """
    if not piece.isascii() or "'" in piece or "`" in piece or piece.count(".") > 1:
        return False
    if piece[0] == "/" or piece[-1] == "/":
        return False
    return BY_NEIGHBOUR.keys().isdisjoint(_LETTERS.findall(piece.casefold()))
