"""What a dataset should look like, in the terms of Table Schema and of Satu Data Indonesia."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

FieldType = Literal["string", "integer", "number", "boolean", "date", "datetime", "year", "yearmonth", "any"]
FieldsMatch = Literal["exact", "equal", "subset", "superset", "partial"]
Severity = Literal["error", "warning"]
Scalar = str | int | float | bool

NUMERIC: tuple[FieldType, ...] = ("integer", "number", "year")


@dataclass(frozen=True, slots=True)
class CodeSystem:
    """Whose codes a column holds, and as of when. `names`: the column beside it that holds what each code is called."""

    name: str
    version: str
    names: str = ""

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


@dataclass(frozen=True, slots=True)
class Constraints:
    """The constraints of Table Schema; a bound is kept as written and read in the type of its field."""

    required: bool = False
    unique: bool = False
    minimum: Scalar | None = None
    maximum: Scalar | None = None
    exclusive_minimum: Scalar | None = None
    exclusive_maximum: Scalar | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    enum: tuple[Scalar, ...] | None = None


@dataclass(frozen=True, slots=True)
class StandardField:
    """One column. What Satu Data Indonesia asks of every figure: concept, definition, classification, measure, unit.

    `decimal` and `group` are None where the column itself decides what its points and commas mean.
    `others` keeps the properties that mean nothing here, so that a file read and written again loses nothing.
    """

    name: str
    type: FieldType = "string"
    title: str = ""
    description: str = ""
    format: str = "default"
    constraints: Constraints = Constraints()
    missing_values: tuple[str, ...] | None = None
    decimal: str | None = None
    group: str | None = None
    bare_number: bool = True
    true_values: tuple[str, ...] = ("true", "True", "TRUE", "1")
    false_values: tuple[str, ...] = ("false", "False", "FALSE", "0")
    concept: str = ""
    definition: str = ""
    classification: str = ""
    measure: str = ""
    unit: str = ""
    code_system: CodeSystem | None = None
    severity: Severity = "error"
    others: Mapping[str, Any] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """What a person calls the column."""
        return self.title or self.name


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values must stand in a table of another name; `resource` is ``""`` for this same table."""

    fields: tuple[str, ...]
    resource: str
    reference_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CrossRule:
    """A rule over several columns of one row, see `language`. `message` says in words what holds."""

    name: str
    expression: str
    message: str = ""
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Standard:
    """A dataset described once. `fields_match` says how the header must agree with the fields (Table Schema 2)."""

    name: str
    fields: tuple[StandardField, ...]
    title: str = ""
    description: str = ""
    fields_match: FieldsMatch = "exact"
    missing_values: tuple[str, ...] = ("",)
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    rules: tuple[CrossRule, ...] = ()
    concept: str = ""
    definition: str = ""
    others: Mapping[str, Any] = field(default_factory=dict)

    def named(self, name: str) -> StandardField:
        """The field of that name; KeyError where there is none."""
        for one in self.fields:
            if one.name == name:
                return one
        raise KeyError(name)

    def missing_values_of(self, one: StandardField) -> tuple[str, ...]:
        """The texts that mean "no value" in a column; an empty cell always does."""
        return one.missing_values if one.missing_values is not None else self.missing_values
