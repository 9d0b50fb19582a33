"""A bound or an allowed value, as the standard writes it, in the type of its field."""

from __future__ import annotations

from datetime import date, datetime

from selaras.engines.tabular.standard.errors import BadStandard
from selaras.engines.tabular.standard.model import Scalar, StandardField

Bound = int | float | str | bool | date | datetime


def bound(one: StandardField, written: Scalar) -> Bound:
    """The value a bound stands for; raises `BadStandard` where it is none of the field's type.

    >>> bound(StandardField("mulai", "date"), "2020-02-11"), bound(StandardField("biaya", "integer"), "5000")
    (datetime.date(2020, 2, 11), 5000)
    """
    try:
        return _read(one, written)
    except ValueError as wrong:
        raise BadStandard(f"Pada kolom {one.name}, batas “{written}” bukan {one.type}. Perbaiki batasnya.") from wrong


def _read(one: StandardField, written: Scalar) -> Bound:
    if one.type in ("integer", "year"):
        number = float(written)
        return int(number) if number.is_integer() else number
    if one.type == "number":
        return float(written)
    if one.type == "date":
        return date.fromisoformat(str(written))
    if one.type == "datetime":
        return datetime.fromisoformat(str(written))
    if one.type == "boolean":
        if str(written).lower() not in ("true", "false"):
            raise ValueError(written)
        return str(written).lower() == "true"
    return str(written)
