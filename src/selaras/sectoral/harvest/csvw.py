"""CSV on the Web: what stands in the CSV of a version, column by column, for programs that read it without a person.

Metadata Vocabulary for Tabular Data, W3C Recommendation of 17 December 2015.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from selaras.engines.tabular.standard import Constraints, StandardField
from selaras.sectoral.harvest.addresses import download_of
from selaras.sectoral.harvest.columns import Reference, columns_of, references_of, standard_of
from selaras.sectoral.models import Version

Json = dict[str, Any]
_BASES = {
    "string": "string", "any": "string", "integer": "integer", "number": "double", "boolean": "boolean",
    "date": "date", "datetime": "dateTime", "year": "gYear", "yearmonth": "gYearMonth",
}  # fmt: skip
_ORDERED = {"integer", "double", "date", "dateTime", "gYear", "gYearMonth"}
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def csvw_of(version: Version) -> Json:
    """A group of the version's CSV and the tables that its foreign keys point into."""
    references = references_of(version)
    others = {one.target.pk: one.target for one in references if one.target and one.target.pk != version.pk}
    own = _table(version) | {"dc:title": version.dataset.title, "dc:description": version.dataset.summary}
    if references:
        own["tableSchema"]["foreignKeys"] = [_foreign_key(version, one) for one in references]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "id"}],
        "tables": [own, *map(_table, others.values())],
    }


def _table(version: Version) -> Json:
    standard, columns = standard_of(version), columns_of(version)
    schema: Json = {"columns": [_column(one, one.name in standard.primary_key) for one in columns]}
    if standard.primary_key and set(standard.primary_key) <= {one.name for one in columns}:
        schema["primaryKey"] = _names(standard.primary_key)
    return {"url": download_of(version.dataset.code, version.number, "csv"), "tableSchema": schema}


def _column(one: StandardField, in_key: bool) -> Json:
    told: Json = {
        "name": variable(one.name),
        "titles": one.name,
        "datatype": _datatype(one),
        "null": "",
        "required": one.constraints.required or in_key,
    }
    if one.definition or one.description:
        told["dc:description"] = one.definition or one.description
    if one.unit:
        told["schema:unitText"] = one.unit
    if one.concept:
        told["dc:subject"] = one.concept
    return told


def _datatype(one: StandardField) -> Json:
    base, held = _BASES[one.type], one.constraints
    told: Json = {"base": base}
    if base in _ORDERED:
        told |= _bounds(held)
    if base == "string":
        lengths = {"minLength": held.min_length, "maxLength": held.max_length, "format": held.pattern}
        told |= {key: value for key, value in lengths.items() if value is not None}
    return told


def _bounds(held: Constraints) -> Json:
    bounds = {
        "minimum": held.minimum,
        "maximum": held.maximum,
        "minExclusive": held.exclusive_minimum,
        "maxExclusive": held.exclusive_maximum,
    }
    return {key: value for key, value in bounds.items() if value is not None}


def _foreign_key(version: Version, one: Reference) -> Json:
    target = one.target or version
    reference = {
        "resource": download_of(target.dataset.code, target.number, "csv"),
        "columnReference": _names(one.key.reference_fields),
    }
    return {"columnReference": _names(one.key.fields), "reference": reference}


def _names(fields: Iterable[str]) -> list[str]:
    return [variable(one) for one in fields]


def variable(name: str) -> str:
    """The name as a variable of a URI template (RFC 6570), which does not begin with a low line."""
    coded = "".join(sign if sign in _PLAIN else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in name)
    return f"%5F{coded[1:]}" if coded.startswith("_") else coded
