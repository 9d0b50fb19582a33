"""SARIF 2.1 (OASIS, 2020): one finding per result of every run.

Set aside are results that a person suppressed (a suppression without a state counts as accepted, section 3.35.3),
results of the kinds `pass` and `notApplicable`, and those a baseline calls absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from selaras.engines.findings.addresses import Address
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Severity
from selaras.engines.findings.severities import by_score, by_word, score_of
from selaras.engines.findings.wording import LONG, plain, prose

T = TypeVar("T")


def is_sarif(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("runs"), list)


def read_sarif(values: Iterator[Any]) -> Draft:
    draft = Draft("sarif", "")
    tools: dict[str, None] = {}
    for value in values:
        for run in objects(fields(value, "SARIF").get("runs"), "runs"):
            driver = fields(fields(run.get("tool"), "tool").get("driver"), "driver")
            tools[draft.looked_at(first_text(driver, "name"))] = None
            draft.version = draft.version or first_text(driver, "semanticVersion", "version")
            for call in objects(run.get("invocations"), "invocations"):
                draft.scanned_at = draft.scanned_at or moment(call.get("startTimeUtc"))
            rules = _Rules(run)
            for result in objects(run.get("results"), "results"):
                _result(draft, rules, result, first_text(driver, "name"))
    draft.tool = ", ".join(filter(None, tools))
    return draft


class _Rules:
    """The rules of a run: of the tool itself and of its extensions, by place and by name."""

    def __init__(self, run: Fields) -> None:
        tool = fields(run.get("tool"), "tool")
        driver = fields(tool.get("driver"), "driver")
        extensions = objects(tool.get("extensions"), "extensions")
        self.lists = [objects(one.get("rules"), "rules") for one in (driver, *extensions)]
        self.named = {first_text(rule, "id"): rule for rules in reversed(self.lists) for rule in rules}
        self.messages = fields(driver.get("globalMessageStrings"), "globalMessageStrings")

    def of(self, result: Fields) -> tuple[str, Fields]:
        told = fields(result.get("rule"), "rule")
        name = first_text(result, "ruleId") or first_text(told, "id")
        component = _one_of(self.lists[1:], fields(told.get("toolComponent"), "toolComponent").get("index"))
        rule = _one_of(component or self.lists[0], result.get("ruleIndex", told.get("index")))
        if rule and (not name or name.startswith(first_text(rule, "id"))):
            return name or first_text(rule, "id"), rule
        return name, self.named.get(name) or self.named.get(name.partition("/")[0]) or {}

    def message(self, rule: Fields, told: Fields) -> str:
        if text := first_text(told, "text", "markdown", limit=LONG):
            return _filled(text, told)
        strings = {**self.messages, **fields(rule.get("messageStrings"), "messageStrings")}
        return _filled(first_text(fields(strings.get(first_text(told, "id")), "message"), "text", limit=LONG), told)


def _one_of(among: list[T], index: Any) -> T | None:
    known = isinstance(index, int) and not isinstance(index, bool) and 0 <= index < len(among)
    return among[index] if known else None


def _filled(text: str, told: Fields) -> str:
    arguments = told.get("arguments")
    values = [plain(one) for one in arguments] if isinstance(arguments, list) else []

    def value(found: re.Match[str]) -> str:
        return values[int(found[1])] if int(found[1]) < len(values) else found[0]

    return re.sub(r"\{(\d{1,3})\}", value, text)


def _result(draft: Draft, rules: _Rules, result: Fields, tool: str) -> None:
    name, rule = rules.of(result)
    message = rules.message(rule, fields(result.get("message"), "message"))
    properties = fields(rule.get("properties"), "properties")
    short = first_text(fields(rule.get("shortDescription"), "shortDescription"), "text")
    place, address = _place(draft, result)
    score = score_of(properties.get("security-severity")) or score_of(
        fields(result.get("properties"), "properties").get("security-severity")
    )
    draft.finding(
        name,
        short or first_text(rule, "name") or message.partition("\n")[0],
        severity=_severity(result, rule, score),
        cves=cves_in(name, message, short),
        cwes=cwes_in(*_tags(properties, result)),
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


def _severity(result: Fields, rule: Fields, score: float | None) -> Severity:
    if score:
        return by_score(score)
    if first_text(result, "kind") in ("informational", "review", "open"):
        return Severity.INFO
    default = fields(rule.get("defaultConfiguration"), "defaultConfiguration").get("level")
    return by_word(result.get("level") or default or "warning")


def _place(draft: Draft, result: Fields) -> tuple[str, Address]:
    for location in objects(result.get("locations"), "locations"):
        physical = fields(location.get("physicalLocation"), "physicalLocation")
        uri = first_text(fields(physical.get("artifactLocation"), "artifactLocation"), "uri", limit=2_000)
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
    if any(one.get("state", "accepted") == "accepted" for one in suppressions):
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
