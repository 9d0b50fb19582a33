"""An expression cut into words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from selaras.engines.tabular.standard.errors import BadExpression

Kind = Literal["number", "text", "column", "word", "sign", "end"]

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>\d+(?:\.\d+)?)(?![\w.])|
    (?P<text>"[^"]*"|'[^']*')|
    (?P<column>\[[^\]]+\])|
    (?P<word>[^\W\d]\w*)|
    (?P<sign><=|>=|!=|<>|==|[-+*/()<>=])
    )""",
    re.X,
)
_SAME = {"<>": "!=", "==": "="}
_KEYWORDS = {
    "dan": "and", "and": "and", "atau": "or", "or": "or", "bukan": "not", "not": "not", "jika": "if", "if": "if",
    "maka": "then", "then": "then",
}  # fmt: skip
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    place: int


def tokens(expression: str) -> list[Token]:
    """The words of an expression, an `end` last; keywords in either language become English. Linear."""
    if len(expression) > LONGEST:
        raise BadExpression(f"Aturan terlalu panjang (paling banyak {LONGEST} huruf). Pecah menjadi beberapa aturan.")
    found: list[Token] = []
    place, end = 0, len(expression.rstrip())
    while place < end:
        match = _TOKEN.match(expression, place)
        if match is None:
            raise BadExpression(
                f"Aturan “{expression}” tidak terbaca mulai huruf ke-{place + 1}: {_near(expression, place)}."
            )
        found.append(_token(match))
        place = match.end()
    return [*found, Token("end", "", end)]


def _near(expression: str, place: int) -> str:
    return f"“{expression[place:].strip()[:12]}”"


def _token(match: re.Match[str]) -> Token:
    kind: Kind = match.lastgroup  # type: ignore[assignment]
    text, place = match[kind], match.start(kind)
    if kind == "sign":
        return Token("sign", _SAME.get(text, text), place)
    if kind == "word" and text.lower() in _KEYWORDS:
        return Token("sign", _KEYWORDS[text.lower()], place)
    if kind in ("text", "column"):
        return Token(kind, text[1:-1].strip() if kind == "column" else text[1:-1], place)
    return Token(kind, text, place)
