"""Burp Suite, in XML: one finding per issue; an issue marked as false positive is set aside."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.engines.findings.addresses import is_ip
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Severity
from selaras.engines.findings.severities import by_word
from selaras.engines.findings.wording import LONG, plain, prose
from selaras.engines.findings.xml_parts import Element, child_text, children, local

WANTED = ("issue",)


def read_burp(parts: Iterator[Element]) -> Draft:
    draft = Draft("burp", "Burp Suite")
    for part in parts:
        if local(part) == "issue":
            _issue(draft, part)
        else:
            draft.version, draft.scanned_at = plain(part.get("burpVersion")), moment(part.get("exportTime"))
    return draft


def _issue(draft: Draft, part: Element) -> None:
    told = next(iter(children(part, "host")), None)
    ip = plain(told.get("ip")) if told is not None else ""
    site = draft.site(child_text(part, "host"), *((ip,) if is_ip(ip) else ()))
    said = child_text(part, "severity")
    detail = child_text(part, "issueDetail")
    draft.finding(
        child_text(part, "type") or child_text(part, "name"),
        child_text(part, "name"),
        severity=Severity.UNKNOWN if said.lower().startswith("false") else by_word(said),
        cves=cves_in(detail, child_text(part, "references")),
        cwes=cwes_in(child_text(part, "vulnerabilityClassifications")),
        host=site.host,
        port=site.port,
        place=plain(child_text(part, "location", "path"), 2_000),
        description=prose(child_text(part, "issueBackground")),
        remedy=prose(child_text(part, "remediationDetail", "remediationBackground")),
        evidence=prose(detail, LONG),
        status="false_positive" if said.lower().startswith("false") else "open",
    )
