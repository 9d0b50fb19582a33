"""An expression read by recursive descent, from the loosest sign to the tightest.

rule       = "if" either "then" rule | either
either     = both {"or" both}
both       = denied {"and" denied}
denied     = "not" denied | comparison
comparison = sum [("=" | "!=" | "<" | "<=" | ">" | ">=") sum]
sum        = product {("+" | "-") product}
product    = atom {("*" | "/") atom}
atom       = number | text | column | call | "-" atom | "(" rule ")"
"""

from __future__ import annotations

from collections.abc import Callable

from selaras.engines.tabular.standard.errors import BadExpression
from selaras.engines.tabular.standard.language.tokens import Token, tokens
from selaras.engines.tabular.standard.language.tree import Binary, Call, Column, Node, Number, Text, Unary

_CALLS = {"kosong": "empty", "empty": "empty", "isi": "filled", "filled": "filled"}
_COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
_DEEPEST = 50


def parse(expression: str) -> Node:
    """The tree of an expression; raises `BadExpression` with the place where it breaks off. Linear in its length.

    >>> parse("mulai <= selesai")
    Binary(sign='<=', left=Column(name='mulai'), right=Column(name='selesai'))
    >>> parse("a + = b")
    Traceback (most recent call last):
    ...
    selaras.engines.tabular.standard.errors.BadExpression: Aturan “a + = b”: sesudah “+” seharusnya ada kolom atau \
nilai, bukan “=” (huruf ke-5).
    """
    return _Parser(expression).whole()


class _Parser:
    def __init__(self, expression: str) -> None:
        self.expression, self.tokens, self.at, self.depth = expression, tokens(expression), 0, 0

    def whole(self) -> Node:
        node = self.rule()
        if self.here.kind != "end":
            raise self.wrong("aturan seharusnya selesai")
        return node

    @property
    def here(self) -> Token:
        return self.tokens[self.at]

    def take(self, *signs: str) -> str:
        """The sign that stands here, stepped over; ``""`` where none of these does."""
        if self.here.kind == "sign" and self.here.text in signs:
            self.at += 1
            return self.tokens[self.at - 1].text
        return ""

    def wrong(self, expected: str) -> BadExpression:
        before = f"sesudah “{self.tokens[self.at - 1].text}” " if self.at else ""
        seen = f"bukan “{self.here.text}” (huruf ke-{self.here.place + 1})" if self.here.text else "tetapi habis"
        return BadExpression(f"Aturan “{self.expression}”: {before}{expected}, {seen}.")

    def rule(self) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise BadExpression("Aturan terlalu dalam. Pecah menjadi beberapa aturan.")
        if self.take("if"):
            condition = self.either()
            if not self.take("then"):
                raise self.wrong("seharusnya ada “maka”")
            node: Node = Binary("then", condition, self.rule())
        else:
            node = self.either()
        self.depth -= 1
        return node

    def either(self) -> Node:
        return self.chain(self.both, "or")

    def both(self) -> Node:
        return self.chain(self.denied, "and")

    def denied(self) -> Node:
        if self.take("not"):
            self.depth += 1
            if self.depth > _DEEPEST:
                raise BadExpression("Aturan terlalu dalam. Pecah menjadi beberapa aturan.")
            node = Unary("not", self.denied())
            self.depth -= 1
            return node
        return self.comparison()

    def comparison(self) -> Node:
        left = self.sum()
        if sign := self.take(*_COMPARISONS):
            return Binary(sign, left, self.sum())
        return left

    def sum(self) -> Node:
        return self.chain(self.product, "+", "-")

    def product(self) -> Node:
        return self.chain(self.atom, "*", "/")

    def chain(self, inner: Callable[[], Node], *signs: str) -> Node:
        node = inner()
        while sign := self.take(*signs):
            node = Binary(sign, node, inner())
        return node

    def atom(self) -> Node:
        if self.take("("):
            node = self.rule()
            if not self.take(")"):
                raise self.wrong("seharusnya ada kurung tutup")
            return node
        if self.take("-"):
            return Unary("-", self.number_or_column())
        return self.number_or_column()

    def number_or_column(self) -> Node:
        token = self.here
        if token.kind in ("sign", "end"):
            raise self.wrong("seharusnya ada kolom atau nilai")
        self.at += 1
        if token.kind == "number":
            return Number(float(token.text))
        if token.kind == "text":
            return Text(token.text)
        if token.kind == "word" and token.text.lower() in _CALLS and self.take("("):
            return self.call(_CALLS[token.text.lower()])
        return Column(token.text)

    def call(self, name: str) -> Node:
        token = self.here
        if token.kind not in ("word", "column"):
            raise self.wrong("seharusnya ada nama kolom")
        self.at += 1
        if not self.take(")"):
            raise self.wrong("seharusnya ada kurung tutup")
        return Call(name, Column(token.text))
