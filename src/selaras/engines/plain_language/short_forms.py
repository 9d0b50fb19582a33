"""Abbreviations that nobody explained when they were first used."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from selaras.engines.indonesian.abbreviations import ABBREVIATIONS
from selaras.engines.plain_language.passages import Passage, Word
from selaras.engines.plain_language.wordings import KNOWN_SHORT, SHORT_FORMS

_CAPITALS = re.compile(r"(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-Z0-9]{2,10}|[A-Z]{3,8}[a-z]{2,4}")  # PPID, P3A, BUMDes
_ROMAN = re.compile(r"[IVXLCDM]+")
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_EXPLAINED_AFTER = re.compile(r"[.\s]{0,4}\(\s{0,4}[^\W\d_]{2,}\s")  # PPID (Pejabat Pengelola …
_NAMED = re.compile(r"\bdi(?:sebut|singkat)(?:\s+(?:sebagai|dengan))?\s*[\"“(]?$")
_IN_CODE = re.compile(r"\d/$")  # No. 012/PI/2021
_NEAR = 40
_SMALL_WORDS = frozenset(["dan", "atau", "di", "ke", "dari", "untuk", "oleh"])


class ShortForms:
    """The short forms of one text; ask it for each passage in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: set[str] = set()
        shouting = [line.span() for line in _LINE.finditer(text) if _is_shouting(line[0])]
        self._starts = [start for start, _ in shouting]
        self._ends = [end for _, end in shouting]

    def unexplained(self, passage: Passage) -> Iterator[tuple[Word, str]]:
        """Each short form used here first without its long form, with the long form as far as it is known.

        Lines in capitals (headings) and numbers of letters (012/PI/2021) are passed over.
        """
        for word in passage.words:
            written = passage.written(word)
            if written in self._seen or not _is_short(written, word.lower) or self._is_passed_over(word):
                continue
            self._seen.add(written)
            if not self._is_explained(word):
                yield word, long_form(word.lower)

    def _is_passed_over(self, word: Word) -> bool:
        place = bisect_right(self._starts, word.start) - 1
        in_heading = place >= 0 and word.start < self._ends[place]
        return in_heading or bool(_IN_CODE.search(self._text[max(0, word.start - 2) : word.start]))

    def _is_explained(self, word: Word) -> bool:
        before = self._text[max(0, word.start - _NEAR) : word.start]
        after = self._text[word.end : word.end + _NEAR]
        in_parentheses = before.rstrip(" \"“'").endswith("(") and after.lstrip(" \"”'")[:1] == ")"
        return in_parentheses or bool(_EXPLAINED_AFTER.match(after)) or bool(_NAMED.search(before))


def long_form(short: str) -> str:
    """What a short form in lower case stands for, in capitals as a name has them; "" where no list knows it."""
    if short in SHORT_FORMS:
        return SHORT_FORMS[short]
    words = ABBREVIATIONS.get(short, "").split()
    initials = "".join(word[0] for word in words if word not in _SMALL_WORDS)
    if len(initials) < 2 or not short.startswith(initials):  # "PD" is no "pada" here
        return ""
    return " ".join(word if word in _SMALL_WORDS else word.capitalize() for word in words)


def _is_short(written: str, lower: str) -> bool:
    if lower in SHORT_FORMS:
        return True
    return bool(_CAPITALS.fullmatch(written)) and lower not in KNOWN_SHORT and not _ROMAN.fullmatch(written)


def _is_shouting(line: str) -> bool:
    capitals = sum(sign.isupper() for sign in line)
    return 2 * capitals > sum(sign.isalpha() for sign in line)
