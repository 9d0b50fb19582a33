"""A standard from JSON: a Table Schema, or a Data Package whose resource holds one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

from selaras.engines.tabular.standard.errors import BadStandard
from selaras.engines.tabular.standard.field_reading import read_field, severity, text, texts
from selaras.engines.tabular.standard.model import (
    CrossRule,
    FieldsMatch,
    ForeignKey,
    Standard,
)
from selaras.engines.tabular.standard.properties import SCHEMA_OWN, STANDARD_TEXTS
from selaras.engines.tabular.standard.verifying import verify

Json = Mapping[str, Any]


def read_standard(source: bytes | str | Json, resource: str = "") -> Standard:
    """The standard a JSON text (or its parsed object) describes; every reference in it is verified.

    `resource` chooses among the resources of a Data Package; one with a single schema needs none. Raises `BadStandard`
    whose sentence names the place. Properties that mean nothing here are kept in `others`.

    >>> read_standard('{"fields": [{"name": "kode", "constraints": {"required": true}}]}').fields[0].name
    'kode'
    """
    described = _parsed(source)
    name = text(described, "name", "standar") or "standar"
    schema = described
    if "fields" not in described and "resources" in described:
        found = _resource(described, resource)
        name = text(found, "name", "sumber") or name
        schema = {**{key: found[key] for key in STANDARD_TEXTS if key in found}, **found["schema"]}
    standard = _standard(name, schema)
    verify(standard)
    return standard


def _parsed(source: bytes | str | Json) -> Json:
    if isinstance(source, Mapping):
        return source
    try:
        found = json.loads(source)
    except (ValueError, RecursionError) as wrong:
        raise BadStandard(f"Berkas standar bukan JSON yang utuh: {wrong}. Simpan ulang, lalu coba lagi.") from wrong
    if not isinstance(found, dict):
        raise BadStandard("Berkas standar harus berupa satu objek JSON yang memuat “fields”.")
    return found


def _resource(package: Json, wanted: str) -> Json:
    held = package["resources"] if isinstance(package["resources"], list) else []
    found = [each for each in held if isinstance(each, dict) and isinstance(each.get("schema"), dict)]
    if wanted:
        found = [each for each in found if each.get("name") == wanted]
    if len(found) != 1:
        names = ", ".join(str(each.get("name", "?")) for each in held if isinstance(each, dict)) or "tidak ada"
        raise BadStandard(f"Pilih satu sumber yang memuat skema. Sumber di berkas ini: {names}.")
    return cast(Json, found[0])


def _standard(name: str, schema: Json) -> Standard:
    fields = schema.get("fields")
    if not isinstance(fields, list) or not fields:
        raise BadStandard("Standar harus memuat “fields”, daftar kolom yang tidak kosong.")
    read = tuple(read_field(each, place) for place, each in enumerate(fields, start=1))
    return Standard(
        name,
        read,
        fields_match=_fields_match(schema),
        missing_values=_texts(schema.get("missingValues", [""]), "missingValues"),
        primary_key=_texts(schema.get("primaryKey", []), "primaryKey"),
        unique_keys=tuple(_texts(key, "uniqueKeys") for key in _listed(schema, "uniqueKeys")),
        foreign_keys=tuple(_foreign_key(each) for each in _listed(schema, "foreignKeys")),
        rules=tuple(_rule(each, place) for place, each in enumerate(_listed(schema, "sdi:rules"), start=1)),
        others={key: value for key, value in schema.items() if key not in SCHEMA_OWN},
        **{ours: text(schema, key, "standar") for key, ours in STANDARD_TEXTS.items()},
    )


def _fields_match(schema: Json) -> FieldsMatch:
    found = schema.get("fieldsMatch", "exact")
    found = found[0] if isinstance(found, list) and len(found) == 1 else found  # a list in the draft of version 2
    if found not in get_args(FieldsMatch):
        raise BadStandard(f"“fieldsMatch” harus salah satu dari: {', '.join(get_args(FieldsMatch))}.")
    return cast(FieldsMatch, found)


def _texts(found: Any, key: str) -> tuple[str, ...]:
    return texts([found] if isinstance(found, str) else found, key, "standar")  # a key of one column may be bare


def _listed(schema: Json, key: str) -> Sequence[Any]:
    found = schema.get(key, [])
    if not isinstance(found, list):
        raise BadStandard(f"“{key}” harus berupa daftar.")
    return found


def _foreign_key(found: Any) -> ForeignKey:
    reference = found.get("reference") if isinstance(found, dict) else None
    if not isinstance(reference, dict):
        raise BadStandard("Tiap “foreignKeys” harus memuat “fields” dan “reference”.")
    ours = _texts(found.get("fields", []), "foreignKeys.fields")
    theirs = _texts(reference.get("fields", []), "foreignKeys.reference.fields")
    if not ours or len(ours) != len(theirs):
        raise BadStandard("Pada “foreignKeys”, jumlah kolom dan jumlah kolom acuannya harus sama.")
    return ForeignKey(ours, text(reference, "resource", "foreignKeys.reference"), theirs)


def _rule(found: Any, place: int) -> CrossRule:
    where = f"aturan ke-{place}"
    if isinstance(found, str):
        found = {"expression": found}
    if not isinstance(found, dict) or not text(found, "expression", where):
        raise BadStandard(f"Pada {where}, “expression” belum ada.")
    name = text(found, "name", where) or f"aturan-{place}"
    return CrossRule(name, found["expression"], text(found, "message", where), severity(found, where))
