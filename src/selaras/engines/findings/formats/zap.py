"""ZAP, in XML and JSON: one finding per alert of a site, however many addresses show it.

The addresses (instances) are the `places` of the finding. Alerts that a person marked as false positive (confidence
0) are set aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import Address, is_ip
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Severity
from selaras.engines.findings.severities import by_word
from selaras.engines.findings.wording import LONG, plain, prose
from selaras.engines.findings.xml_parts import Element, child_text, children, local

WANTED, OPENED = ("alertitem",), ("site",)
_RISKS = {"0": Severity.INFO, "1": Severity.LOW, "2": Severity.MEDIUM, "3": Severity.HIGH, "4": Severity.CRITICAL}
_LEAVES = (
    "pluginid", "alertRef", "alert", "name", "riskcode", "confidence", "desc", "solution", "otherinfo", "cweid",
    "reference", "riskdesc", "uri", "param",
)  # fmt: skip


def read_zap_xml(parts: Iterator[Element]) -> Draft:
    draft = Draft("zap", "ZAP")
    site = Address()
    for part in parts:
        if local(part) == "alertitem":
            alert: Fields = {name: child_text(part, name) for name in _LEAVES}
            alert["instances"] = [
                {local(leaf): leaf.text for leaf in one} for one in children(part, "instances", "instance")
            ]
            _alert(draft, site, alert)
        elif local(part) == "site":
            site = _site(draft, part)
        else:
            draft.version = plain(part.get("version"))
            draft.scanned_at = moment(part.get("generated"))
    return draft


def is_zap(value: Any) -> bool:
    return (
        isinstance(value, dict) and "site" in value and bool({"@generated", "@version", "@programName"} & value.keys())
    )


def read_zap_json(values: Iterator[Any]) -> Draft:
    draft = Draft("zap", "ZAP")
    for value in values:
        report = fields(value, "laporan ZAP")
        draft.version = first_text(report, "@version")
        draft.scanned_at = moment(report.get("@generated"))
        for site in objects(report.get("site"), "site"):
            address = _site(draft, {name.lstrip("@"): told for name, told in site.items()})
            for alert in objects(site.get("alerts"), "alerts"):
                _alert(draft, address, alert)
    return draft


def _site(draft: Draft, site: Any) -> Address:
    name, host, port = plain(site.get("name")), plain(site.get("host")).lstrip("/"), plain(site.get("port"))
    scheme = "https" if plain(site.get("ssl")).lower() == "true" else "http"
    bracketed = f"[{host}]" if is_ip(host) and ":" in host else host
    return draft.site(f"{scheme}://{bracketed}:{port}" if host and port else name or host)


def _alert(draft: Draft, site: Address, alert: Fields) -> None:
    instances = objects(alert.get("instances"), "instances") or [alert]  # before 2.5 each alert named its address
    places = tuple(dict.fromkeys(filter(None, (first_text(one, "uri", limit=2_000) for one in instances))))
    proof = [
        " ".join(
            filter(None, (first_text(one, "method"), first_text(one, "uri"), first_text(one, "param", "evidence")))
        )
        for one in instances
    ]
    draft.finding(
        first_text(alert, "alertRef", "pluginid"),
        first_text(alert, "alert", "name"),
        severity=_RISKS.get(first_text(alert, "riskcode")) or by_word(first_text(alert, "riskdesc").partition(" (")[0]),
        cves=cves_in(alert.get("desc"), alert.get("otherinfo"), alert.get("reference")),
        cwes=cwes_in(alert.get("cweid")),
        host=site.host,
        port=site.port,
        place=first_text(alert, "uri", limit=2_000),
        places=places,
        description=prose(alert.get("desc")),
        remedy=prose(alert.get("solution")),
        evidence=plain("\n".join(proof), LONG),
        status="false_positive" if first_text(alert, "confidence") == "0" else "open",
    )
