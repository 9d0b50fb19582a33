"""A list in parts, the newest first: each part says after which mark the next one begins.

A mark holds what the last row is ordered by, so that what is published meanwhile moves no row into two parts or none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, TypeVar

from django.db.models import Model, Q, QuerySet
from pydantic import Field, StringConstraints

Row = TypeVar("Row", bound=Model)
Mark = Annotated[str, StringConstraints(pattern=r"^$|^[1-9][0-9]{0,15}-[0-9]{1,18}$")]
Limit = Annotated[int, Field(ge=1, le=100)]
AFTER = "The `next` of the part before; empty begins with the newest."
_EPOCH, _MICROSECOND = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


@dataclass(frozen=True)
class Order:
    """By a field, as a whole number and back; rows that share it follow by their keys."""

    field: str
    number: Callable[[Any], int]
    value: Callable[[int], Any]


def by_day(field: str) -> Order:
    return Order(field, date.toordinal, lambda number: date.fromordinal(min(number, date.max.toordinal())))


def by_moment(field: str) -> Order:
    return Order(field, lambda at: (at - _EPOCH) // _MICROSECOND, lambda number: _EPOCH + number * _MICROSECOND)


def part_of(found: QuerySet[Row], order: Order, after: str, limit: int) -> tuple[list[Row], str]:
    """The rows after the mark, and the mark of the next part; empty where there is none. One query."""
    if after:
        number, _dash, key = after.partition("-")
        value = order.value(int(number))
        found = found.filter(Q(**{f"{order.field}__lt": value}) | Q(pk__lt=int(key)), **{f"{order.field}__lte": value})
    rows = list(found.order_by(f"-{order.field}", "-pk")[: limit + 1])
    if len(rows) <= limit:
        return rows, ""
    last = rows[limit - 1]
    return rows[:limit], f"{order.number(getattr(last, order.field))}-{last.pk}"
