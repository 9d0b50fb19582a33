"""The part of the query language of `fq` that harvesters use, as a test of one entry.

`organization:a`, `tags:"luas panen"`, `frequency:(yearly OR monthly)`, `metadata_modified:[2021-01-01T00:00:00Z TO *]`;
side by side or joined by `AND` all must hold, joined by `OR` one; `-` or `NOT` in front turns one around.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from selaras.sectoral.harvest.ckan.entries import Entry
from selaras.sectoral.harvest.ckan.errors import Invalid

Test = Callable[[Entry], bool]
FIELDS = ("organization", "tags", "frequency", "name", "id", "state", "res_format")
_PIECE = re.compile(r'\s*(?:([()])|([+-]?\w+:)(?=\S)|\[([^\[\]]*)\]|"([^"]*)"|([^\s()"\[\]]+))')
_DEEPEST = 20


def test_of(text: str) -> Test:
    """The test that `fq` stands for; an empty one or `*:*` lets all through. Raises Invalid."""
    if text.strip() in ("", "*:*"):
        return lambda _entry: True
    reader = _Reader(_pieces(text))
    found = reader.all_of()
    if reader.waiting:
        raise _unread(reader.waiting)
    return found


def _unread(what: str) -> Invalid:
    return Invalid({"fq": f"Bagian ini tidak dapat dibaca: {what[:60]}. Tulis misalnya tags:padi atau name:kode."})


def _pieces(text: str) -> list[str]:
    """As written, without the spaces between."""
    found, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None:
            raise _unread(text[at:].strip())
        found.append(match.group().strip())
        at = match.end()
    return found


class _Reader:
    """Reads pieces from left to right, by one method a rule of the grammar."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces, self._at, self._depth = pieces, 0, 0

    @property
    def waiting(self) -> str:
        return self._pieces[self._at] if self._at < len(self._pieces) else ""

    def _take(self) -> str:
        piece = self.waiting
        self._at += 1
        return piece

    def all_of(self) -> Test:
        parts = [self._one_of()]
        while self.waiting not in ("", ")"):
            if self.waiting == "AND":
                self._take()
            parts.append(self._one_of())
        return lambda entry: all(part(entry) for part in parts)

    def _one_of(self) -> Test:
        parts = [self._single()]
        while self.waiting == "OR":
            self._take()
            parts.append(self._single())
        return lambda entry: any(part(entry) for part in parts)

    def _single(self) -> Test:
        piece = self._take()
        if piece in ("NOT", "-", "+"):
            inner = self._nested(self._single)
            return inner if piece == "+" else lambda entry: not inner(entry)
        if piece == "(":
            inner = self._nested(self.all_of)
            if self._take() != ")":
                raise _unread("kurung yang tidak ditutup")
            return inner
        if not piece.endswith(":"):
            raise _unread(piece or "akhirnya")
        sign, name = (piece[0], piece[1:-1]) if piece[0] in "+-" else ("", piece[:-1])
        inner = self._values(name)
        return inner if sign != "-" else lambda entry: not inner(entry)

    def _nested(self, rule: Callable[[], Test]) -> Test:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _unread("terlalu banyak kurung")
        found = rule()
        self._depth -= 1
        return found

    def _values(self, name: str) -> Test:
        piece = self._take()
        if piece.startswith("[") and name == "metadata_modified":
            return _between(piece[1:-1])
        if name not in FIELDS:
            raise Invalid({"fq": f"Saringan {name[:40]} tidak ada. Yang ada: {', '.join(FIELDS)}, metadata_modified."})
        wanted = self._listed() if piece == "(" else {_value(piece)}
        return lambda entry: "*" in wanted or any(one.casefold() in wanted for one in entry.values[name])

    def _listed(self) -> set[str]:
        found = {_value(self._take())}
        while self._take_if_or():
            found.add(_value(self._take()))
        if self._take() != ")":
            raise _unread("daftar nilai; pisahkan dengan OR")
        return found

    def _take_if_or(self) -> bool:
        if self.waiting != "OR":
            return False
        self._take()
        return True


def _value(piece: str) -> str:
    if not piece or piece in "()" or piece.startswith("["):
        raise _unread(piece or "akhirnya")
    return piece.strip('"').casefold()


def _between(text: str) -> Test:
    low, to, high = text.partition(" TO ")
    if not to:
        raise _unread(text)
    first, last = _moment(low), _moment(high)
    return lambda entry: (first is None or first <= entry.modified) and (last is None or entry.modified <= last)


def _moment(text: str) -> datetime | None:
    """None where it is open."""
    if text.strip() == "*":
        return None
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise _unread(text) from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
