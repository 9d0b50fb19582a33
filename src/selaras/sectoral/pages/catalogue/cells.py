"""Cells of a table as a page shows them: figures and dates in Indonesian form, codes and years as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from selaras.engines.indonesian import wording
from selaras.engines.tabular.standard import Standard, StandardField
from selaras.sectoral.models import Version
from selaras.sectoral.serving import Column

NOTHING = "–"
_LONGEST = 200


@dataclass(frozen=True)
class Head:
    """A column of a table that is shown: as its standard describes it, and how its cells stand."""

    column: Column
    field: StandardField

    @property
    def is_figure(self) -> bool:
        return self.column.kind in ("integer", "number") and not _is_plain(self.field)


def heads_of(standard: Standard, columns: Iterable[Column]) -> list[Head]:
    fields = {one.name: one for one in standard.fields}
    return [Head(one, fields.get(one.name) or StandardField(one.name)) for one in columns]


def shown_rows(heads: Sequence[Head], rows: Iterable[Sequence[Any]]) -> list[list[tuple[Head, str]]]:
    return [[(head, words_of(value, head.field)) for head, value in zip(heads, row, strict=True)] for row in rows]


def words_of(value: Any, field: StandardField) -> str:
    """A value of a column in words."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, int | float):
        return str(value) if _is_plain(field) else wording.number(Decimal(str(value)))
    if isinstance(value, datetime):
        return f"{wording.plain_date(value.date())} {value:%H.%M}"
    if isinstance(value, date):
        return wording.plain_date(value)
    if field.type == "yearmonth":
        year, _sign, month = value.partition("-")
        return f"{wording.MONTHS[int(month) - 1]} {year}"
    text = str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"


def _is_plain(field: StandardField) -> bool:
    """Digits that count nothing: a year, a code."""
    return field.type == "year" or field.code_system is not None or field.name.lower() == "tahun"


def with_unit(value: Any, field: StandardField, version: Version) -> str:
    """A figure with what it counts: `1.234 jiwa`."""
    return f"{words_of(value, field)} {field.unit or version.dataset.unit}".strip()
