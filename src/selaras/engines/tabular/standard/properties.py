"""Which property of the JSON form is which attribute; read and written by the same tables, so they cannot part."""

from __future__ import annotations

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
NAMESPACE = "sdi:"

FIELD_TEXTS = {
    "title": "title",
    "description": "description",
    "sdi:concept": "concept",
    "sdi:definition": "definition",
    "sdi:classification": "classification",
    "sdi:measure": "measure",
    "sdi:unit": "unit",
}
STANDARD_TEXTS = {
    "title": "title",
    "description": "description",
    "sdi:concept": "concept",
    "sdi:definition": "definition",
}
CONSTRAINTS = {
    "required": "required",
    "unique": "unique",
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
    "enum": "enum",
}
FIELD_OWN = {
    "name", "type", "format", "constraints", "missingValues", "decimalChar", "groupChar", "bareNumber", "trueValues",
    "falseValues", "sdi:codeSystem", "sdi:severity", *FIELD_TEXTS,
}  # fmt: skip
SCHEMA_OWN = {
    "fields", "fieldsMatch", "missingValues", "primaryKey", "uniqueKeys", "foreignKeys", "sdi:rules", "name",
    *STANDARD_TEXTS,
}  # fmt: skip
