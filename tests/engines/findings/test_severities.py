"""Words, scores and identifiers of all tools on one scale."""

from __future__ import annotations

import pytest

from selaras.engines.findings import Severity
from selaras.engines.findings.dates import instant, moment
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.severities import by_score, by_word, score_of


@pytest.mark.parametrize(
    ("word", "severity"),
    [
        ("Critical", Severity.CRITICAL), ("HIGH", Severity.HIGH), ("moderate", Severity.MEDIUM),
        (" low ", Severity.LOW),
        ("Informational", Severity.INFO), ("negligible", Severity.LOW), ("entah", Severity.UNKNOWN),
        ("", Severity.UNKNOWN), (None, Severity.UNKNOWN), (3, Severity.UNKNOWN), ("UNKNOWN", Severity.UNKNOWN),
    ],
)  # fmt: skip
def test_a_word(word: object, severity: Severity) -> None:
    assert by_word(word) is severity


@pytest.mark.parametrize(
    ("score", "severity"),
    [
        (None, Severity.UNKNOWN), (0.0, Severity.INFO), (0.1, Severity.LOW), (3.9, Severity.LOW),
        (4.0, Severity.MEDIUM),
        (6.9, Severity.MEDIUM), (7.0, Severity.HIGH), (8.9, Severity.HIGH), (9.0, Severity.CRITICAL),
        (10.0, Severity.CRITICAL),
    ],
)  # fmt: skip
def test_the_bands_of_cvss(score: float | None, severity: Severity) -> None:
    assert by_score(score) is severity


@pytest.mark.parametrize(
    ("value", "score"),
    [
        (7.5, 7.5), ("7.5", 7.5), ("9.8 (nvd)", 9.8), (10, 10.0), (0, 0.0), (11, None), (-1, None), (True, None),
        ("tinggi", None), (float("nan"), None), (float("inf"), None), ([], None), ("9" * 400, None),
    ],
)  # fmt: skip
def test_a_score(value: object, score: float | None) -> None:
    assert score_of(value) == score


def test_identifiers() -> None:
    assert cves_in("cve-2021-44228, CVE-2021-44228; CVE-2019-123 CAN-2002-0392") == ("CVE-2021-44228",)
    assert cwes_in(["CWE-79", "cwe: 89", 79, "0", "-1"], "external/cwe/cwe-022", None) == (79, 89, 22)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("1700000000", "2023-11-14T22:13:20+00:00"),
        (1700000000, "2023-11-14T22:13:20+00:00"),
        ("1700000000123", "2023-11-14T22:13:20+00:00"),
        ("Tue, 12 May 2020 20:57:30", "2020-05-12T20:57:30"),
        ("Sun, 28 Mar 2021 07:50:09 +0000", "2021-03-28T07:50:09+00:00"),
        ("Tue Mar  5 05:50:45 2013", "2013-03-05T05:50:45"),
        ("Tue May 05 10:00:00 WIB 2020", "2020-05-05T10:00:00"),
        ("2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z"),
        ("kemarin", "kemarin"),
        (None, ""),
    ],
)
def test_a_moment(told: object, expected: str) -> None:
    assert moment(told) == expected


def test_only_what_is_a_moment_can_be_compared() -> None:
    assert instant("kemarin") is None
    assert instant("2024-05-01T10:00:00") == instant("2024-05-01T17:00:00+07:00")
