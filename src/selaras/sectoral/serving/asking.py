"""What may be asked of a table, and the SQL of it. Names of columns never stand in the SQL, values are always bound."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from django.utils.translation import gettext as _

from selaras.sectoral.errors import NotAsked

Kind = Literal["string", "integer", "number", "boolean", "date", "datetime"]
Plain = str | int | float | bool | date | datetime | None
Op = Literal["is", "any", "holds", "from", "to"]
MOST_ROWS = 32_000  # of one answer, as CKAN has it; more come as a file
_MOST_WORDS = 8
_BIGGEST = 2**63


@dataclass(frozen=True)
class Column:
    """One column as the Parquet file has it."""

    name: str
    kind: Kind


@dataclass(frozen=True)
class Filter:
    """Rows whose column is the value (None: is empty), is any of several, holds a text, or lies from or up to a value.

    Values come typed or as machine text: `1234.5`, `2020-02-13`, `true`.
    """

    column: str
    op: Op
    value: Plain | Sequence[Plain]


@dataclass(frozen=True)
class Sort:
    """By the values of a column; empty cells come last either way."""

    column: str
    descending: bool = False


@dataclass(frozen=True)
class Ask:
    """`q`: words that must all stand somewhere in the row, in any case of letters. `columns`: all, where none is named.

    Rows come in the order of the file unless sorted; rows that sort alike keep that order, so that pages fit together.
    """

    q: str = ""
    filters: tuple[Filter, ...] = ()
    sort: tuple[Sort, ...] = ()
    columns: tuple[str, ...] = ()
    distinct: bool = False
    limit: int = 100
    offset: int = 0


def selected(columns: Sequence[Column], ask: Ask) -> list[Column]:
    """The columns of the answer. Raises NotAsked for a name that the table lacks."""
    return [columns[_place(columns, name)] for name in ask.columns] if ask.columns else list(columns)


def source_of(columns: Sequence[Column]) -> str:
    """The table under names that are ours: c0, c1, … The one parameter is the file's path."""
    return f"read_parquet(?) AS t({', '.join(f'c{at}' for at in range(len(columns)))})"


def shown(columns: Sequence[Column], ask: Ask) -> str:
    return ", ".join(f"c{_place(columns, one.name)}" for one in selected(columns, ask))


def where(columns: Sequence[Column], ask: Ask) -> tuple[str, list[Plain]]:
    """The condition with its values. Raises NotAsked."""
    parts: list[str] = []
    values: list[Plain] = []
    for word in _text(ask.q).lower().split()[:_MOST_WORDS]:
        parts.append("(" + " OR ".join(f"contains(lower(c{at}::VARCHAR), ?)" for at in range(len(columns))) + ")")
        values += [word] * len(columns)
    for one in ask.filters:
        part, bound = _condition(columns, one)
        parts.append(part)
        values += bound
    return (" WHERE " + " AND ".join(parts) if parts else ""), values


def order(columns: Sequence[Column], ask: Ask) -> str:
    """Ties are settled, so that pages fit together. Raises NotAsked."""
    keys = [f"c{_place(columns, one.column)} {'DESC' if one.descending else 'ASC'} NULLS LAST" for one in ask.sort]
    if ask.distinct:
        chosen = {one.name for one in selected(columns, ask)}
        if strange := [one.column for one in ask.sort if one.column not in chosen]:
            raise NotAsked(
                _("Kolom “%(name)s” tidak ditampilkan, jadi tidak dapat mengurutkan.") % {"name": strange[0]}
            )
        keys.append(shown(columns, ask))
    elif keys:
        keys.append("file_row_number")  # DuckDB's own virtual column, even beside a column of that name
    return " ORDER BY " + ", ".join(keys) if keys else ""


def slice_of(ask: Ask) -> str:
    limit = max(0, min(ask.limit, MOST_ROWS))
    return f" LIMIT {limit:d} OFFSET {max(0, min(ask.offset, _BIGGEST - 1)):d}"


def _condition(columns: Sequence[Column], one: Filter) -> tuple[str, list[Plain]]:
    at = _place(columns, one.column)
    column = columns[at]
    several = one.value if isinstance(one.value, list | tuple | set | frozenset) else [one.value]
    if one.op in ("is", "any"):
        return _is_any(at, [fitted(column, value) for value in several])
    if one.op == "holds":
        return f"contains(lower(c{at}::VARCHAR), ?)", [_text(several[0]).lower()]
    return f"c{at} {'>=' if one.op == 'from' else '<='} ?", [fitted(column, several[0])]


def _is_any(at: int, values: Iterable[Plain]) -> tuple[str, list[Plain]]:
    given = list(values)
    filled: list[Plain] = [value for value in given if value is not None]
    parts = [f"c{at} IN ({', '.join('?' * len(filled))})"] if filled else []
    if len(filled) < len(given):
        parts.append(f"c{at} IS NULL")
    return f"({' OR '.join(parts) or 'false'})", filled


def _place(columns: Sequence[Column], name: str) -> int:
    for at, one in enumerate(columns):
        if one.name == name:
            return at
    told = {"name": _text(name)[:80], "there": ", ".join(one.name for one in columns)}
    raise NotAsked(_("Tidak ada kolom “%(name)s”. Kolomnya: %(there)s.") % told)


def fitted(column: Column, value: object) -> Plain:
    """The value in the type of its column; None for nothing. Raises NotAsked where it is none of that type."""
    if value is None or value == "":
        return None
    try:
        return _FITTERS[column.kind](value)
    except (ValueError, LookupError, ArithmeticError):
        told = {"name": column.name, "value": _text(value)[:80], "form": _(_FORMS[column.kind])}
        raise NotAsked(_("Kolom “%(name)s” berisi %(form)s; “%(value)s” tidak cocok.") % told) from None


def _text(value: object) -> str:
    """What DuckDB can take: lone surrogates, which no text of a file holds, become question marks."""
    return str(value).encode("utf-8", "replace").decode()


def _integer(value: object) -> int:
    number = Decimal(str(value))
    if not abs(number) < _BIGGEST or number != int(number):
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
    "string": _text, "integer": _integer, "number": _number, "boolean": _boolean, "date": _date, "datetime": _moment,
}  # fmt: skip
_FORMS: dict[Kind, str] = {
    "string": "teks",
    "integer": "bilangan bulat",
    "number": "bilangan, dengan titik untuk desimal",
    "boolean": "true atau false",
    "date": "tanggal, misalnya 2020-02-13",
    "datetime": "waktu, misalnya 2020-02-13T09:30",
}
