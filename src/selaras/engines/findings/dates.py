"""When a tool says it looked: seconds since 1970 and the worded dates of each tool, as ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from selaras.engines.findings.wording import plain

_FORMS = (
    "%a, %d %b %Y %H:%M:%S", "%a, %d %b %Y %H:%M:%S %z", "%a %b %d %H:%M:%S %Y", "%Y-%m-%d %H:%M:%S",
)  # fmt: skip

_ZONE = re.compile(r" [A-Z]{2,5} (?=\d{4}$)| (?:GMT|UTC|[A-Z]{3,4})$")  # a name says no offset that all agree on


def moment(value: Any) -> str:
    """ISO 8601 where the form is known, else the text as it stands; a zone that is not told is not invented."""
    text = plain(value, 60)
    if re.fullmatch(r"\d{9,10}(\.\d+)?", text):
        return datetime.fromtimestamp(int(float(text)), UTC).isoformat()
    if re.fullmatch(r"\d{12,13}", text):
        return datetime.fromtimestamp(int(text) // 1000, UTC).isoformat()
    unzoned = _ZONE.sub(" ", text)
    for form in _FORMS:
        try:
            return datetime.strptime(unzoned, form).isoformat()
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
