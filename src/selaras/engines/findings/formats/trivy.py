"""Trivy, in JSON: images, file systems, repositories, configuration, secrets, licences, clusters; all schema versions.

One finding per vulnerability of a package in a target, per failed misconfiguration, per secret, per licence. Checks
that passed or are excepted, vulnerabilities with the status `not_affected`, and findings that the user's own ignore
file modified are set aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.severities import by_word, score_of
from selaras.engines.findings.wording import LONG, plain, prose

_OF_CLUSTER = ("Resources", "Findings", "Vulnerabilities", "Misconfigurations")
_BARE_CLUSTER = {"SchemaVersion", "ReportID", "CreatedAt", "ClusterName"}
_PASSED = {"PASS": "passed", "EXCEPTION": "excepted"}
_SCORES = (("V40Score", "V40Vector"), ("V3Score", "V3Vector"), ("V2Score", "V2Vector"))


def is_trivy(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    results = value.get("Results")
    told = isinstance(results, list) and bool(results) and isinstance(results[0], dict) and "Target" in results[0]
    whole = told or ("SchemaVersion" in value and ("ArtifactName" in value or "Results" in value))
    cluster = "ClusterName" in value and bool(set(_OF_CLUSTER) & value.keys() or value.keys() <= _BARE_CLUSTER)
    return whole or cluster or ("Target" in value and bool({"Vulnerabilities", "Type", "Class"} & value.keys()))


def read_trivy(values: Iterator[Any]) -> Draft:
    draft = Draft("trivy", "Trivy")
    for value in values:
        report = fields(value, "laporan Trivy")
        draft.version = draft.version or first_text(fields(report.get("Trivy"), "Trivy"), "Version")
        draft.scanned_at = draft.scanned_at or moment(report.get("CreatedAt"))
        if "ClusterName" in report:
            _cluster(draft, report)
        elif "Target" in report:  # schema 1: an array of results without anything around it
            _result(draft, first_text(report, "Target"), report)
        else:
            _results(draft, first_text(report, "ArtifactName"), report)
    return draft


def _cluster(draft: Draft, report: Fields) -> None:
    for part in _OF_CLUSTER:
        for resource in objects(report.get(part), part):
            names = (first_text(resource, name) for name in ("Namespace", "Kind", "Name"))
            _results(draft, "/".join(filter(None, names)), resource)


def _results(draft: Draft, target: str, holder: Fields) -> None:
    draft.looked_at(target)
    for result in objects(holder.get("Results"), "Results"):
        _result(draft, target, result)


def _result(draft: Draft, target: str, result: Fields) -> None:
    draft.looked_at(target)
    place = first_text(result, "Target", limit=2_000)
    for told in objects(result.get("Vulnerabilities"), "Vulnerabilities"):
        _vulnerability(draft, target, place, told)
    for told in objects(result.get("Misconfigurations"), "Misconfigurations"):
        _misconfiguration(draft, target, place, told)
    for told in objects(result.get("Secrets"), "Secrets"):
        _secret(draft, target, place, told)
    for told in objects(result.get("Licenses"), "Licenses"):
        _licence(draft, target, place, told)
    for modified in objects(result.get("ExperimentalModifiedFindings"), "ExperimentalModifiedFindings"):
        told = fields(modified.get("Finding"), "Finding")
        add = next((add for sign, add in _KINDS if sign in told), _secret)
        add(draft, target, place, told, first_text(modified, "Status") or "ignored")


def _vulnerability(draft: Draft, target: str, place: str, told: Fields, status: str = "") -> None:
    name, package = first_text(told, "VulnerabilityID"), first_text(told, "PkgName")
    score, vector = _score(told)
    path = first_text(told, "PkgPath", limit=2_000)
    draft.finding(
        name,
        first_text(told, "Title") or f"{name} {package}".strip(),
        severity=by_word(told.get("Severity")),
        cves=cves_in(name),
        cwes=cwes_in(told.get("CweIDs")),
        score=score,
        vector=vector,
        target=target,
        place=f"{place} {path}".strip(),
        component=package,
        version=first_text(told, "InstalledVersion"),
        fixed_in=first_text(told, "FixedVersion"),
        description=prose(told.get("Description")),
        evidence=first_text(told, "PrimaryURL", limit=2_000),
        status=status or ("not_affected" if told.get("Status") == "not_affected" else "open"),
    )


def _score(told: Fields) -> tuple[float | None, str]:
    """The score of whoever gave the severity, else of the national database, else of anybody; the newest version."""
    judged = fields(told.get("CVSS"), "CVSS")
    order = dict.fromkeys([first_text(told, "SeveritySource"), "nvd", *judged])
    for source in order:
        scores = judged.get(source)
        for score, vector in _SCORES:
            if isinstance(scores, dict) and (found := score_of(scores.get(score))):
                return found, plain(scores.get(vector))
    return None, ""


def _misconfiguration(draft: Draft, target: str, place: str, told: Fields, status: str = "") -> None:
    cause = told.get("CauseMetadata")
    lines = f":{cause['StartLine']}" if isinstance(cause, dict) and isinstance(cause.get("StartLine"), int) else ""
    draft.finding(
        first_text(told, "ID", "AVDID"),
        told.get("Title"),
        severity=by_word(told.get("Severity")),
        target=target,
        place=place,
        description=prose(told.get("Description")),
        remedy=prose(told.get("Resolution")),
        evidence=f"{first_text(told, 'Message', limit=LONG)} {lines}".strip(),
        status=status or _PASSED.get(first_text(told, "Status"), "open"),
        mark=f"{place} {first_text(told, 'Message', limit=LONG)}",
    )


def _secret(draft: Draft, target: str, place: str, told: Fields, status: str = "") -> None:
    """What was found is not kept: a copied secret is one more place where it leaks."""
    draft.finding(
        first_text(told, "RuleID", "VulnerabilityID"),
        told.get("Title"),
        severity=by_word(told.get("Severity")),
        target=target,
        place=":".join(filter(None, (place, first_text(told, "StartLine")))),
        description=first_text(told, "Category"),
        status=status or "open",
    )


def _licence(draft: Draft, target: str, place: str, told: Fields, status: str = "") -> None:
    package = first_text(told, "PkgName", "FilePath")
    draft.finding(
        first_text(told, "Name"),
        f"Lisensi {first_text(told, 'Name')} ({first_text(told, 'Category')})",
        severity=by_word(told.get("Severity")),
        target=target,
        place=first_text(told, "FilePath", limit=2_000) or place,
        component=package,
        evidence=first_text(told, "Link", limit=2_000),
        status=status or "open",
    )


_KINDS = (("VulnerabilityID", _vulnerability), ("ID", _misconfiguration), ("RuleID", _secret), ("Name", _licence))
