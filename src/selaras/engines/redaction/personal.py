"""Numbers and names of private persons in the text of a document, also where layout has broken them up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selaras.engines import privacy
from selaras.engines.privacy.patterns import is_plausible_nik, niks
from selaras.engines.redaction.findings import Kind

_KINDS = {
    privacy.Kind.NIK: Kind.NIK,
    privacy.Kind.PHONE: Kind.PHONE,
    privacy.Kind.EMAIL: Kind.EMAIL,
    privacy.Kind.ACCOUNT: Kind.ACCOUNT,
    privacy.Kind.NAME: Kind.NAME,
}
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"
_BLANKS = "\t\u00a0\u2000-\u200a\u202f\u205f\u3000"
_ODD = re.compile(rf"[{_UNSEEN}{_BLANKS}\u2010-\u2015\u2212\u00b7\u2022_]|[^\W\x00-\x7f]|\d {{2,}}\d")
_BLANK = re.compile(rf"[{_BLANKS}]")
_DASH = re.compile(r"[\u2010-\u2015\u2212\u00b7\u2022_]")
_LINE_END = re.compile(r"(?<=\d)[ \t]*\r?\n[ \t]*(?=\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_LEAST_PIECE = 4


@dataclass(frozen=True, slots=True)
class Personal:
    """`text[start:end]` tells who somebody is."""

    kind: Kind
    start: int
    end: int
    text: str


def personal(text: str) -> list[Personal]:
    """What in a text tells who a private person is, in order. Never fails.

    Beyond `privacy.findings`: blanks and dashes of typesetting, digits of other alphabets, and a NIK over two lines.

    >>> [one.text for one in personal("NIK 33\\u00a005\\u00a012  520485\\u20110001")]
    ['33\\xa005\\xa012  520485‑0001']
    """
    plain, places = _plain(text)
    found = [(_KINDS[one.kind], one.start, one.end) for one in privacy.findings(plain)]
    if _LINE_END.search(plain):
        found += [
            (Kind.NIK, start, end)
            for start, end in _over_lines(plain)
            if all(end <= first or last <= start for _, first, last in found)
        ]
    return [
        Personal(kind, places[start], places[end - 1] + 1, text[places[start] : places[end - 1] + 1])
        for kind, start, end in sorted(found, key=lambda one: one[1])
    ]


def number_of_person(value: str) -> bool:
    """Whether a number kept as a number is a NIK: a workbook keeps only fifteen digits, the last becomes 0.

    >>> number_of_person("3305125204850000"), number_of_person("1200000000000000")
    (True, False)
    """
    return len(value) == 16 and value.isdecimal() and is_plausible_nik(value[:12] + "0001")


def _plain(text: str) -> tuple[str, range | list[int]]:
    """The text with the signs of typesetting as plain ones, and where each of its signs stood."""
    if not _ODD.search(text):
        return text, range(len(text))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain = _plain_sign(sign)
        if not plain or (plain == " " and signs and signs[-1] == " "):
            continue
        signs.append(plain)
        places.append(place)
    return "".join(signs), places


def _plain_sign(sign: str) -> str:
    if sign in _UNSEEN:
        return ""
    if _BLANK.match(sign):
        return " "
    if sign.isdecimal():
        return str(int(sign))
    return "-" if _DASH.match(sign) and sign != "_" else sign


def _over_lines(text: str) -> Iterator[tuple[int, int]]:
    """A NIK that goes on in the next line; grouped amounts of money below each other are none."""
    signs: list[str] = []
    places: list[int] = []
    at = 0
    for found in _LINE_END.finditer(text):
        signs += [*text[at : found.start()], " "]
        places += range(at, found.start() + 1)
        at = found.end()
    signs += text[at:]
    places += range(at, len(text))
    lowered = [sign if len(sign.lower()) != 1 else sign.lower() for sign in signs]
    for first, last in niks("".join(lowered)):
        start, end = places[first], places[last - 1] + 1
        pieces = text[start:end].splitlines()
        if len(pieces) == 2 and all(map(_is_piece, pieces)):
            yield start, end


def _is_piece(piece: str) -> bool:
    return sum(sign.isdigit() for sign in piece) >= _LEAST_PIECE and not _THOUSANDS.fullmatch(piece.strip())
