"""A table checked row by row in plain Python, sharing no code with the engine: what every fault must agree with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

Found = set[tuple[int, str, str]]
Value = Any
_GROUPED = {
    ".": r"[+-]?(\d{1,3}(\.\d{3})+|\d+)",
    ",": r"[+-]?(\d{1,3}(,\d{3})+|\d+)",
    "": r"[+-]?\d+",
}


def check(
    schema: Mapping[str, Any], rows: Sequence[Sequence[str]], references: Mapping[str, set[tuple[str, ...]]]
) -> Found:
    """Row (counted from 2, under the header), column and rule of every fault of rows as a CSV reader gives them."""
    fields = schema["fields"]
    found: Found = set()
    whole: list[tuple[int, dict[str, Value]]] = []
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) < len(fields) or any(cell.strip() for cell in cells[len(fields) :]):
            found.add((number, "", "ragged"))
            continue
        values: dict[str, Value] = {}
        for field, cell in zip(fields, cells, strict=False):
            values[field["name"]] = _cell(schema, field, cell, number, found)
        whole.append((number, values))
        _rules(schema, values, number, found)
    _keys(schema, whole, found)
    _pointers(schema, whole, references, found)
    return found


def _cell(schema: Mapping[str, Any], field: Mapping[str, Any], cell: str, number: int, found: Found) -> Value:
    name, held, text = field["name"], field.get("constraints", {}), cell.strip()
    markers = {marker.strip() for marker in field.get("missingValues", schema.get("missingValues", [""]))}
    if not text or text in markers:
        if held.get("required") or name in schema.get("primaryKey", []):
            found.add((number, name, "required"))
        return None
    value = _typed(field, text)
    if value is None:
        found.add((number, name, "type"))
        return None
    for rule, broken in _limits(field["type"], held, value).items():
        if broken:
            found.add((number, name, rule))
    return value


def _typed(field: Mapping[str, Any], text: str) -> Value:
    kind = field["type"]
    if kind in ("integer", "number"):
        return _number(field, text)
    if kind == "date":
        return _date(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    if kind == "year":
        return int(text) if re.fullmatch(r"\d{4}", text) else None
    if kind == "yearmonth":
        return text if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text) else None
    if kind == "boolean":
        return {"true": True, "True": True, "TRUE": True, "1": True}.get(
            text, False if text in ("false", "False", "FALSE", "0") else None
        )
    return text


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(field: Mapping[str, Any], text: str) -> Value:
    decimal, group = field.get("decimalChar", "."), field.get("groupChar", "")
    whole = field["type"] == "integer"
    loose = r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?"
    if not whole and decimal == "." and group != "." and re.fullmatch(loose, text):
        return float(text) if abs(float(text)) != float("inf") else None
    tail = "" if whole else rf"({re.escape(decimal)}\d+)?"
    if not re.fullmatch(_GROUPED[group] + tail, text):
        return None
    plain = text.replace(group, "").replace(decimal, ".")
    if not whole:
        return float(plain) if abs(float(plain)) != float("inf") else None
    return int(plain) if -(2**63) <= int(plain) < 2**63 else None


def _limits(kind: str, held: Mapping[str, Any], value: Value) -> dict[str, bool]:
    def bound(name: str) -> Value:
        written = held[name]
        return date.fromisoformat(written) if kind == "date" else written

    compared = {
        "minimum": lambda: value < bound("minimum"),
        "maximum": lambda: value > bound("maximum"),
        "exclusiveMinimum": lambda: value <= bound("exclusiveMinimum"),
        "exclusiveMaximum": lambda: value >= bound("exclusiveMaximum"),
        "minLength": lambda: len(value) < held["minLength"],
        "maxLength": lambda: len(value) > held["maxLength"],
        "pattern": lambda: not re.fullmatch(held["pattern"], value),
        "enum": lambda: value not in held["enum"],
    }
    return {name: broken() for name, broken in compared.items() if name in held}


def _rules(schema: Mapping[str, Any], values: Mapping[str, Value], number: int, found: Found) -> None:
    for rule in schema.get("sdi:rules", []):
        if rule["holds"](values) is False:
            found.add((number, rule["shown"], rule["name"]))


def _keys(schema: Mapping[str, Any], rows: Sequence[tuple[int, dict[str, Value]]], found: Found) -> None:
    keys = [("unique", (field["name"],)) for field in schema["fields"] if field.get("constraints", {}).get("unique")]
    keys += [("primaryKey", tuple(schema["primaryKey"]))] if schema.get("primaryKey") else []
    keys += [("uniqueKeys", tuple(key)) for key in schema.get("uniqueKeys", [])]
    for rule, columns in keys:
        seen: set[tuple[Value, ...]] = set()
        for number, values in rows:
            key = tuple(values[name] for name in columns)
            if None in key:
                continue
            if key in seen:
                found.add((number, columns[0], rule))
            seen.add(key)


def _pointers(
    schema: Mapping[str, Any],
    rows: Sequence[tuple[int, dict[str, Value]]],
    references: Mapping[str, set[tuple[str, ...]]],
    found: Found,
) -> None:
    for foreign in schema.get("foreignKeys", []):
        names, target = foreign["fields"], foreign["reference"]
        known = references.get(target["resource"]) or {
            tuple(values[name] for name in target["fields"]) for _, values in rows
        }
        for number, values in rows:
            key = tuple(values[name] for name in names)
            if None not in key and key not in known:
                found.add((number, names[0], "foreignKey"))
