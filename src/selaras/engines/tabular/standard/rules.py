"""What a standard asks of a table, one rule a question, each with a number by which its faults are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import polars as pl

from selaras.engines.tabular.standard.bounds import bound
from selaras.engines.tabular.standard.language import columns_of, compile_rule, parse
from selaras.engines.tabular.standard.model import CrossRule, Severity, Standard, StandardField
from selaras.engines.tabular.standard.verifying import whole

RuleKind = Literal[
    "ragged", "required", "type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength",
    "maxLength", "pattern", "enum", "unique", "primaryKey", "uniqueKeys", "foreignKey", "codeSystem", "codeName",
    "expression",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One question. `fields`: the columns it looks at, the first is where a fault is shown; none for a whole row.

    `breaks`: the polars condition over typed columns that is true where the rule is broken; None where more than one
    row or another table has to be seen. `detail`: what a message needs, by kind.
    """

    kind: RuleKind
    fields: tuple[str, ...]
    severity: Severity = "error"
    detail: Any = None
    breaks: pl.Expr | None = None

    @property
    def name(self) -> str:
        """What the standard itself calls the rule: the name of a rule over several columns, else its kind."""
        return self.detail.name if isinstance(self.detail, CrossRule) else self.kind


RAGGED = Rule("ragged", ())


def rules_of(standard: Standard, present: frozenset[str]) -> tuple[Rule, ...]:
    """Every rule that the columns of a table let one ask, in the order of the standard."""
    found = [RAGGED]
    for one in standard.fields:
        if one.name in present:
            found += _of_field(one, one.name in standard.primary_key)
    found += [rule for rule in _of_table(standard) if present.issuperset(rule.fields)]
    return tuple(found)


def _of_field(one: StandardField, in_key: bool) -> Iterator[Rule]:
    if one.constraints.required or in_key:
        yield Rule("required", (one.name,), one.severity)
    if one.type not in ("string", "any"):
        yield Rule("type", (one.name,), one.severity, one)
    yield from _limits(one)
    yield from _texts(one)
    if one.constraints.unique:
        yield Rule("unique", (one.name,), one.severity)


def _limits(one: StandardField) -> Iterator[Rule]:
    held, column = one.constraints, pl.col(one.name)
    if held.minimum is not None:
        yield Rule("minimum", (one.name,), one.severity, held.minimum, column < pl.lit(bound(one, held.minimum)))
    if held.maximum is not None:
        yield Rule("maximum", (one.name,), one.severity, held.maximum, column > pl.lit(bound(one, held.maximum)))
    if held.exclusive_minimum is not None:
        breaks = column <= pl.lit(bound(one, held.exclusive_minimum))
        yield Rule("exclusiveMinimum", (one.name,), one.severity, held.exclusive_minimum, breaks)
    if held.exclusive_maximum is not None:
        breaks = column >= pl.lit(bound(one, held.exclusive_maximum))
        yield Rule("exclusiveMaximum", (one.name,), one.severity, held.exclusive_maximum, breaks)


def _texts(one: StandardField) -> Iterator[Rule]:
    held, column = one.constraints, pl.col(one.name)
    if held.min_length is not None:
        breaks = column.str.len_chars() < held.min_length
        yield Rule("minLength", (one.name,), one.severity, held.min_length, breaks)
    if held.max_length is not None:
        breaks = column.str.len_chars() > held.max_length
        yield Rule("maxLength", (one.name,), one.severity, held.max_length, breaks)
    if held.pattern is not None:
        breaks = ~column.str.contains(whole(held.pattern))
        yield Rule("pattern", (one.name,), one.severity, held.pattern, breaks)
    if held.enum is not None:
        allowed = pl.Series([bound(one, each) for each in held.enum])
        yield Rule("enum", (one.name,), one.severity, held.enum, ~column.is_in(allowed.implode()))


def _of_table(standard: Standard) -> Iterator[Rule]:
    if standard.primary_key:
        yield Rule("primaryKey", standard.primary_key)
    for key in standard.unique_keys:
        yield Rule("uniqueKeys", key)
    for foreign in standard.foreign_keys:
        yield Rule("foreignKey", foreign.fields, standard.named(foreign.fields[0]).severity, foreign)
    for one in standard.fields:
        if one.code_system:
            yield Rule("codeSystem", (one.name,), one.severity, one.code_system)
            if one.code_system.names:
                yield Rule("codeName", (one.name, one.code_system.names), one.severity, one.code_system)
    types = {one.name: one.type for one in standard.fields}
    for cross in standard.rules:
        node = parse(cross.expression)
        yield Rule("expression", columns_of(node), cross.severity, cross, ~compile_rule(node, types))
