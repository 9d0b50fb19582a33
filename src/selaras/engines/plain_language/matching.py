"""Phrases of the word lists in running text: the longest that begins at a word wins, none overlaps another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from selaras.engines.plain_language.model import Rule
from selaras.engines.plain_language.passages import Passage
from selaras.engines.plain_language.wordings import FOREIGN, KEPT, STIFF, VERBS, Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a list found in a text, `text[start:end]`, and what one says instead."""

    start: int
    end: int
    rule: Rule
    plainer: str


@dataclass(frozen=True, slots=True)
class _Entry:
    rest: Words
    plainer: str
    rule: Rule | None  # None: a set phrase that is left alone


def _by_first_word() -> dict[str, tuple[_Entry, ...]]:
    lists = (
        (None, dict.fromkeys(KEPT, "")),
        (Rule.STIFF_WORD, STIFF),
        (Rule.FOREIGN_WORD, FOREIGN),
        (Rule.VERB_AS_NOUN, VERBS),
    )
    listed: dict[str, list[_Entry]] = {}
    for rule, pairs in lists:
        for (first, *rest), plainer in pairs.items():
            listed.setdefault(first, []).append(_Entry(tuple(rest), plainer, rule))
    return {first: tuple(sorted(entries, key=lambda e: -len(e.rest))) for first, entries in listed.items()}


_ENTRIES = _by_first_word()


def phrases(passage: Passage) -> Iterator[Phrase]:
    """What of the word lists stands in the passage, in order. O(words)."""
    free = 0
    for place, word in enumerate(passage.words):
        if place < free or word.lower not in _ENTRIES:
            continue
        entry = next((entry for entry in _ENTRIES[word.lower] if _stands(passage, place, entry)), None)
        if entry is None:
            continue
        free = place + len(entry.rest) + 1
        end = passage.words[free - 1].end
        if entry.rule is not None and not _is_label(passage.text, end):
            yield Phrase(word.start, end, entry.rule, entry.plainer)


def _stands(passage: Passage, place: int, entry: _Entry) -> bool:
    size = len(entry.rest) + 1
    found = passage.words[place : place + size]
    return tuple(word.lower for word in found[1:]) == entry.rest and all(
        passage.text[before.end : after.start].isspace() for before, after in pairwise(found)
    )


def _is_label(text: str, end: int) -> bool:
    """Whether a colon follows, as in the head of a letter ("Perihal : …")."""
    return text[end : end + 2].lstrip()[:1] == ":"
