"""When a tool says it looked: seconds since 1970 and the worded dates of each tool, as ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from selaras.engines.findings.wording import plain

_FORMS = (
    "%a, %d %b %Y %H:%M:%S", "%a %b %d %H:%M:%S %Y", "%a, %d %b %Y %H:%M:%S %Z", "%a, %d %b %Y %H:%M:%S %z",
    "%a %b %d %H:%M:%S %Z %Y", "%a %b %d %H:%M:%S %Y %Z", "%b %d, %Y %H:%M:%S %p", "%d %b %Y %H:%M",
)  # fmt: skip


def moment(value: Any) -> str:
    """ISO 8601 where the form is known, else the text as it stands; a zone that is not told is not invented."""
    text = plain(value, 60)
    if re.fullmatch(r"\d{9,10}(\.\d+)?", text):
        return datetime.fromtimestamp(int(float(text)), UTC).isoformat()
    if re.fullmatch(r"\d{12,13}", text):
        return datetime.fromtimestamp(int(text) // 1000, UTC).isoformat()
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).isoformat()
        except ValueError:
            continue
    return text


def instant(text: str) -> datetime | None:
    """A moment that can be compared, from ISO 8601; without a zone it is taken as UTC. None for anything else."""
    try:
        told = datetime.fromisoformat(text)
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)
