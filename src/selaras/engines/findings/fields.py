"""Reading JSON objects that may hold anything: a list or an object where one is due, or a refusal that names it."""

from __future__ import annotations

import re
from typing import Any

from selaras.engines.findings.errors import Damaged
from selaras.engines.findings.wording import SHORT, plain

Fields = dict[str, Any]


def fields(value: Any, what: str = "isi") -> Fields:
    """An object; nothing gives an empty one, anything else raises Damaged."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _wrong(what, "objek")
    return value


def rows(value: Any, what: str) -> list[Any]:
    """A list; nothing gives an empty one, a lone object a list of it, anything else raises Damaged."""
    if value is None:
        return []
    if isinstance(value, dict):
        return [value]
    if not isinstance(value, list):
        raise _wrong(what, "daftar")
    return value


def objects(value: Any, what: str) -> list[Fields]:
    """A list of objects; what is neither raises Damaged."""
    return [fields(one, what) for one in rows(value, what) if one is not None]


def first_text(source: Fields, *names: str, limit: int = SHORT) -> str:
    """The text under the first of these names that holds any."""
    return next(filter(None, (plain(source.get(name), limit) for name in names)), "")


def one_spelling(source: Fields) -> Fields:
    """The same object with its names in small letters, without `-` and `_`: `matched-at` and `matchedAt` are one."""
    return {re.sub(r"[-_]", "", name).lower(): value for name, value in source.items()}


def _wrong(what: str, due: str) -> Damaged:
    return Damaged(f"Bagian “{what}” seharusnya berupa {due}. Laporan ini rusak atau bukan dari alat itu; buat ulang.")
