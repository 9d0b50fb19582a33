"""Nuclei, in JSON lines or as an array, with the names of its fields before and after version 2.5.

One finding a line: a template (and matcher) that matched at one address. Lines that say `matcher-status: false` tell
of a template that did not match and are set aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import Address, address_of, is_ip
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, one_spelling
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.severities import by_word, score_of
from selaras.engines.findings.wording import LONG, plain, prose


def is_nuclei(value: Any) -> bool:
    named = one_spelling(value) if isinstance(value, dict) else {}
    told = {"info"} <= named.keys() or {"severity", "matched"} <= named.keys()
    return told and bool({"templateid", "template", "matched", "matchedat"} & named.keys())


def read_nuclei(values: Iterator[Any]) -> Draft:
    draft = Draft("nuclei", "Nuclei")
    for value in values:
        _result(draft, one_spelling(fields(value, "hasil nuclei")))
    return draft


def _result(draft: Draft, result: Fields) -> None:
    info = one_spelling(fields(result.get("info", result), "info"))  # before 2.3 all fields stood side by side
    judged = one_spelling(fields(info.get("classification"), "classification"))
    rule = first_text(result, "templateid", "template")
    matcher, matched = first_text(result, "matchername"), first_text(result, "matchedat", "matched", limit=2_000)
    address = _address(draft, result, matched)
    seen = first_text(result, "timestamp")
    draft.scanned_at = draft.scanned_at or seen
    draft.finding(
        f"{rule}:{matcher}" if matcher else rule,
        f"{first_text(info, 'name') or rule} ({matcher})" if matcher else first_text(info, "name"),
        severity=by_word(info.get("severity")),
        cves=cves_in(judged.get("cveid")) or cves_in(rule),
        cwes=cwes_in(judged.get("cweid")),
        score=score_of(judged.get("cvssscore")),
        vector=plain(judged.get("cvssmetrics")),
        host=address.host,
        port=address.port,
        place=matched,
        description=prose(info.get("description")),
        remedy=prose(info.get("remediation")),
        evidence=first_text(result, "extractedresults", "matchedline", "curlcommand", limit=LONG),
        last_seen=seen,
        status="not_affected" if first_text(result, "matcherstatus").lower() == "false" else "open",
    )


def _address(draft: Draft, result: Fields, matched: str) -> Address:
    """The host a template ran against; its port is that of the match, which may be another service of the host."""
    if first_text(result, "type") == "file":
        return Address()
    ip = first_text(result, "ip").rstrip(".")
    told, met = address_of(first_text(result, "host", "url", "input", limit=2_000)), address_of(matched)
    others = (ip,) if is_ip(ip) else ()
    host = told.host or met.host or (ip if others else "")
    if not draft.host(host, *others):
        return Address()
    if met.host == host:
        draft.site(matched)
    elif told.host:
        draft.site(first_text(result, "host", "url", "input", limit=2_000))
    port = met.port if met.host == host and met.port else told.port
    return Address(host, port or _own_port(result))


def _own_port(result: Fields) -> int | None:
    told = address_of(f"x:{first_text(result, 'port')}")
    return told.port
