"""Numbers and names in tables, where the word that explains them stands at the top of the column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from selaras.engines.privacy.patterns import is_plausible_nik
from selaras.engines.redaction.personal import Personal, number_of_person, personal

_LONGEST_HEADER = 40
_HEADERS = (
    (re.compile(r"\b(?:nik|no\.? ?ktp|nomor ktp|no\.? ?kk|kartu keluarga)\b", re.IGNORECASE), "NIK"),
    (re.compile(r"\b(?:hp|telp|telepon|tlp|wa|whatsapp|ponsel)\b", re.IGNORECASE), "HP"),
    (re.compile(r"\b(?:no\.? ?rek|norek|(?:no\.?|nomor) rekening(?! belanja))\b", re.IGNORECASE), "rekening"),
    (re.compile(r"\b(?:penerima|pemohon|pemilik|pengusul|nama warga)\b", re.IGNORECASE), "penerima"),
)
_ONLY_DIGITS = re.compile(r"[\d .\-/]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[. ]\d{3})+")
_DIGITS, _LEAST = 16, 4


def header_word(text: str) -> str:
    """The word that explains the column below a cell, or none.

    >>> header_word("No. HP"), header_word("Jumlah")
    ('HP', '')
    """
    if len(text) > _LONGEST_HEADER or any(sign.isdigit() for sign in text):
        return ""
    return next((word for pattern, word in _HEADERS if pattern.search(text)), "")


def personal_below(word: str, text: str) -> list[Personal]:
    """What a cell tells, read below the word at the top of its column.

    >>> [one.kind.name for one in personal_below("HP", "81234567890")]
    ['PHONE']
    """
    found = personal(text)
    if found or not word:
        return found
    start = len(word) + 2
    return [
        Personal(one.kind, one.start - start, one.end - start, one.text)
        for one in personal(f"{word}: {text}")
        if one.start >= start
    ]


def number_below(word: str, digits: str) -> list[Personal]:
    """The same for a value that is a number in its cell."""
    found = personal_below(word, digits) if word else []
    if not found and number_of_person(digits):
        return personal_below("NIK", digits)
    return found


def across(cells: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Neighbouring cells that together hold a NIK: one digit each, or two halves."""
    at = 0
    while at < len(cells):
        end = _of_digits(cells, at) or _of_halves(cells, at)
        if end:
            yield at, end
        at = end or at + 1


def _of_digits(cells: Sequence[str], at: int) -> int:
    end = at
    while end < len(cells) and len(cells[end].strip()) == 1 and cells[end].strip().isdecimal():
        end += 1
    digits = "".join(cell.strip() for cell in cells[at:end])
    return end if len(digits) == _DIGITS and is_plausible_nik(digits) else 0


def _of_halves(cells: Sequence[str], at: int) -> int:
    if at + 2 > len(cells):
        return 0
    halves = [cell.strip() for cell in cells[at : at + 2]]
    if not all(_ONLY_DIGITS.fullmatch(half) and not _THOUSANDS.fullmatch(half) for half in halves):
        return 0
    digits = ["".join(sign for sign in half if sign.isdigit()) for half in halves]
    fits = all(len(one) >= _LEAST for one in digits) and len("".join(digits)) == _DIGITS
    return at + 2 if fits and is_plausible_nik("".join(digits)) else 0
