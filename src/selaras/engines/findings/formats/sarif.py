"""SARIF 2.1 (OASIS, 2020): one finding per result of every run.

Set aside are results that a person suppressed (a suppression without a state counts as accepted, section 3.35.3),
results of the kinds `pass` and `notApplicable`, and those a baseline calls absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import Address
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.errors import UnknownFormat
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.formats.sarif_rules import Rules
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Severity
from selaras.engines.findings.severities import by_score, by_word, score_of
from selaras.engines.findings.wording import LONG, plain, prose


def is_sarif(value: Any) -> bool:
    if not isinstance(value, dict) or "runs" not in value:
        return False
    return isinstance(value["runs"], list) or (value["runs"] is None and "version" in value)


def read_sarif(values: Iterator[Any]) -> Draft:
    draft = Draft("sarif", "")
    tools: dict[str, None] = {}
    for value in values:
        log = fields(value, "SARIF")
        if (version := first_text(log, "version")).startswith("1."):
            raise UnknownFormat(
                f"Ini SARIF versi {version}; yang dapat dibaca versi 2.1.0. Tulis ulang dalam versi itu."
            )
        for run in objects(log.get("runs"), "runs"):
            driver = fields(fields(run.get("tool"), "tool").get("driver"), "driver")
            tools[draft.looked_at(first_text(driver, "name"))] = None
            draft.version = draft.version or first_text(driver, "semanticVersion", "version")
            _invocations(draft, run, first_text(driver, "name"))
            rules = Rules(run)
            for result in objects(run.get("results"), "results"):
                _result(draft, rules, result, first_text(driver, "name"))
    draft.tool = ", ".join(filter(None, tools))
    return draft


def _invocations(draft: Draft, run: Fields, tool: str) -> None:
    for call in objects(run.get("invocations"), "invocations"):
        draft.scanned_at = draft.scanned_at or moment(call.get("startTimeUtc"))
        if call.get("executionSuccessful") is False:
            draft.doubt(f"Pemeriksaan oleh {tool or 'alat ini'} tidak selesai; yang belum diperiksa tidak ada di sini.")


def _result(draft: Draft, rules: Rules, result: Fields, tool: str) -> None:
    name, rule = rules.of(result)
    message = rules.message(rule, fields(result.get("message"), "message"))
    properties = fields(rule.get("properties"), "properties")
    short = first_text(fields(rule.get("shortDescription"), "shortDescription"), "text")
    place, address = _place(draft, rules, result)
    score = score_of(properties.get("security-severity")) or score_of(
        fields(result.get("properties"), "properties").get("security-severity")
    )
    draft.finding(
        name,
        short or first_text(rule, "name") or message.partition("\n")[0],
        severity=_severity(result, rule, score),
        cves=cves_in(name, message, short),
        cwes=cwes_in(*_tags(properties, result), *_related(rule)),
        score=score,
        host=address.host,
        port=address.port,
        place=place,
        target=tool,
        description=prose(fields(rule.get("fullDescription"), "fullDescription").get("text")),
        remedy=prose(fields(rule.get("help"), "help").get("text")),
        evidence=message,
        status=_status(result),
        mark=_fingerprint(result),
    )


def _tags(properties: Fields, result: Fields) -> list[str]:
    tags = properties.get("tags")
    named = [plain(tag).replace("external/cwe/", "") for tag in tags] if isinstance(tags, list) else []
    taxa = [first_text(taxon, "id") for taxon in objects(result.get("taxa"), "taxa") if "CWE" in str(taxon)]
    return [tag for tag in named if tag.upper().startswith("CWE")] + taxa + [plain(properties.get("cwe"))]


def _related(rule: Fields) -> list[str]:
    """The weaknesses of CWE that a rule says it is related to (3.49.13)."""
    related = objects(rule.get("relationships"), "relationships")
    targets = [fields(one.get("target"), "target") for one in related]
    return [
        first_text(target, "id")
        for target in targets
        if first_text(fields(target.get("toolComponent"), "toolComponent"), "name").upper() == "CWE"
    ]


def _severity(result: Fields, rule: Fields, score: float | None) -> Severity:
    if score:
        return by_score(score)
    if first_text(result, "kind") in ("informational", "review", "open"):
        return Severity.INFO
    default = fields(rule.get("defaultConfiguration"), "defaultConfiguration").get("level")
    return by_word(result.get("level") or default or "warning")


def _place(draft: Draft, rules: Rules, result: Fields) -> tuple[str, Address]:
    for location in objects(result.get("locations"), "locations"):
        physical = fields(location.get("physicalLocation"), "physicalLocation")
        uri = rules.uri(fields(physical.get("artifactLocation"), "artifactLocation"))
        line = first_text(fields(physical.get("region"), "region"), "startLine")
        if uri.startswith(("http://", "https://")):
            return uri, draft.site(uri)
        if uri:
            return ":".join(filter(None, (uri, line))), Address()
        for logical in objects(location.get("logicalLocations"), "logicalLocations"):
            if named := first_text(logical, "fullyQualifiedName", "name", limit=2_000):
                return named, Address()
    return "", Address()


def _status(result: Fields) -> str:
    suppressions = objects(result.get("suppressions"), "suppressions")
    states = [first_text(one, "status", "state") or "accepted" for one in suppressions]  # `state` in the drafts
    if states and set(states) == {"accepted"}:
        return "suppressed"
    kind = first_text(result, "kind")
    if kind in ("pass", "notApplicable"):
        return {"pass": "passed"}.get(kind, "not_affected")
    return "absent" if result.get("baselineState") == "absent" else "open"


def _fingerprint(result: Fields) -> str:
    for name in ("fingerprints", "partialFingerprints"):
        known = fields(result.get(name), name)
        if known:
            return plain([f"{key}={plain(value)}" for key, value in sorted(known.items())], LONG)
    return ""
