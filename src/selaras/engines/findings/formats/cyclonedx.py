"""CycloneDX 1.2 to 1.6, in JSON and XML, with the vulnerability extension of 1.2 and the states of VEX.

One finding per vulnerability and affected component. Components without vulnerabilities are listed, no findings.
Set aside is what the analysis calls `not_affected`, `false_positive`, `resolved` or `resolved_with_pedigree`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects, rows
from selaras.engines.findings.formats.cyclonedx_services import services_of
from selaras.engines.findings.formats.cyclonedx_xml import (
    component_of,
    dependency_of,
    metadata_of,
    service_of,
    vulnerability_of,
)
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Component, Severity
from selaras.engines.findings.severities import by_score, by_word, score_of
from selaras.engines.findings.wording import plain, prose
from selaras.engines.findings.xml_parts import Element, local

WANTED = ("metadata", "component", "vulnerability", "service", "dependency")
_ASIDE = {"not_affected", "false_positive", "resolved", "resolved_with_pedigree"}
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")
_METHODS = ("CVSSv4", "CVSSv31", "CVSSv3", "CVSSv2")


def is_cyclonedx(value: Any) -> bool:
    return isinstance(value, dict) and (
        value.get("bomFormat") == "CycloneDX" or ("specVersion" in value and "components" in value)
    )


def read_cyclonedx_json(values: Iterator[Any]) -> Draft:
    draft = Draft("cyclonedx", "CycloneDX")
    for value in values:
        bill = fields(value, "CycloneDX")
        known: dict[str, Component] = {}
        target = _metadata(draft, known, fields(bill.get("metadata"), "metadata"))
        for component in objects(bill.get("components"), "components"):
            _component(draft, known, component)
        for vulnerability in objects(bill.get("vulnerabilities"), "vulnerabilities"):
            _vulnerability(draft, known, target, vulnerability)
        draft.model = services_of(bill)
    return draft


def read_cyclonedx_xml(parts: Iterator[Element]) -> Draft:
    draft = Draft("cyclonedx", "CycloneDX")
    known: dict[str, Component] = {}
    target = ""
    services: dict[str, list[Fields]] = {"services": [], "dependencies": []}
    for part in parts:
        if local(part) == "metadata":
            target = _metadata(draft, known, metadata_of(part))
        elif local(part) == "component":
            _component(draft, known, component_of(part))
            for inner in part.iter():
                if local(inner) == "vulnerability":
                    _vulnerability(draft, known, target, vulnerability_of(inner))
        elif local(part) == "vulnerability":
            _vulnerability(draft, known, target, vulnerability_of(part))
        elif local(part) == "service":
            services["services"].append(service_of(part))
        elif local(part) == "dependency" and services["services"]:  # of components there may be very many
            services["dependencies"].append(dependency_of(part))
    draft.model = services_of(services)
    return draft


def _metadata(draft: Draft, known: dict[str, Component], metadata: Fields) -> str:
    draft.scanned_at = draft.scanned_at or moment(metadata.get("timestamp"))
    tools = metadata.get("tools")
    if isinstance(tools, dict):  # since 1.5
        tools = tools.get("components")
    for tool in objects(tools, "tools")[:1]:
        draft.tool, draft.version = first_text(tool, "name") or draft.tool, first_text(tool, "version")
    subject = fields(metadata.get("component"), "component")
    named = "@".join(filter(None, (first_text(subject, "name"), first_text(subject, "version"))))
    _known_as(known, subject, Component(first_text(subject, "name"), first_text(subject, "version")))
    return draft.looked_at(named)


def _component(draft: Draft, known: dict[str, Component], told: Fields) -> None:
    """A component and those nested in it; nesting is bounded by the reader of the file."""
    name = "/".join(filter(None, (first_text(told, "group"), first_text(told, "name"))))
    component = Component(
        name, first_text(told, "version"), first_text(told, "purl", limit=1_000), first_text(told, "type")
    )
    draft.components.append(component)
    _known_as(known, told, component)
    for inner in objects(told.get("components"), "components"):
        _component(draft, known, inner)


def _known_as(known: dict[str, Component], told: Fields, component: Component) -> None:
    for reference in filter(None, (first_text(told, name, limit=1_000) for name in ("bom-ref", "purl"))):
        known.setdefault(reference, component)


def _affected(known: dict[str, Component], reference: str) -> Component:
    """By its reference in this bill, or by a link to a bill (`urn:cdx:serial/version#reference`)."""
    linked = _unescaped(reference.partition("#")[2]) if reference.startswith("urn:cdx:") else ""
    return known.get(reference) or known.get(linked) or Component(reference)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), text.encode()).decode("utf-8", "replace")


def _vulnerability(draft: Draft, known: dict[str, Component], target: str, told: Fields) -> None:
    name = first_text(told, "id")
    others = [first_text(one, "id") for one in objects(told.get("references"), "references")]
    severity, score, vector = _rating(told)
    state = first_text(fields(told.get("analysis"), "analysis"), "state")
    affected = [first_text(one, "ref", limit=1_000) for one in objects(told.get("affects"), "affects")]
    for reference in dict.fromkeys(affected) or [""]:
        component = _affected(known, reference)
        draft.finding(
            name,
            f"{name} {component.name}".strip(),
            severity=severity,
            cves=cves_in(name, *others),
            cwes=cwes_in(rows(told.get("cwes"), "cwes")),
            score=score,
            vector=vector,
            target=target,
            component=component.name,
            version=component.version,
            description=prose(told.get("description") or told.get("detail")),
            remedy=prose(told.get("recommendation")),
            first_seen=moment(told.get("created")),
            last_seen=moment(told.get("updated")),
            status=state if state in _ASIDE else "open",
        )


def _rating(told: Fields) -> tuple[Severity, float | None, str]:
    """The gravest word that is said; the score of the newest CVSS; the word from the score where none is said."""
    ratings = objects(told.get("ratings"), "ratings")
    order = list(Severity)
    said = [by_word(one.get("severity")) for one in ratings]
    known = sorted((one for one in said if one is not Severity.UNKNOWN), key=order.index)
    scored = [one for one in ratings if score_of(one.get("score")) is not None and _method(one) < len(_METHODS)]
    best = min(scored, key=_method, default={})
    score = score_of(best.get("score"))
    return (known[0] if known else by_score(score)), score, plain(best.get("vector"))


def _method(rating: Fields) -> int:
    method = first_text(rating, "method") or "CVSSv3"
    return _METHODS.index(method) if method in _METHODS else len(_METHODS)
