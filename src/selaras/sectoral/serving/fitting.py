"""The columns of a table, and values that fit them: typed ones, or machine text such as `1234.5` and `2020-02-13`."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from django.utils.translation import gettext as _

from selaras.sectoral.errors import NotAsked

Kind = Literal["string", "integer", "number", "boolean", "date", "datetime"]
Plain = str | int | float | bool | date | datetime | None
BIGGEST = 2**63  # no whole number of a table reaches it


@dataclass(frozen=True)
class Column:
    """One column as the Parquet file has it."""

    name: str
    kind: Kind


def fitted(column: Column, value: object) -> Plain:
    """The value in the type of its column; None for nothing. Raises NotAsked where it is none of that type."""
    if value is None or value == "":
        return None
    try:
        return _FITTERS[column.kind](value)
    except (ValueError, LookupError, ArithmeticError):
        told = {"name": column.name, "value": encodable(value)[:80], "form": _(_FORMS[column.kind])}
        raise NotAsked(_("Kolom “%(name)s” berisi %(form)s; “%(value)s” tidak cocok.") % told) from None


def encodable(value: object) -> str:
    """What DuckDB can take: lone surrogates, which no text of a file holds, become question marks."""
    return str(value).encode("utf-8", "replace").decode()


def _integer(value: object) -> int:
    number = Decimal(str(value))
    if not abs(number) < BIGGEST or number != int(number):
        raise ValueError(value)
    return int(number)


def _number(value: object) -> float:
    number = float(str(value))
    if not math.isfinite(number):
        raise ValueError(value)
    return number


def _boolean(value: object) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[str(value).lower()]


def _date(value: object) -> date:
    return value.date() if isinstance(value, datetime) else date.fromisoformat(str(value))


def _moment(value: object) -> datetime:
    return datetime.fromisoformat(str(value)).replace(tzinfo=None)


_FITTERS: dict[Kind, Callable[[object], Plain]] = {
    "string": encodable,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "datetime": _moment,
}
_FORMS: dict[Kind, str] = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan, dengan titik untuk desimal",
    "boolean": "true atau false",
    "date": "tanggal, misalnya 2020-02-13",
    "datetime": "waktu, misalnya 2020-02-13T09:30",
}
