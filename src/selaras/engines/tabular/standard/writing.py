"""A standard as the JSON of a Data Package with one resource."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from selaras.engines.tabular.standard.model import CodeSystem, Constraints, CrossRule, Standard, StandardField
from selaras.engines.tabular.standard.properties import CONSTRAINTS, FIELD_TEXTS, PROFILE, STANDARD_TEXTS

Json = dict[str, Any]


def as_package(standard: Standard) -> Json:
    """A Data Package (version 2) that `read_standard` reads to an equal standard."""
    resource = {"name": standard.name, "path": f"{standard.name}.csv", "schema": as_schema(standard)}
    return {"$schema": PROFILE, "name": standard.name, "resources": [resource]}


def as_schema(standard: Standard) -> Json:
    """The Table Schema alone, with what Satu Data Indonesia adds under `sdi:`."""
    schema: Json = {key: getattr(standard, ours) for key, ours in STANDARD_TEXTS.items() if getattr(standard, ours)}
    schema |= {"fields": [_field(one) for one in standard.fields], "fieldsMatch": standard.fields_match}
    schema["missingValues"] = list(standard.missing_values)
    if standard.primary_key:
        schema["primaryKey"] = list(standard.primary_key)
    if standard.unique_keys:
        schema["uniqueKeys"] = [list(key) for key in standard.unique_keys]
    if standard.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": list(key.fields), "reference": {"resource": key.resource, "fields": list(key.reference_fields)}}
            for key in standard.foreign_keys
        ]
    if standard.rules:
        schema["sdi:rules"] = [_rule(rule) for rule in standard.rules]
    return {**schema, **standard.others}


def _field(one: StandardField) -> Json:
    found: Json = {"name": one.name, "type": one.type, "format": one.format}
    found |= {key: getattr(one, ours) for key, ours in FIELD_TEXTS.items() if getattr(one, ours)}
    plain = StandardField(one.name)
    written = {
        "missingValues": one.missing_values,
        "decimalChar": one.decimal,
        "groupChar": one.group,
        "bareNumber": None if one.bare_number else False,
        "trueValues": one.true_values if one.true_values != plain.true_values else None,
        "falseValues": one.false_values if one.false_values != plain.false_values else None,
        "constraints": _constraints(one.constraints) or None,
        "sdi:codeSystem": _code_system(one.code_system) if one.code_system else None,
        "sdi:severity": one.severity if one.severity != "error" else None,
    }
    found |= {
        key: list(value) if isinstance(value, tuple) else value for key, value in written.items() if value is not None
    }
    return {**found, **one.others}


def _constraints(held: Constraints) -> Json:
    keys = {ours: key for key, ours in CONSTRAINTS.items()}
    told = {keys[each.name]: getattr(held, each.name) for each in fields(held)}
    plain = {key: value for key, value in told.items() if value is not None and value is not False}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in plain.items()}


def _code_system(system: CodeSystem) -> Json:
    return {"name": system.name, "version": system.version} | ({"names": system.names} if system.names else {})


def _rule(rule: CrossRule) -> Json:
    found = {"name": rule.name, "expression": rule.expression}
    found |= {"message": rule.message} if rule.message else {}
    return found | ({"severity": rule.severity} if rule.severity != "error" else {})
