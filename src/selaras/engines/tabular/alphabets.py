"""Texts in one byte a letter that are not written in Latin letters: told by how their words look in each encoding."""

from __future__ import annotations

import re
import unicodedata

_ENCODINGS = ("iso-8859-7", "windows-1253", "windows-1251", "koi8-r", "iso-8859-5", "cp866")
_RUN = re.compile(rb"[\x80-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 200_000


def other_alphabet(content: bytes) -> str:
    """The encoding of a Greek or Cyrillic text that is no UTF-8, ``""`` for a Latin one. Linear in 200,000 bytes.

    In a Latin text the bytes beyond ASCII stand alone among plain letters; in another alphabet they make whole words.
    Of the encodings in which all these words are words of one script, spelled in a sane mix of capitals and small
    letters, the first is taken.

    >>> other_alphabet("1,Μύρων".encode("iso-8859-7")), other_alphabet("Histórico".encode("cp1252"))
    ('iso-8859-7', '')
    """
    sample = content[:_SAMPLE]
    runs = _RUN.findall(sample)
    if sum(map(len, runs)) * 2 < len(_HIGH.findall(sample)):
        return ""
    if _has_utf8_letters(runs):
        return ""
    scores = {name: _sane_words(runs, name) for name in _ENCODINGS}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.9 else ""


def _has_utf8_letters(runs: list[bytes]) -> bool:
    """Whether some run is UTF-8: three such bytes are one by chance in a hundred."""
    return any(_is_utf8(run) for run in runs)


def _is_utf8(run: bytes) -> bool:
    try:
        run.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _sane_words(runs: list[bytes], name: str) -> float:
    """The share of runs that are one word of one script, in small letters, capitals, or with a capital first."""
    good = 0
    for run in runs:
        word = run.decode(name, errors="replace")
        scripts = {unicodedata.name(letter, "?").split()[0] for letter in word}
        cased = word.islower() or word.isupper() or word.istitle()
        good += word.isalpha() and cased and len(scripts) == 1 and scripts <= {"GREEK", "CYRILLIC"}
    return good / len(runs)
