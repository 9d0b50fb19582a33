"""The rows of a released table, searched as CKAN's DataStore searches; they come out of its Parquet file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from selaras.engines.tabular.standard import Standard, StandardField, read_standard
from selaras.sectoral.errors import NotAsked, TableGone, TooLong
from selaras.sectoral.harvest.ckan import asking
from selaras.sectoral.harvest.ckan.errors import Invalid, NotFound
from selaras.sectoral.harvest.ckan.finding import resource_named
from selaras.sectoral.models import Version
from selaras.sectoral.serving import MOST_ROWS, Ask, Column, Filter, Kind, ServedTable, Sort, open_table

Json = dict[str, Any]
# What PostgreSQL calls them, in which CKAN keeps tables.
_TYPES: dict[Kind, str] = {
    "string": "text", "integer": "int8", "number": "float8", "boolean": "bool", "date": "date", "datetime": "timestamp",
}  # fmt: skip


def datastore_search(asked: asking.Rows) -> Json:
    """Rows of a table, by words, values and order, in parts of at most 32,000. Without `sort` they come as in the file,
    so that parts fit together.
    """
    ask = _ask(asked)
    with _table(asked.resource_id) as (_version, table):
        columns = table.named(ask)
        records = [dict(zip(ask.columns or _names(columns), _plain(row), strict=True)) for row in table.rows(ask)]
        total = table.count(ask) if asked.include_total else None
    return {
        "resource_id": asked.resource_id,
        "fields": [{"id": one.name, "type": _TYPES[one.kind]} for one in columns],
        "records": records,
        "records_format": "objects",
        "limit": ask.limit,
        "offset": ask.offset,
        "total": total,
        "total_was_estimated": False,
        "include_total": asked.include_total,
    }


def datastore_info(asked: asking.OneResource) -> Json:
    """The columns of a table with what they mean, and how many rows it has."""
    with _table(asked.id) as (version, table):
        check = version.check_in_force
        assert check is not None  # noqa: S101 - what is out was checked
        standard = read_standard(check.standard.package)
        fields = [_column(one, standard) for one in table.columns]
        return {"meta": {"id": asked.id, "count": table.count(Ask())}, "fields": fields}


@contextmanager
def _table(resource: str) -> Iterator[tuple[Version, ServedTable]]:
    """Raises NotFound, and Invalid where the table is asked what it cannot answer."""
    version, form = resource_named(resource)
    if form.key != "csv":
        raise NotFound("Not found: Baris tabel ini dicari lewat berkas CSV-nya. Lihat datastore_active.")
    try:
        with open_table(version) as table:
            yield version, table
    except TableGone as gone:
        raise NotFound(f"Not found: {gone}") from gone
    except (NotAsked, TooLong) as wrong:
        raise Invalid({"query": str(wrong)}) from wrong


def _ask(asked: asking.Rows) -> Ask:
    words = asked.q if isinstance(asked.q, dict) else {}
    return Ask(
        q=asked.q if isinstance(asked.q, str) else "",
        filters=(
            *(Filter(name, "any" if isinstance(value, list) else "is", value) for name, value in asked.filters.items()),
            *(Filter(name, "holds", text) for name, text in words.items()),
        ),
        sort=tuple(map(_sort, filter(None, (part.strip() for part in asked.sort.split(","))))),
        columns=tuple(dict.fromkeys(asked.fields)),
        distinct=asked.distinct,
        limit=min(asked.limit, MOST_ROWS),
        offset=asked.offset,
    )


def _sort(part: str) -> Sort:
    """`jumlah`, `jumlah desc`; a name with spaces stands in quotes."""
    name, _space, direction = part.rpartition(" ")
    if direction.lower() not in ("asc", "desc"):
        name, direction = part, ""
    return Sort(name.strip().strip('"'), descending=direction.lower() == "desc")


def _names(columns: list[Column]) -> list[str]:
    return [one.name for one in columns]


def _plain(row: tuple[Any, ...]) -> list[Any]:
    return [cell.isoformat() if isinstance(cell, date) else cell for cell in row]


def _column(one: Column, standard: Standard) -> Json:
    known = {each.name: each for each in standard.fields}.get(one.name, StandardField(one.name))
    info = {"label": known.label, "notes": known.definition or known.description, "unit": known.unit}
    return {"id": one.name, "type": _TYPES[one.kind], "info": info}
