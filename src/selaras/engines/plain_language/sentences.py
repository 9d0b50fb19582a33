"""Where sentences begin and end in Indonesian office prose.

A full stop ends no sentence after an abbreviation, an initial or the marker of a list, and inside a number. A line
ends one where the text breaks off visibly: a blank line, an item of a list, a heading, an address.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_END = re.compile("[.!?…]++[\"'”’»)\\]]*+|\r\n|[\n\r\u2028\u2029]")
_LINE_ENDS = "\r\n\u2028\u2029"
_BLANK = re.compile(r"\s*+")
_INDENT = re.compile(r"[ \t]*+")
_MARKER = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[.)]|[-–•*·▪])(?=\s)")
_TOKEN = re.compile(r"[^\s(\"“'‘]+$")
_NEVER_LAST = frozenset(
    word
    for line in (
        "no nmr jl jln gg dr drs dra ir prof h hj kh yth sdr sdri bpk bp ny tn kec kab kel ds dsn prov tel telp fax",
        "hlm ttg cq rp tgl bln thn th jml min maks kpd dgn yg utk dlm sbg an a.n u.p u.b s.d d.a c.q a/n s/d",
    )
    for word in line.split()
)
_SOMETIMES_LAST = frozenset(["dll", "dsb", "dst", "dkk", "tsb", "ybs", "tbk"])
_BEFORE_NUMBERS = frozenset(["hal"])
_LONGEST = 16  # of an abbreviation
_SHORT_LINE = 8  # words of a heading or of a line in an address


def split(text: str) -> list[Span]:
    """The spans of the sentences, without blanks around them; every visible sign lies in one. O(length).

    >>> text = "Biaya Rp 1.500.000,00 a.n. Budi (dll.) lunas. Terima kasih!"
    >>> [text[start:end] for start, end in split(text)]
    ['Biaya Rp 1.500.000,00 a.n. Budi (dll.) lunas.', 'Terima kasih!']
    """
    spans: list[Span] = []
    start, line = _after_blank(text, 0), 0
    for end in _END.finditer(text):
        if end[0][0] in _LINE_ENDS:
            closes = end.start() > start and _line_closes(text, line, end)
            line = end.end()
        else:
            closes = _stop_closes(text, start, end)
        if closes:
            spans.append(_trimmed(text, start, end.end()))
            start = _after_blank(text, end.end())
    if start < len(text):
        spans.append(_trimmed(text, start, len(text)))
    return spans


def after_marker(text: str, start: int) -> int:
    """Where the words of a sentence begin, behind "1.", "a)" or a bullet."""
    marker = _MARKER.match(text, start)
    return marker.end() if marker else start


def _after_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _trimmed(text: str, start: int, end: int) -> Span:
    return start, start + len(text[start:end].rstrip())


def _stop_closes(text: str, start: int, end: re.Match[str]) -> bool:
    after = end.end()
    if after < len(text) and not text[after].isspace():
        return False
    if end[0][0] != "." or end[0][1:2] == ".":
        return True
    if (marker := _MARKER.match(text, start)) and marker.end() == after:
        return False
    found = _TOKEN.search(text, max(start, end.start() - _LONGEST), end.start())
    token = found[0] if found else ""
    follows = text[(at := _after_blank(text, after)) : at + 1]
    return _word_may_close(token, follows)


def _word_may_close(token: str, follows: str) -> bool:
    word = token.lower()
    if word in _NEVER_LAST or (len(token) == 1 and token.isupper()):
        return not follows
    if word in _BEFORE_NUMBERS:
        return not follows.isdigit()
    if word in _SOMETIMES_LAST or "." in word.strip(".0123456789"):
        return not follows.islower()
    return True


def _line_closes(text: str, line: int, end: re.Match[str]) -> bool:
    indent = _INDENT.match(text, end.end())
    at = indent.end() if indent else end.end()
    follows = text[at : at + 1]
    if not follows or follows in _LINE_ENDS or _MARKER.match(text, at):
        return True
    above = text[line : end.start()].strip()
    if not above or above[-1] in ":;" or above.isupper():
        return True
    return not follows.islower() and len(above.split()) <= _SHORT_LINE
