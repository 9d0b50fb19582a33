"""What may be asked of a table, and the SQL of it. Names of columns never stand in the SQL, values are always bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from selaras.sectoral.errors import NotAsked
from selaras.sectoral.serving.fitting import BIGGEST, Column, Plain, encodable, fitted

Op = Literal["is", "any", "holds", "from", "to"]
MOST_ROWS = 32_000  # of one answer, as CKAN has it; more come as a file
_MOST_WORDS = 8


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
    for word in encodable(ask.q).lower().split()[:_MOST_WORDS]:
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
    return f" LIMIT {limit:d} OFFSET {max(0, min(ask.offset, BIGGEST - 1)):d}"


def _condition(columns: Sequence[Column], one: Filter) -> tuple[str, list[Plain]]:
    at = _place(columns, one.column)
    column = columns[at]
    several = one.value if isinstance(one.value, list | tuple | set | frozenset) else [one.value]
    if one.op in ("is", "any"):
        return _is_any(at, [fitted(column, value) for value in several])
    if one.op == "holds":
        return f"contains(lower(c{at}::VARCHAR), ?)", [encodable(several[0]).lower()]
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
    told = {"name": encodable(name)[:80], "there": ", ".join(one.name for one in columns)}
    raise NotAsked(_("Tidak ada kolom “%(name)s”. Kolomnya: %(there)s.") % told)
