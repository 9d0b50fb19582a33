"""OpenVAS and Greenbone, in XML (reports, and the answers of the management protocol) and CSV.

One finding per result, whatever its threat: results of the threat Log are information. Results marked as false
positive are set aside. Hosts are those with a result and those that the report lists as scanned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import port_of
from selaras.engines.findings.csv_rows import Row
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Service, Severity
from selaras.engines.findings.severities import by_score, by_word, score_of
from selaras.engines.findings.wording import LONG, plain, prose
from selaras.engines.findings.xml_parts import Element, child_text, children, local

WANTED = ("result", "host", "scan_start", "gmp", "omp")
SIGNS = ("<results", "<gmp", "<omp", "<scan_run_status", "format_id=")
_FALSE = "false positive"
_ERROR = "error"  # what the scanner could not do: no weakness


def read_openvas_xml(parts: Iterator[Element]) -> Draft:
    draft = Draft("openvas", "OpenVAS")
    for part in parts:
        name = local(part)
        if name == "result":
            _result(draft, part)
        elif name == "host":
            _scanned(draft, part)
        elif name == "scan_start":
            draft.scanned_at = draft.scanned_at or moment(part.text)
        elif name in ("gmp", "omp"):
            draft.version = child_text(part, "version")
        elif not part.get("status", "200").startswith("2"):
            said = " ".join(filter(None, (plain(part.get("status")), plain(part.get("status_text")))))
            draft.doubt(f"Greenbone menjawab dengan galat ({said}), bukan dengan laporan. Ambil ulang laporannya.")
    return draft


def _scanned(draft: Draft, part: Element) -> None:
    details = {child_text(one, "name"): child_text(one, "value") for one in children(part, "detail")}
    name = details.get("hostname", "")
    if address := child_text(part, "ip"):
        draft.host(address, name, system=details.get("best_os_txt", ""))


def _result(draft: Draft, part: Element) -> None:
    told = next(iter(children(part, "host")), None)
    address = plain((told.text or "").strip()) if told is not None else ""
    name = child_text(told, "hostname") if told is not None else ""
    nvt: Any = next(iter(children(part, "nvt")), part)
    tags = dict(re.findall(r"(?:^|\|)(\w+)=([^|]*)", child_text(nvt, "tags")))
    threat = child_text(part, "threat", "original_threat")
    score = score_of(child_text(part, "severity") or child_text(nvt, "cvss_base"))
    references = [one.get("id") for one in children(nvt, "refs", "ref")]
    host, port, protocol = _where(draft, address, name, child_text(part, "port"))
    draft.finding(
        nvt.get("oid") or child_text(part, "name"),
        child_text(part, "name") or child_text(nvt, "name"),
        severity=_severity(threat, score),
        cves=cves_in(child_text(nvt, "cve"), nvt.get("oid"), *references),
        cwes=cwes_in([one for one in references if one and one.upper().startswith("CWE")]),
        score=score,
        vector=plain(tags.get("cvss_base_vector")),
        host=host,
        port=port,
        place=protocol,
        description=prose(tags.get("summary") or tags.get("insight")),
        remedy=prose(tags.get("solution") or child_text(nvt, "solution")),
        evidence=plain(child_text(part, "description"), LONG),
        last_seen=moment(child_text(part, "creation_time", "modification_time")),
        status="false_positive" if threat.lower() == _FALSE else "open",
    )


def _where(draft: Draft, address: str, name: str, port: str) -> tuple[str, int | None, str]:
    """The host, its port, and what OpenVAS writes where there is no port (`general/tcp`)."""
    host, number = draft.host(address or name, name), port_of(port.rpartition("(")[2])  # once: `https (443/tcp)`
    if host and number:
        draft.service(host, Service(number, "udp" if "udp" in port.lower() else "tcp"))
    return host, number, "" if number else plain(port)


def _severity(threat: str, score: float | None) -> Severity:
    """The tool's own word, since users override it; older versions know no Critical."""
    if threat.lower() == _ERROR:
        return Severity.INFO
    known = by_word(threat)
    return by_score(score) if known is Severity.UNKNOWN and threat.lower() != _FALSE else known


def is_openvas_csv(header: list[str]) -> bool:
    return "nvt name" in header and "ip" in header


def read_openvas_csv(rows: Iterator[Row]) -> Draft:
    draft = Draft("openvas", "OpenVAS")
    for row in rows:
        threat, score = row.get("severity", ""), score_of(row.get("cvss"))
        protocol = row.get("port protocol", "")
        place = f"{row.get('port', '')}/{protocol}" if row.get("port") else ""
        host, port, left = _where(draft, row.get("ip", ""), row.get("hostname", ""), place)
        draft.finding(
            row.get("nvt oid") or row.get("nvt name"),
            row.get("nvt name"),
            severity=_severity(threat, score),
            cves=cves_in(*row.get("cves", "").split(",")),
            score=score,
            host=host,
            port=port,
            place=left,
            description=prose(row.get("summary")),
            remedy=prose(row.get("solution")),
            evidence=plain(row.get("specific result"), LONG),
            last_seen=moment(row.get("timestamp")),
            status="false_positive" if threat.lower() == _FALSE else "open",
        )
    return draft
