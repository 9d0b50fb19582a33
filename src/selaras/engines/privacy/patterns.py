"""What a NIK, a telephone number, an address of e-mail and a bank account look like in a text in lower case."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_SEPARATOR = r"[ .\-–]"
# A lookahead, so that a run of digits is tried from each of its groups: "02 3305..." does not hide the number.
_SIXTEEN = re.compile(rf"(?<!\d)(?=(\d(?:{_SEPARATOR}?\d){{15}})(?!\d))")
_NIK_SAID = re.compile(r"\b(?:nik|ktp|kk|kartu keluarga)\b[^\d\[\]\n]{0,12}$")
_PROVINCES = frozenset(
    [*range(11, 20), 21, *range(31, 37), 51, 52, 53, *range(61, 66), *range(71, 77), 81, 82, *range(91, 98)]
)
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{2,63})+")
_MOBILE = re.compile(
    rf"(?<![\d.,])(?:\(?\+?62\)?|0){_SEPARATOR}?(?:\(0\){_SEPARATOR}?)?8[1-9](?:{_SEPARATOR}?\d){{7,10}}(?!\d)"
)
_FIXED = re.compile(
    r"\(0[2-9]\d{1,2}\)[ .\-]?\d{2,4}[ .\-]?\d{3,5}(?!\d)"
    r"|(?<![\d.,])\+62[ \-]?\(?[2-7]\d{1,2}\)?[ \-]?\d{5,8}(?!\d)"
    r"|(?<![\d.,])0[2-9]\d{1,2}[ ]?[\-–/ ][ ]?\d{5,8}(?!\d)"
)
# No account or said number stands without one of these words: the quick test before the slow pattern.
CALL_WORDS = frozenset({"telp", "telepon", "tlp", "telpon", "hp", "wa", "whatsapp", "kontak", "hubungi"})
_SAID_CALL = re.compile(rf"\b(?:{'|'.join(sorted(CALL_WORDS))})\b[^\d\[\]\n]{{0,12}}(\d(?:[ .\-]?\d){{6,13}})(?!\d)")
_NEIGHBOURHOOD = re.compile(r"\b(?:rt|rw|no|nomor)\.?\s*$")
ACCOUNT_WORDS = frozenset(
    {"rek", "norek", "rekening", "a", "bri", "bni", "bca", "bsi", "btn", "bpd", "bkk", "bpr", "mandiri", "bank"}
)
_ACCOUNT = re.compile(
    r"(?<!kode )\b(?:no\.?\s*rek|norek|rek|rekening|a/c|bri|bni|bca|bsi|btn|bpd|bkk|bpr|mandiri|bank\s+\w+)\b"
    r"[^\d\[\]\n]{0,30}?(?<!\d)(\d(?:[ .\-]?\d){7,17})(?!\d)",
)
_BUDGET_CODE = re.compile(r"\d\.\d{1,2}\.")  # kode rekening belanja 5.1.02.01


def niks(text: str) -> Iterator[Span]:
    """Population numbers: sixteen digits with a real province, day and month; any sixteen after the word NIK."""
    end = 0
    for found in _SIXTEEN.finditer(text):
        first, last = found.span(1)
        if first < end:
            continue
        digits = "".join(sign for sign in found.group(1) if sign.isdigit())
        if is_plausible_nik(digits) or _NIK_SAID.search(text, max(0, first - 30), first):
            end = last
            yield first, last


def is_plausible_nik(digits: str) -> bool:
    """Whether sixteen digits have the structure of a NIK: region, birth date (women: day + 40), serial number.

    >>> is_plausible_nik("3305125204850001"), is_plausible_nik("1234567890123456")
    (True, False)
    """
    day, month = int(digits[6:8]), int(digits[8:10])
    return (
        int(digits[:2]) in _PROVINCES
        and "00" not in (digits[2:4], digits[4:6])
        and (1 <= day <= 31 or 41 <= day <= 71)
        and 1 <= month <= 12
        and digits[12:] != "0000"
    )


def emails(text: str) -> Iterator[Span]:
    """Addresses of e-mail."""
    return (found.span() for found in _EMAIL.finditer(text))


def phones(text: str) -> Iterator[Span]:
    """Mobile and fixed numbers, with or without separators."""
    for pattern in (_MOBILE, _FIXED):
        for found in pattern.finditer(text):
            if not _NEIGHBOURHOOD.search(text, max(0, found.start() - 8), found.start()):
                yield found.span()


def said_phones(text: str) -> Iterator[Span]:
    """Any number of seven digits or more after "HP" or "telepon"."""
    return (found.span(1) for found in _SAID_CALL.finditer(text))


def accounts(text: str) -> Iterator[Span]:
    """Bank account numbers, known by the words before them; a code of a budget account is none."""
    for found in _ACCOUNT.finditer(text):
        if not _BUDGET_CODE.match(found.group(1)):
            yield found.span(1)
