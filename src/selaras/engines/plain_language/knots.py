"""What ties a sentence up: chains of "yang", stacked negations, parentheses within parentheses.

Each is counted so that the parts of a sentence never hold more of it than the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from selaras.engines.plain_language.model import Rule
from selaras.engines.plain_language.passages import Passage
from selaras.engines.plain_language.sentences import Span

Knot = tuple[Rule, Span, int, str]  # where, how many times it counts, what to do

_FREE_YANG = 2  # of one sentence
_NEGATIONS = frozenset(["tidak", "tak", "bukan", "tanpa", "belum", "jangan"])
_JOINTS = frozenset(["dan", "atau", "serta", "tetapi", "maupun", "melainkan", "sehingga", "karena"])
_NEAR = 3  # words from one negation to the next


def knots(passage: Passage) -> Iterator[Knot]:
    """Every knot of a passage. O(length)."""
    yield from _yang(passage)
    yield from _negations(passage)
    yield from _parentheses(passage)


def _yang(passage: Passage) -> Iterator[Knot]:
    found = [word for word in passage.words if word.lower == "yang"]
    if len(found) > _FREE_YANG:
        message = f'Ada {len(found)} "yang" dalam kalimat ini. Pecah kalimatnya: satu keterangan, satu kalimat.'
        yield Rule.YANG_CHAIN, (found[0].start, found[-1].end), len(found) - _FREE_YANG, message


def _negations(passage: Passage) -> Iterator[Knot]:
    words = passage.words
    places = [place for place, word in enumerate(words) if word.lower in _NEGATIONS]
    for first, second in pairwise(places):
        if second - first > _NEAR or any(word.lower in _JOINTS for word in words[first:second]):
            continue
        start, end = words[first].start, words[second].end
        written = passage.text[start:end]
        if not any(sign in written for sign in ",;:"):
            said = " ".join(written.split())
            message = f'"{said}" menyangkal dua kali. Katakan langsung apa yang benar atau boleh.'
            yield Rule.STACKED_NEGATION, (start, end), 1, message


def _parentheses(passage: Passage) -> Iterator[Knot]:
    if passage.text.count("(", passage.start, passage.end) < 2:
        return
    depth, inner, many = 0, -1, 0
    for at in range(passage.start, passage.end):
        sign = passage.text[at]
        if sign == "(":
            depth += 1
            if depth > 1:
                many += 1
                inner = at if inner < 0 else inner
        elif sign == ")" and depth:
            depth -= 1
    if many:
        closing = passage.text.find(")", inner, passage.end)
        end = closing + 1 if closing >= 0 else passage.end
        message = "Ada kurung di dalam kurung. Jadikan isinya kalimat sendiri, atau hapus."
        yield Rule.NESTED_PARENTHESES, (inner, end), many, message
