"""What belongs to a row, read in the same query: for pages that must ask the database seldom."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

from django.db.models import DateTimeField, JSONField, Model, QuerySet, Subquery
from django.db.models.functions import JSONObject

Row = TypeVar("Row", bound=Model)


class Gathered(Subquery):
    """The rows of a query as one JSON list of objects with these fields; give it to `annotate`, read it by `made`.

    For texts, numbers and moments only: the databases write other types into JSON each in its own way.
    """

    template = "(SELECT json_group_array(json(told)) FROM (%(subquery)s) gathered)"
    output_field = JSONField()

    def __init__(self, rows: QuerySet[Any], *names: str) -> None:
        super().__init__(rows.annotate(told=JSONObject(**{name: name for name in names})).values("told"))

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "(SELECT COALESCE(jsonb_agg(told), '[]') FROM (%(subquery)s) gathered)"
        return self.as_sql(compiler, connection, template=template, **extra)


def made(model: type[Row], told: list[dict[str, Any]]) -> list[Row]:
    """The gathered rows as they would have been read, by their keys; fields that were not gathered are empty."""
    moments = {field.name for field in model._meta.concrete_fields if isinstance(field, DateTimeField)}
    return [
        model(**{name: _moment(value) if name in moments else value for name, value in row.items()})
        for row in sorted(told, key=lambda row: row["id"])
    ]


def _moment(told: str) -> datetime:
    """As a database wrote it into JSON: SQLite keeps moments in UTC without saying so."""
    found = datetime.fromisoformat(told)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
