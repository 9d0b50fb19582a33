"""An expression as a polars expression: true, false, or null where a value it needs is missing.

Decimals are doubles, so 0.1 + 0.2 is not 0.3. Two numbers count as equal where they differ by less than rounding can
have made of the values that went in (relative 1e-14 of the sum of their sizes), not by a fixed margin that would let a
rupiah go in a trillion. Sums of whole numbers are exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import polars as pl

from selaras.engines.tabular.standard.errors import BadExpression
from selaras.engines.tabular.standard.language.tree import Binary, Call, Column, Node, Number, Text, Unary
from selaras.engines.tabular.standard.model import FieldType

Sort = Literal["number", "text", "date", "condition"]
_SORTS: dict[FieldType, Sort] = {
    "integer": "number", "number": "number", "year": "number", "string": "text", "any": "text", "yearmonth": "text",
    "date": "date", "datetime": "date", "boolean": "condition",
}  # fmt: skip
_WORDS = {"number": "angka", "text": "teks", "date": "tanggal", "condition": "syarat"}
_ROUNDING = 1e-14


@dataclass(frozen=True, slots=True)
class _Part:
    """`size`: the sum of the sizes that went in, for numbers that are not whole; None where the value is exact."""

    expr: pl.Expr
    sort: Sort
    size: pl.Expr | None = None


def compile_rule(node: Node, types: Mapping[str, FieldType]) -> pl.Expr:
    """The condition over columns named as in `types`; raises `BadExpression` where it makes no sense."""
    part = _compiled(node, types)
    if part.sort != "condition":
        raise BadExpression("Aturan harus berupa syarat, misalnya laki + perempuan = total.")
    return part.expr


def _compiled(node: Node, types: Mapping[str, FieldType]) -> _Part:
    if isinstance(node, Number):
        return _Part(pl.lit(int(node.value) if node.value.is_integer() else node.value), "number", _size_of(node.value))
    if isinstance(node, Text):
        return _Part(pl.lit(node.value), "text")
    if isinstance(node, Column):
        return _column(node, types)
    if isinstance(node, Call):
        expr = _column(node.column, types).expr
        return _Part(expr.is_null() if node.name == "empty" else expr.is_not_null(), "condition")
    if isinstance(node, Unary):
        return _unary(node, _compiled(node.inner, types))
    left, right = _compiled(node.left, types), _compiled(node.right, types)
    if node.sign in ("+", "-", "*", "/"):
        return _arithmetic(node, left, right)
    if node.sign in ("and", "or", "then"):
        return _joined(node, left, right)
    return _compared(node, *_alike(left, node.left, right, node.right))


def _size_of(value: float) -> pl.Expr | None:
    return None if value.is_integer() else pl.lit(abs(value))


def _column(node: Column, types: Mapping[str, FieldType]) -> _Part:
    if node.name not in types:
        known = ", ".join(list(types)[:30])
        raise BadExpression(f"Aturan menyebut kolom “{node.name}” yang tidak ada di standar. Kolomnya: {known}.")
    expr, type_ = pl.col(node.name), types[node.name]
    return _Part(expr, _SORTS[type_], expr.abs() if type_ == "number" else None)


def _unary(node: Unary, inner: _Part) -> _Part:
    if node.sign == "not":
        _require(inner, "condition", "bukan")
        return _Part(~inner.expr, "condition")
    _require(inner, "number", "-")
    return _Part(-inner.expr, "number", inner.size)


def _require(part: _Part, sort: Sort, sign: str) -> None:
    if part.sort != sort:
        raise BadExpression(f"Tanda “{sign}” hanya untuk {_WORDS[sort]}, bukan untuk {_WORDS[part.sort]}.")


def _arithmetic(node: Binary, left: _Part, right: _Part) -> _Part:
    for part in (left, right):
        _require(part, "number", node.sign)
    size = None if left.size is None and right.size is None else _size(left) + _size(right)
    if node.sign == "+":
        return _Part(left.expr + right.expr, "number", size)
    if node.sign == "-":
        return _Part(left.expr - right.expr, "number", size)
    a, b = left.expr.cast(pl.Float64), right.expr.cast(pl.Float64)  # whole numbers would overflow in silence
    if node.sign == "*":
        return _Part(a * b, "number", _size(left) * _size(right))
    by = pl.when(b != 0).then(b)  # a division by nothing has no answer, so the rule says nothing
    return _Part(a / by, "number", _size(left) / by.abs())


def _size(part: _Part) -> pl.Expr:
    return part.expr.abs().cast(pl.Float64) if part.size is None else part.size


def _joined(node: Binary, left: _Part, right: _Part) -> _Part:
    for part in (left, right):
        _require(part, "condition", {"and": "dan", "or": "atau", "then": "maka"}[node.sign])
    if node.sign == "and":
        return _Part(left.expr & right.expr, "condition")
    return _Part((left.expr if node.sign == "or" else ~left.expr) | right.expr, "condition")


def _alike(left: _Part, left_node: Node, right: _Part, right_node: Node) -> tuple[_Part, _Part]:
    """Two parts of one sort; a text beside a date is read as a date."""
    if left.sort == "date" and isinstance(right_node, Text):
        right = _Part(pl.lit(_day(right_node.value)), "date")
    elif right.sort == "date" and isinstance(left_node, Text):
        left = _Part(pl.lit(_day(left_node.value)), "date")
    if left.sort != right.sort:
        raise BadExpression(f"Aturan membandingkan {_WORDS[left.sort]} dengan {_WORDS[right.sort]}. Samakan jenisnya.")
    return left, right


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise BadExpression(f"“{text}” bukan tanggal. Tulis tahun-bulan-hari, misalnya 2020-02-11.") from wrong


def _compared(node: Binary, left: _Part, right: _Part) -> _Part:
    a, b = left.expr, right.expr
    if left.sort == "condition" and node.sign not in ("=", "!="):
        raise BadExpression(f"Tanda “{node.sign}” tidak berlaku untuk syarat. Pakai = atau !=.")
    if left.size is None and right.size is None:
        plain = {"=": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}
        return _Part(plain[node.sign], "condition")
    margin = _ROUNDING * (_size(left) + _size(right))
    apart = a.cast(pl.Float64) - b.cast(pl.Float64)
    within = {
        "=": apart.abs() <= margin, "!=": apart.abs() > margin, "<": apart < -margin, "<=": apart <= margin,
        ">": apart > margin, ">=": apart >= -margin,
    }  # fmt: skip
    return _Part(within[node.sign], "condition")
