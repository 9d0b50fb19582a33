"""What each column of a table is for: when, who or where, and how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.engines.tabular.standard import Standard, StandardField

_TIMES = ("year", "yearmonth", "date", "datetime")
_NUMBERS = ("integer", "number")
_TOTALS = ("jumlah", "total", "nilai")  # of several figures, the one that says it all


@dataclass(frozen=True)
class Roles:
    """`groups`: the columns other than time that tell rows apart. `measure`: the figure that is drawn."""

    time: StandardField | None
    groups: tuple[StandardField, ...]
    measure: StandardField | None


def roles_of(standard: Standard, there: Sequence[str]) -> Roles:
    """From the types and the key of the standard; `there` are the columns that the table has.

    Without a key the first text column is taken for what tells rows apart; the rows then decide whether it does.
    """
    fields = [one for one in standard.fields if one.name in there]
    time = next((one for one in fields if _is_time(one)), None)
    key = [one for one in fields if one.name in standard.primary_key and one != time]
    texts = [one for one in fields if one.type in ("string", "any")]
    groups = [_named(one, fields) for one in (key if standard.primary_key else texts[:1])]
    figures = [one for one in fields if one.type in _NUMBERS and one not in (time, *key) and one.code_system is None]
    total = next((one for one in figures if one.name.lower() in _TOTALS), None)
    return Roles(time, tuple(groups), total or next(iter(figures), None))


def _is_time(one: StandardField) -> bool:
    return one.type in _TIMES or (one.type == "integer" and one.name.lower() == "tahun")


def _named(one: StandardField, fields: Sequence[StandardField]) -> StandardField:
    """Instead of a column of codes, the one that says what each code is called."""
    names = one.code_system.names if one.code_system else ""
    return next((each for each in fields if each.name == names), one)
