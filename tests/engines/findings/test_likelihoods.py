"""KEV and EPSS: what is used already, and what is likely to be."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from selaras.engines.findings import Finding, Severity, UnknownFormat, read_likelihoods, read_report

EPSS = (
    b"#model_version:v2025.03.14,score_date:2025-08-25T00:00:00+0000\ncve,epss,percentile\n"
    b"CVE-2021-44228,0.94358,0.99957\nCVE-1999-0001,0.01025,0.76364\nrusak,x,y\nCVE-2000-0001,nan,1\nCVE-2000-0002,7,1\n"
)
KEV = json.dumps(
    {"catalogVersion": "2025.08.25", "vulnerabilities": [{"cveID": "CVE-2019-0708", "dateAdded": "2021-11-03"}]}
).encode()
KEV_CSV = b'cveID,vendorProject,dateAdded\nCVE-2019-0708,Microsoft,2021-11-03\n"CVE-2020-0001","a, b",2022-01-01\n'


@pytest.mark.parametrize("content", [EPSS, gzip.compress(EPSS, mtime=0), EPSS.partition(b"\n")[2]])
def test_epss(content: bytes) -> None:
    assert read_likelihoods(content).predicted == {"CVE-2021-44228": 0.94358, "CVE-1999-0001": 0.01025}


@pytest.mark.parametrize(("content", "amount"), [(KEV, 1), (KEV_CSV, 2)])
def test_kev(content: bytes, amount: int) -> None:
    known = read_likelihoods(content)
    assert (known.exploited["CVE-2019-0708"], len(known.exploited)) == ("2021-11-03", amount)


@pytest.mark.parametrize(
    ("cves", "chance"),
    [
        (("CVE-2019-0708",), 1.0),
        (("CVE-1999-0001", "CVE-2021-44228"), 0.94358),
        (("CVE-1999-0001", "CVE-2019-0708"), 1.0),
        (("CVE-2024-9999",), None),
        ((), None),
    ],
)
def test_the_chance_of_a_finding(cves: tuple[str, ...], chance: float | None) -> None:
    both = read_likelihoods(EPSS).joined(read_likelihoods(KEV))
    assert both.of(Finding("nuclei", "x", "x", Severity.HIGH, cves=cves)) == chance


def test_a_newer_list_replaces_the_older() -> None:
    both = read_likelihoods(EPSS).joined(read_likelihoods(b"cve,epss,percentile\nCVE-2024-1111,0.5,0.9\n"))
    assert both.predicted == {"CVE-2024-1111": 0.5}


@pytest.mark.parametrize(
    ("content", "at"),
    [
        (EPSS, "2025-08-25T00:00:00+0000"),
        (EPSS.partition(b"\n")[2], ""),
        (EPSS.replace(b"2025-08-25T00:00:00+0000", b"kemarin"), ""),
        (b'{"catalogVersion": "x", "dateReleased": "2025-08-26T17:04:19.9796Z", "vulnerabilities": []}',
         "2025-08-26T17:04:19.9796Z"),
        (KEV, "2025-08-25"),  # from its version
        (KEV.replace(b"2025.08.25", b"terbaru"), "2021-11-03"),  # from its newest entry
        (KEV_CSV, "2022-01-01"),
        (b"cveID,dateAdded\n", ""),
    ],
)  # fmt: skip
def test_when_an_edition_was_made(content: bytes, at: str) -> None:
    known = read_likelihoods(content)
    assert (known.exploited_at or known.predicted_at) == at


@pytest.mark.parametrize("content", [EPSS, KEV, KEV_CSV])
def test_a_list_is_no_report(content: bytes) -> None:
    report = read_report(content)
    assert (report.findings, report.hosts) == ((), ())
    assert report.listed > 0
    assert "bukan laporan" in report.doubts[0]


def test_anything_else_is_refused() -> None:
    with pytest.raises(UnknownFormat, match="KEV"):
        read_likelihoods(b'{"nama": 1}')


@pytest.mark.shared_data
def test_the_real_catalogue(shared_data: Path) -> None:
    with (shared_data / "exposure" / "kev" / "known_exploited_vulnerabilities.json").open("rb") as stream:
        known = read_likelihoods(stream)
    assert (len(known.exploited), known.exploited_version) == (1404, "2025.08.25")
    assert known.exploited["CVE-2025-48384"] == "2025-08-25"
