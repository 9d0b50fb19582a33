"""What the read actions answer, for the description of the API."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar

from ninja import Schema
from pydantic import Field

Result = TypeVar("Result")


class Envelope(Schema, Generic[Result]):
    """CKAN's own: what was asked for is the `result`."""

    help: str
    success: Literal[True]
    result: Result


class Refusal(Schema):
    """CKAN's own, where there is no answer: `error` names its kind, and each wrong field with its sentences."""

    help: str
    success: Literal[False]
    error: dict[str, Any]


class Tag(Schema):
    name: str
    display_name: str
    state: str


class Extra(Schema):
    key: str
    value: str


class Resource(Schema):
    id: str
    package_id: str
    name: str
    description: str
    format: str
    mimetype: str
    url: str
    resource_type: str
    state: str
    created: str
    last_modified: str
    metadata_modified: str
    position: int
    datastore_active: bool
    version: str
    size: int | None
    hash: str


class Organization(Schema):
    id: str
    name: str
    title: str
    type: str
    state: str
    is_organization: bool
    approval_status: str


class Package(Schema):
    id: str
    name: str
    title: str
    notes: str
    url: str
    type: str
    state: Literal["active", "deleted"]
    private: bool
    isopen: bool
    version: str
    author: str
    maintainer: str
    maintainer_email: str
    license_id: str
    license_title: str
    license_url: str
    metadata_created: str
    metadata_modified: str
    owner_org: str
    organization: Organization
    num_resources: int
    num_tags: int
    resources: list[Resource]
    tags: list[Tag]
    groups: list[Any]
    extras: list[Extra]


class OrganizationWhole(Organization):
    package_count: int
    packages: list[Package] = Field([], description="Only where `include_datasets` asks for them.")


class FacetItem(Schema):
    name: str
    display_name: str
    count: int


class Facet(Schema):
    title: str
    items: list[FacetItem]


class Found(Schema):
    count: int
    sort: str
    results: list[Package]
    facets: dict[str, dict[str, int]]
    search_facets: dict[str, Facet]


class Status(Schema):
    site_title: str
    site_description: str
    site_url: str
    ckan_version: str
    locale_default: str
    error_emails_to: None
    extensions: list[str]


class Column(Schema):
    id: str
    type: str


class RowsFound(Schema):
    resource_id: str
    fields: list[Column]
    records: list[dict[str, Any]]
    records_format: Literal["objects"]
    limit: int
    offset: int
    total: int | None
    total_was_estimated: Literal[False]
    include_total: bool


class ColumnInfo(Schema):
    label: str
    notes: str
    unit: str


class ColumnWhole(Column):
    info: ColumnInfo


class TableMeta(Schema):
    id: str
    count: int


class Table(Schema):
    meta: TableMeta
    fields: list[ColumnWhole]
