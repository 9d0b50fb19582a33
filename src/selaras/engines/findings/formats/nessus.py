"""Nessus (.nessus, version 2): one finding per report item; plugins of severity 0 are information."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.engines.findings.addresses import is_ip, port_of
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Service, Severity
from selaras.engines.findings.severities import by_word, score_of
from selaras.engines.findings.wording import LONG, plain, prose
from selaras.engines.findings.xml_parts import Element, child_text, children, local

WANTED = ("ReportHost",)
_SEVERITIES = {"0": Severity.INFO, "1": Severity.LOW, "2": Severity.MEDIUM, "3": Severity.HIGH, "4": Severity.CRITICAL}


def read_nessus(parts: Iterator[Element]) -> Draft:
    draft = Draft("nessus", "Nessus")
    for part in parts:
        if local(part) == "ReportHost":
            _host(draft, part)
    return draft


def _host(draft: Draft, part: Element) -> None:
    told = {plain(one.get("name")): plain(one.text) for one in children(part, "HostProperties", "tag")}
    ip = told.get("host-ip", "")
    names = (told.get("host-fqdn", ""), told.get("hostname", ""), told.get("netbios-name", ""))
    host = draft.host(
        plain(part.get("name")) or ip, *((ip,) if is_ip(ip) else ()), *names, system=told.get("operating-system", "")
    )
    started = moment(told.get("HOST_START"))
    draft.scanned_at = draft.scanned_at or started
    for item in children(part, "ReportItem"):
        _item(draft, host, started, item)


def _item(draft: Draft, host: str, seen: str, item: Element) -> None:
    port = port_of(item.get("port"))
    if host and port:
        draft.service(host, Service(port, plain(item.get("protocol")) or "tcp", plain(item.get("svc_name"))))
    severity = _SEVERITIES.get(plain(item.get("severity"))) or by_word(child_text(item, "risk_factor"))
    draft.finding(
        item.get("pluginID"),
        item.get("pluginName"),
        severity=severity,
        cves=cves_in(*(one.text for one in children(item, "cve"))),
        cwes=cwes_in([one.text for one in children(item, "cwe")]),
        score=score_of(child_text(item, "cvss3_base_score", "cvss_base_score")),
        vector=plain(child_text(item, "cvss3_vector", "cvss_vector")),
        host=host,
        port=port,
        place="" if port else plain(item.get("protocol")),
        description=prose(child_text(item, "description", "synopsis")),
        remedy=prose(child_text(item, "solution")),
        evidence=plain(child_text(item, "plugin_output"), LONG),
        last_seen=seen,
    )
