"""What an expression is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Text:
    value: str


@dataclass(frozen=True, slots=True)
class Column:
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """`empty` or `filled` of one column."""

    name: str
    column: Column


@dataclass(frozen=True, slots=True)
class Unary:
    """`-` of a number, `not` of a condition."""

    sign: str
    inner: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """`+ - * /` of numbers, `= != < <= > >=` of two alike, `and or then` of conditions."""

    sign: str
    left: Node
    right: Node


Node = Number | Text | Column | Call | Unary | Binary


def columns_of(node: Node) -> tuple[str, ...]:
    """The columns an expression names, each once, in its order."""
    return tuple(dict.fromkeys(_columns(node)))


def _columns(node: Node) -> Iterator[str]:
    if isinstance(node, Column):
        yield node.name
    elif isinstance(node, Call):
        yield node.column.name
    elif isinstance(node, Unary):
        yield from _columns(node.inner)
    elif isinstance(node, Binary):
        yield from _columns(node.left)
        yield from _columns(node.right)
