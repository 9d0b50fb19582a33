"""Nmap and masscan, in XML.

A host is one that answered. An open port is a service of its host, not a finding: that a service listens is no
weakness. Findings are what scripts report: each CVE of `vulners` and `vulscan`, each table of the `vulns` library in
a vulnerable state, and a script whose output says VULNERABLE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import port_of
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Service, Severity
from selaras.engines.findings.severities import by_score, by_word, score_of
from selaras.engines.findings.wording import LONG, plain
from selaras.engines.findings.xml_parts import Element, children, local

WANTED = ("host", "scaninfo", "finished", "hosts")
_SAYS_VULNERABLE = re.compile(r"(?m)^\s*(?:\|_?\s*)?(?:State:\s*)?(?:LIKELY )?VULNERABLE\b")
_WITH_SCRIPTS = re.compile(r" (?:--script|-sC|-A)\b")
_SAFE, _UNTESTED = "NOT VULNERABLE", "UNKNOWN (unable to test)"  # the other states of the vulns library say VULNERABLE
_PRINTED = 1_000_000
"""Characters of one script's output in which numbers of CVE are looked for."""


def read_nmap(parts: Iterator[Element]) -> Draft:
    draft = Draft("nmap", "Nmap")
    finished, scripted, down = True, False, 0
    for part in parts:
        name = local(part)
        if name == "nmaprun":
            _begin(draft, part)
            finished, down = False, draft.hosts_down
            scripted = scripted or bool(_WITH_SCRIPTS.search(f" {plain(part.get('args'), LONG)} "))
        elif name == "scaninfo":
            draft.ports += _ranges(plain(part.get("services"), 200_000))
        elif name == "host":
            _host(draft, part)
        elif name == "hosts":  # counts those too that are not listed
            draft.hosts_down = max(draft.hosts_down, down + _count(part.get("down")))
        elif name == "finished":
            finished = part.get("exit", "success") == "success"
    if not finished:
        draft.doubt("Pemindaian ini tidak selesai; host yang belum sempat diperiksa tidak ada di dalamnya.")
    if not scripted:  # without scripts it sees no weakness, so that none is gone because it is silent
        draft.scope.clear()
    return draft


def _count(told: Any) -> int:
    text = plain(told)
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0


def _ranges(services: str) -> list[tuple[int, int]]:
    found = re.findall(r"(\d{1,5})(?:-(\d{1,5}))?", services)
    return [(int(low), int(high or low)) for low, high in found]


def _begin(draft: Draft, root: Element) -> None:
    masscan = root.get("scanner") == "masscan"
    draft.format, draft.tool = ("masscan", "Masscan") if masscan else ("nmap", "Nmap")
    draft.version = plain(root.get("version"))
    draft.scanned_at = moment(root.get("start"))


def _host(draft: Draft, element: Element) -> None:
    status = next((one.get("state") for one in children(element, "status")), "up")
    if status not in ("up", "unknown"):
        draft.hosts_down += 1
        return
    addresses = children(element, "address")
    ips = [plain(one.get("addr")) for one in addresses if one.get("addrtype") != "mac"]
    hardware = [plain(one.get("addr")) for one in addresses if one.get("addrtype") == "mac"]
    names = [plain(one.get("name")) for one in children(element, "hostnames", "hostname")]
    kept = draft.host(next(iter([*ips, *names, *hardware]), ""), *ips, *names, system=_system(element))
    if not kept:
        draft.doubt("Ada host tanpa alamat dan tanpa nama; host itu tidak dicatat.")
        return
    for port in children(element, "ports", "port"):
        _port(draft, kept, port)
    for script in children(element, "hostscript", "script"):
        _script(draft, kept, None, Service(0), script)


def _system(element: Element) -> str:
    """The likeliest match, which Nmap writes first."""
    return next((plain(one.get("name")) for one in children(element, "os", "osmatch")), "")


def _port(draft: Draft, host: str, element: Element) -> None:
    state = next((one.get("state") for one in children(element, "state")), "")
    number = port_of(element.get("portid"))
    if state != "open" or not number:
        return
    told: Any = next(iter(children(element, "service")), {})
    service = Service(
        number, plain(element.get("protocol")) or "tcp", plain(told.get("name")), plain(told.get("product")),
        plain(told.get("version")),
    )  # fmt: skip
    draft.service(host, service)
    for script in children(element, "script"):
        _script(draft, host, service.port, service, script)


def _script(draft: Draft, host: str, port: int | None, service: Service, script: Element) -> None:
    name, output = plain(script.get("id")), plain(script.get("output"), LONG)
    said = {"host": host, "port": port, "component": service.product, "version": service.version}
    known = [table for table in script.iter() if local(table) == "table" and _elem(table, "id")]
    states = [table for table in script.iter() if local(table) == "table" and _is_judged(table)]
    if name in ("vulners", "vulscan"):
        _listed(draft, name, said, known, script.get("output", "")[:_PRINTED])
    elif states:
        for table in states:
            _judged(draft, name, said, table)
    elif _SAYS_VULNERABLE.search(output):
        title = next((line.strip() for line in output.splitlines() if line.strip(" :") not in ("", "VULNERABLE")), name)
        draft.finding(
            name, title, severity=Severity.UNKNOWN, cves=cves_in(output), cwes=cwes_in(output), evidence=output, **said
        )


def _listed(draft: Draft, name: str, said: dict[str, Any], known: list[Element], output: str) -> None:
    scores = {_elem(table, "id"): score_of(_elem(table, "cvss")) for table in known}
    if not scores:  # older scripts print lines only
        scores = {found: score_of(score) for found, score in re.findall(r"(CVE-\d{4}-\d+)\s+(\d+\.\d+)", output)}
        scores = scores or dict.fromkeys(re.findall(r"CVE-\d{4}-\d+", output))
    for found, score in scores.items():
        if cve := cves_in(found) if re.fullmatch(r"CVE-\d{4}-\d+", found) else ():
            draft.finding(cve[0], cve[0], severity=by_score(score), score=score, cves=cve, evidence=name, **said)


def _is_judged(table: Element) -> bool:
    state = _elem(table, "state")
    return state == _UNTESTED or "VULNERABLE" in state


def _judged(draft: Draft, name: str, said: dict[str, Any], table: Element) -> None:
    state = _elem(table, "state")
    if state == _UNTESTED:
        draft.doubt(f"Nmap tidak dapat menyelesaikan uji {name} pada {said['host']}.")
        return
    title = _elem(table, "title") or plain(table.get("key")) or name
    text = plain("\n".join(table.itertext()), LONG)
    risk = by_word(_elem(table, "risk_factor") or _elem(table, "risk factor"))
    draft.finding(
        f"{name}:{plain(table.get('key'))}" if table.get("key") else name, title, severity=risk,
        cves=cves_in(plain(table.get("key")), text), cwes=cwes_in(text), evidence=text,
        status="not_affected" if state.startswith(_SAFE) else "open", **said,
    )  # fmt: skip


def _elem(table: Element, key: str) -> str:
    return next((plain(one.text) for one in table if local(one) == "elem" and one.get("key") == key), "")
