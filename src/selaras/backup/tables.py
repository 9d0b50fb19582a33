"""Which tables a backup holds, and how a row becomes a line of JSON and comes back."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps.registry import Apps
from django.db import connection
from django.db.models import BinaryField, Field, FileField, JSONField, Model

# Django fills these itself; sessions are not worth keeping, whoever restores signs in again.
_LEFT_OUT = frozenset({"contenttypes", "sessions"})
_SESSIONS = "Session"


def tables(apps: Apps) -> list[type[Model]]:
    """Every table of the installed apps with rows of its own, tables between many and many too, by name."""
    models = apps.get_models(include_auto_created=True)
    kept = (
        model
        for model in models
        if model._meta.managed
        and not model._meta.proxy
        and model._meta.app_label not in _LEFT_OUT
        and model.__name__ != _SESSIONS
        and not _is_permission(model)
    )
    return sorted(kept, key=lambda model: model._meta.label_lower)


def _is_permission(model: type[Model]) -> bool:
    """Django's own permissions, made anew by migrate and used by nothing here."""
    return model._meta.label_lower.startswith("auth.") or model._meta.label_lower.endswith(
        ("_user_permissions", "_groups")
    )


def columns(model: type[Model]) -> list[Field[Any, Any]]:
    return list(model._meta.concrete_fields)


def lines(model: type[Model]) -> Iterator[bytes]:
    """One line a row, in the order of the primary key: a list of values in the order of the columns."""
    names = [field.attname for field in columns(model)]
    rows = model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=2000)
    for row in rows:
        yield _canonical([_told(value) for value in row]) + b"\n"


def _canonical(row: list[Any]) -> bytes:
    """One way of writing it: PostgreSQL keeps the keys of JSON in an order of its own."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _told(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    return value


def row_of(fields: list[Field[Any, Any]], line: bytes) -> list[Any]:
    """The values of a line as the database of this office takes them."""
    return [_stored(field, value) for field, value in zip(fields, json.loads(line), strict=True)]


def _stored(field: Field[Any, Any], value: Any) -> Any:
    if value is None and not isinstance(field, JSONField):
        return None
    if isinstance(field, BinaryField):
        value = base64.b64decode(value)
    elif not isinstance(field, JSONField | FileField):
        value = field.to_python(value)
    return field.get_db_prep_save(value, connection)


def files_named(models: list[type[Model]]) -> Iterator[str]:
    """Every file that a row points to, each once."""
    told: set[str] = set()
    for model in models:
        for field in columns(model):
            if isinstance(field, FileField):
                for name in model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True):
                    if name and name not in told:
                        told.add(name)
                        yield name
