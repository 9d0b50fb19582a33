"""What each read action may be asked, in a query string or as JSON; names are CKAN's."""

from __future__ import annotations

import json
from typing import Annotated, Any

from ninja import Schema
from pydantic import AliasChoices, BeforeValidator, Field

from selaras.people.api import KEY_LIMIT, NO_NUL


def _as_list(value: Any) -> Any:
    """A list arrives in a query string as JSON, or with commas."""
    if not isinstance(value, str):
        return value
    if value.lstrip().startswith("["):
        return _read(value)
    return [part.strip() for part in value.split(",") if part.strip()]


def _as_object(value: Any) -> Any:
    return (_read(value) if value.strip() else {}) if isinstance(value, str) else value


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("Ini bukan JSON yang dapat dibaca.") from None


def _single(value: Any) -> Any:
    """Ninja hands over a name that stands once in a query string as a list of one."""
    return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) else value


Words = Annotated[str, Field(max_length=2000, pattern=NO_NUL)]
Name = Annotated[str, Field(min_length=1, max_length=120, pattern=NO_NUL, examples=["jumlah-penduduk"])]
Names = Annotated[list[Words], Field(max_length=100), BeforeValidator(_as_list), BeforeValidator(_single)]
Object = Annotated[dict[str, Any], BeforeValidator(_as_object)]
Offset = Annotated[int, Field(ge=0, le=KEY_LIMIT)]
Page = Annotated[int, Field(ge=0, le=1000)]


class Nothing(Schema):
    """An action that needs nothing."""


class Part(Schema):
    limit: Annotated[int, Field(ge=0, le=KEY_LIMIT)] | None = None
    offset: Offset = 0


class ById(Schema):
    id: Name


class Search(Schema):
    q: Words = Field("", description="Words that must all stand in the title, summary, definition, agency or tags.")
    fq: Words = Field("", description="`organization:…`, `tags:…`, `frequency:…`, `metadata_modified:[… TO …]` joined")
    sort: Words = Field("metadata_modified desc", description="`name`, `title`, `metadata_modified`, with asc or desc.")
    rows: Page = 10
    start: Offset = 0
    facet_field: Names = Field([], alias="facet.field")
    facet_limit: int = Field(50, alias="facet.limit", ge=-1, le=1000)


class Organizations(Part):
    all_fields: bool = False


class OrganizationShow(ById):
    include_datasets: bool = False


class ActionName(Schema):
    name: Name


def _as_words(value: Any) -> Any:
    """Words for all columns, or an object of a column to its words."""
    return _read(value) if isinstance(value, str) and value.lstrip().startswith("{") else value


class Rows(Schema):
    resource_id: Name
    q: Annotated[Words | dict[str, Words], BeforeValidator(_as_words)] = Field(
        "", description="Words that must all stand in the row; or an object of a column to its words."
    )
    filters: Object = Field({}, description="An object of a column to its value, or to a list of values.")
    fields: Names = Field([], description="Which columns; all, where none is named.")
    sort: Words = Field("", description="`column`, `column desc`, or several with commas; else as in the file.")
    distinct: bool = False
    limit: Offset = Field(100, description="At most 32,000; more are asked for by `offset`.")
    offset: Offset = 0
    include_total: bool = True


class OneResource(Schema):
    """CKAN calls it `id` here, and its clients `resource_id`."""

    id: Name = Field(validation_alias=AliasChoices("id", "resource_id"))
