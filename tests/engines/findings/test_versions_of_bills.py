"""What other versions and options write of code and its parts: SARIF and CycloneDX, from their published forms."""

from __future__ import annotations

import json
from typing import Any

import pytest

from selaras.engines.findings import Report, UnknownFormat, read_report
from tests.engines.findings import reports


def read(content: bytes | list[Any] | dict[str, Any]) -> Report:
    return read_report(content if isinstance(content, bytes) else json.dumps(content).encode())


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


# SARIF


def sarif(result: dict[str, Any], **run: Any) -> Report:
    driver = {"name": "T", "rules": [{"id": "r"}]}
    return read({"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": [result], **run}]})


@pytest.mark.parametrize(
    ("suppressions", "status"),
    [
        ([{"kind": "external", "status": "accepted"}], "suppressed"),
        ([{"kind": "external", "status": "underReview"}], "open"),
        ([{"kind": "external", "status": "rejected"}], "open"),
        ([{"kind": "inSource"}, {"kind": "external", "status": "underReview"}], "open"),
        ([{"kind": "inSource", "status": None}], "suppressed"),
        (None, "open"),
    ],
)
def test_the_status_of_a_suppression(suppressions: Any, status: str) -> None:
    report = sarif({"ruleId": "r", "message": {"text": "m"}, "suppressions": suppressions})
    assert [one.status for one in (*report.findings, *report.set_aside)] == [status]


def test_a_place_may_be_a_number_among_the_artifacts() -> None:
    place = {"physicalLocation": {"artifactLocation": {"index": 1}, "region": {"startLine": 4}}}
    files = [{"location": {"uri": "a.c"}}, {"location": {"uri": "b.c"}}]
    report = sarif({"ruleId": "r", "message": {"text": "m"}, "locations": [place]}, artifacts=files)
    assert report.findings[0].place == "b.c:4"


@pytest.mark.parametrize("named", [{"guid": "g"}, {"name": "E"}, {"index": 1}])
def test_a_rule_of_an_extension(named: dict[str, Any]) -> None:
    known = [{"name": "D", "rules": [{"id": "d"}]}, {"name": "E", "guid": "g", "rules": [{"id": "e"}]}]
    tool = {"driver": {"name": "T", "rules": [{"id": "r"}]}, "extensions": known}
    report = sarif({"rule": {"index": 0, "toolComponent": named}, "message": {"text": "m"}}, tool=tool)
    assert rules(report) == ["e"]


def test_a_rule_names_its_weakness_by_a_relationship() -> None:
    related = [{"target": {"id": "79", "toolComponent": {"name": "CWE"}}}, {"target": {"id": "7", "index": 0}}]
    tool = {"driver": {"name": "T", "rules": [{"id": "r", "relationships": related}]}}
    assert sarif({"ruleId": "r", "message": {"text": "m"}}, tool=tool).findings[0].cwes == (79,)


def test_a_run_that_failed_says_so() -> None:
    report = sarif(
        {"ruleId": "r", "message": {"text": "m"}}, results=None, invocations=[{"executionSuccessful": False}]
    )
    assert (report.findings, "tidak selesai" in report.doubts[0]) == ((), True)


def test_no_runs() -> None:
    assert read({"version": "2.1.0", "runs": None}).format == "sarif"


def test_sarif_1_is_told_apart() -> None:
    with pytest.raises(UnknownFormat, match=r"2\.1\.0"):
        read({"version": "1.0.0", "runs": [{"tool": {"name": "T"}, "results": [{"message": "m"}]}]})


# CycloneDX


@pytest.mark.parametrize(
    ("reference", "component"),
    [("root", "simpeg"), ("urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg%3Aa", "a"), ("urn:cdx:x/1#pkg%3Aa", "a"),
     ("lain", "lain")],
)  # fmt: skip
def test_what_a_vulnerability_affects(reference: str, component: str) -> None:
    bill = reports.cyclonedx(
        {"id": "CVE-2021-1000", "affects": [{"ref": reference}]},
        metadata={"component": {"bom-ref": "root", "name": "simpeg"}},
        components=[{"bom-ref": "pkg:a", "name": "a"}],
    )
    report = read(bill)
    assert ([one.component for one in report.findings], len(report.components)) == ([component], 1)


def test_the_services_of_a_bill_in_xml() -> None:
    bill = (
        b'<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><services><service bom-ref="s"><name>api</name><services>'
        b'<service bom-ref="u"><name>data</name></service></services></service></services><dependencies>'
        b'<dependency ref="s"><dependency ref="u"/></dependency><dependency ref="u"/></dependencies></bom>'
    )
    model = read(bill).model
    assert model
    assert [one.name for one in model.systems] == ["api", "data"]
    assert [(one.source, one.target) for one in model.links] == [("s", "u")]
