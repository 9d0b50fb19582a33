"""A version as a Data Package (version 2): its files, and the Table Schema that they keep."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from selaras.engines.tabular.standard import as_schema
from selaras.engines.tabular.standard.properties import PROFILE
from selaras.sectoral.harvest.addresses import Form, download_of, forms_of, page_of
from selaras.sectoral.harvest.columns import columns_of, references_of, standard_of
from selaras.sectoral.harvest.describing import tags_of
from selaras.sectoral.harvest.identifiers import dataset_id
from selaras.sectoral.harvest.reading import out_since
from selaras.sectoral.models import Version

Json = dict[str, Any]


def data_package_of(version: Version) -> Json:
    dataset = version.dataset
    return {
        "$schema": PROFILE,
        "name": dataset.code,
        "id": dataset_id(dataset.code),
        "title": dataset.title,
        "description": dataset.summary,
        "version": str(version.number),
        "created": out_since(version).isoformat(),
        "homepage": page_of(dataset.code),
        "keywords": tags_of(dataset),
        "licenses": [{"title": settings.DATA_LICENCE, "path": settings.DATA_LICENCE_URL}],
        "contributors": [{"title": dataset.agency.name, "roles": ["publisher"]}],
        "resources": [_resource(version, form) for form in forms_of(version)],
    }


def _resource(version: Version, form: Form) -> Json:
    code, number = version.dataset.code, version.number
    told: Json = {
        "name": f"{code}-{number}-{form.key}",
        "path": download_of(code, number, form.key),
        "format": form.key,
        "mediatype": form.media,
    }
    check = version.check_in_force
    if form.key == "parquet" and check:
        size = check.summary.get("bytes")
        told |= {"hash": f"sha256:{check.table_digest}"} | ({"bytes": size} if size else {})
    if form.key == "csv":
        told |= {"type": "table", "encoding": "utf-8", "schema": _schema(version)}
    return told


def _schema(version: Version) -> Json:
    """Of the CSV as it goes out, not as it was sent: no marks for what is missing, points for decimals, ISO dates."""
    schema = as_schema(standard_of(version))
    there = {one.name for one in columns_of(version)}
    schema |= {"missingValues": [""], "fieldsMatch": "exact"}
    schema["fields"] = [_as_written(field) for field in schema["fields"] if field["name"] in there]
    schema.pop("foreignKeys", None)
    if keys := [
        _foreign_key(one.key.fields, one.key.resource, one.key.reference_fields) for one in references_of(version)
    ]:
        schema["foreignKeys"] = keys
    return schema


_AS_SENT = ("missingValues", "decimalChar", "groupChar", "bareNumber", "trueValues", "falseValues")


def _as_written(field: Json) -> Json:
    return {**{key: value for key, value in field.items() if key not in _AS_SENT}, "format": "default"}


def _foreign_key(fields: tuple[str, ...], resource: str, there: tuple[str, ...]) -> Json:
    return {"fields": list(fields), "reference": {"resource": resource, "fields": list(there)}}
