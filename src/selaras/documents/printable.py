"""Text without the control signs that spreadsheets leave in cells: XML, and so DOCX and XLSX, cannot hold them."""

from __future__ import annotations

import re
from typing import Any

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]+")


def printable(value: Any) -> Any:
    """The value with every control sign in its texts, at any depth of lists and dictionaries, as a space.

    >>> printable({"title": "Talud\\x0bBarat", "cost": 5, "rows": ["a\\x00"]})
    {'title': 'Talud Barat', 'cost': 5, 'rows': ['a ']}
    """
    if isinstance(value, str):
        return _CONTROL.sub(" ", value)
    if isinstance(value, dict):
        return {key: printable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(printable(inner) for inner in value)
    return value
