"""Names of weaknesses that all tools share: CVE and CWE numbers, found wherever a tool writes them."""

from __future__ import annotations

import re
from typing import Any

from selaras.engines.findings.wording import LONG, plain

_CVE = re.compile(r"\bCVE-(\d{4})-(\d{4,7})\b", re.IGNORECASE)
_CWE = re.compile(r"\bCWE[-: ]{0,2}(\d{1,5})\b", re.IGNORECASE)


def cves_in(*values: Any) -> tuple[str, ...]:
    """Every CVE number, once, in the order met."""
    found = (f"CVE-{year}-{number}" for value in values for year, number in _CVE.findall(plain(value, LONG)))
    return tuple(dict.fromkeys(found))


def cwes_in(*values: Any) -> tuple[int, ...]:
    """Every CWE number above 0, once; a bare number counts, since several tools write only that."""
    numbers: list[int] = []
    for value in values:
        for one in value if isinstance(value, list) else [value]:
            text = plain(one, LONG)
            numbers += [int(text)] if text.isdecimal() and len(text) < 6 else [int(each) for each in _CWE.findall(text)]
    return tuple(number for number in dict.fromkeys(numbers) if number > 0)
