"""The words, numbers and scores of each tool, as one scale."""

from __future__ import annotations

import math
import re
from typing import Any

from selaras.engines.findings.model import Severity

_WORDS = {
    "critical": Severity.CRITICAL,
    "urgent": Severity.CRITICAL,
    "fatal": Severity.CRITICAL,
    "high": Severity.HIGH,
    "important": Severity.HIGH,
    "error": Severity.HIGH,
    "severe": Severity.HIGH,
    "medium": Severity.MEDIUM,
    "moderate": Severity.MEDIUM,
    "warning": Severity.MEDIUM,
    "warn": Severity.MEDIUM,
    "low": Severity.LOW,
    "minor": Severity.LOW,
    "note": Severity.LOW,
    "negligible": Severity.LOW,
    "info": Severity.INFO,
    "information": Severity.INFO,
    "informational": Severity.INFO,
    "log": Severity.INFO,
    "debug": Severity.INFO,
    "none": Severity.INFO,
    "ok": Severity.INFO,
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def by_word(value: Any) -> Severity:
    """The severity a tool's word stands for; UNKNOWN for a word that is none, or no word."""
    return _WORDS.get(value.strip().lower(), Severity.UNKNOWN) if isinstance(value, str) else Severity.UNKNOWN


def by_score(score: float | None) -> Severity:
    """The bands of CVSS 3 and 4 (specification 3.1, table 14): 9.0, 7.0, 4.0, 0.1."""
    if score is None:
        return Severity.UNKNOWN
    bands = ((9.0, Severity.CRITICAL), (7.0, Severity.HIGH), (4.0, Severity.MEDIUM), (0.1, Severity.LOW))
    return next((severity for least, severity in bands if score >= least), Severity.INFO)


def score_of(value: Any) -> float | None:
    """A CVSS score between 0 and 10, from a number or from text that begins with one; None where there is none."""
    if isinstance(value, str):
        found = _NUMBER.match(value.strip())
        value = float(found.group()) if found and len(found.group()) < 20 else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return round(float(value), 1) if 0 <= value <= 10 else None
