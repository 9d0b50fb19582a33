"""Text of a file made safe to keep: no control characters, no half characters, bounded in length."""

from __future__ import annotations

import re
from typing import Any

SHORT, LONG = 300, 4_000
# Nothing below the blank but tab and line ends; PostgreSQL takes no NUL, UTF-8 no lone half of a pair.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_BLANKS = re.compile(r"[ \t]*\n\s*")


def plain(value: Any, limit: int = SHORT) -> str:
    """A leaf of a file as text: numbers as written, lists joined by commas, whatever else as nothing."""
    if isinstance(value, str):
        text = value
    elif isinstance(value, bool | int | float):
        text = str(value)
    elif isinstance(value, list | tuple):
        text = ", ".join(filter(None, (plain(one, limit) for one in value[:50] if not isinstance(one, list | tuple))))
    else:
        return ""
    cut = _UNFIT.sub("", text[: limit * 2]).strip()
    return cut if len(cut) <= limit else cut[: limit - 1].rstrip() + "…"


def prose(value: Any, limit: int = LONG) -> str:
    """A description: without the marks of HTML, one line end where there were many."""
    return _BLANKS.sub("\n", _TAG.sub("", plain(value, limit * 2)))[:limit].strip()
