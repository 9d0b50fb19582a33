"""Names of private persons in running text, by what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selaras.engines.privacy.words import DEGREES, GIVEN, NOT_NAMES, OWNERS, PLACES, TITLES

Span = tuple[int, int]

_ON_BEHALF = r"a\.\s?n\b\.?|a/n\b\.?|an\.|atas\s+nama\b"
_BEFORE = re.compile(
    rf"\b(?:(?P<behalf>{_ON_BEHALF})|(?P<title>{'|'.join(sorted(TITLES))})\b\.?|(?P<owner>{'|'.join(sorted(OWNERS))})\b"
    r"|(?P<haji>(?:hj|h|kh)\b\.?))[ \t]*:?[ \t]*"
)
_DEGREE = re.compile(rf"(?:{'|'.join(sorted(DEGREES))})(?:\.[ \t]*|[ \t]+)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_INITIAL = re.compile(r"[ \t]+[A-Z]\.(?!\w)")
_LEADING = re.compile(r"[A-Z]\.[ \t]*")  # M. Yusuf
_NEXT = re.compile(r"[ \t]+")
_ANOTHER = re.compile(r"[ \t]*(?:,|&|/|\bdan\b)[ \t]*", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?[ \t]*$")
# No name is found in a text without one of these words.
NAME_WORDS = TITLES | OWNERS | {"h", "hj", "kh", "a", "an", "atas"}
_LONGEST = 4


def names(text: str, lowered: str) -> Iterator[Span]:
    """Where names of persons stand: after a title ("Pak Tukiman"), "a.n.", or an owner's word ("rumah Suparno").

    `lowered` is the text in lower case, sign for sign.
    """
    end = 0
    for word in _WORD.finditer(lowered):
        found = _BEFORE.match(lowered, word.start()) if word.group() in NAME_WORDS else None
        if found is None or found.start() < end:
            continue
        haji = found["haji"] is not None
        if (haji and lowered[found.start()] == text[found.start()]) or _names_a_place(lowered, found.start()):
            continue
        start = _after_degrees(text, found.end())
        only_given = bool(found["owner"])
        for span in _people(text, start, only_given, need_capital=haji):
            end = span[1]
            yield span


def _names_a_place(text: str, at: int) -> bool:
    before = _LAST_WORD.search(text, max(0, at - 24), at)
    return before is not None and before.group(1).casefold() in PLACES


def _after_degrees(text: str, at: int) -> int:
    while degree := _DEGREE.match(text, at):
        at = degree.end()
    return at


def _people(text: str, at: int, only_given: bool, need_capital: bool) -> Iterator[Span]:
    """The person named here, and those told after it: "Pak Slamet dan Tukijo"."""
    end = _name_end(text, at, only_given, need_capital)
    while end is not None:
        yield at, end
        another = _ANOTHER.match(text, end)
        if another is None:
            return
        at = another.end()
        end = _name_end(text, at, True, need_capital)


def _name_end(text: str, at: int, only_given: bool, need_capital: bool) -> int | None:
    initial = _LEADING.match(text, at)
    word = _WORD.match(text, initial.end() if initial else at)
    if word is None or not _may_be_name(word.group(), only_given, need_capital):
        return None
    cased = word.group()[0].isupper() and not word.group().isupper()
    end = word.end()
    for _ in range(_LONGEST - 1):
        if initial := _INITIAL.match(text, end):
            end = initial.end()
            continue
        gap = _NEXT.match(text, end)
        word = _WORD.match(text, gap.end()) if gap else None
        if word is None or not _continues(word.group(), cased):
            break
        end = word.end()
    return end


def _may_be_name(word: str, only_given: bool, need_capital: bool) -> bool:
    plain = word.casefold()
    if need_capital and not word[0].isupper():
        return False
    return plain in GIVEN if only_given else len(plain) > 1 and plain not in NOT_NAMES


def _continues(word: str, cased: bool) -> bool:
    """A further part of a name: a capitalised word in a text that uses capitals, else a known given name."""
    plain = word.casefold()
    if plain in GIVEN:
        return True
    return cased and word[0].isupper() and not word.isupper() and plain not in NOT_NAMES and plain not in PLACES
