"""What port scanners write besides XML: the grepable form of Nmap and Masscan, Masscan's JSON and its plain list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import is_ip
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import fields, first_text, objects
from selaras.engines.findings.model import Service
from selaras.engines.findings.source import Source
from selaras.engines.findings.wording import plain

_HOST = re.compile(r"(?:Timestamp: (?P<when>\d+)\t)?Host: (?P<ip>\S+) \((?P<name>[^)]*)\)(?P<rest>.*)")
_PORT = re.compile(r"(\d+)/([^/]*)/([^/]*)/[^/]*/([^/]*)/[^/]*/([^/]*)/")
_LISTED = re.compile(r"open (tcp|udp|sctp) (\d{1,5}) (\S+) (\d+)\s*$")
_LISTS = re.compile(
    r"^(?:Timestamp: |Host: |open |# end|# Ports)"
    r"|\A#[^\n]*\n# Nmap done",  # without a host; between them Nmap writes what is for people
    re.MULTILINE,
)
_BEGINNING = re.compile(r"#\s*(Nmap [\d.]+\w* scan initiated|Masscan|masscan)", re.IGNORECASE)


def is_port_list(head: str) -> bool:
    first = head.lstrip("\ufeff \r\n")
    return bool(_BEGINNING.match(first)) and bool(_LISTS.search(first))


def read_port_list(source: Source) -> Draft:
    masscan = "masscan" in source.head[:200].lower()
    draft = Draft("masscan", "Masscan") if masscan else Draft("nmap", "Nmap")
    begun = re.match(r"# (?:Nmap|Masscan) ([\d.]+\w*) scan initiated (.{10,30}?) (?:as|with)", source.head.lstrip())
    if begun:
        draft.version, draft.scanned_at = begun[1], moment(begun[2])
    for line in source.lines():
        _line(draft, line.rstrip("\r\n"))
    return draft


def _line(draft: Draft, line: str) -> None:
    if listed := _LISTED.match(line):
        if is_ip(listed[3]) and 0 < int(listed[2]) < 65_536:
            draft.service(draft.host(listed[3]), Service(int(listed[2]), listed[1]))
        return
    told = _HOST.match(line)
    if not told or "Status: Down" in told["rest"]:
        draft.hosts_down += bool(told)
        return
    host = draft.host(told["ip"], told["name"])
    draft.scanned_at = draft.scanned_at or moment(told["when"] or "")
    for number, state, protocol, name, product in _PORT.findall(told["rest"]):
        if host and state == "open" and len(number) < 6:
            draft.service(host, Service(int(number), plain(protocol), plain(name), plain(product)))


def is_masscan_json(value: Any) -> bool:
    return isinstance(value, dict) and "ip" in value and isinstance(value.get("ports"), list)


def read_masscan_json(values: Iterator[Any]) -> Draft:
    draft = Draft("masscan", "Masscan")
    for value in values:
        record = fields(value, "hasil masscan")
        host = draft.host(first_text(record, "ip"))
        draft.scanned_at = draft.scanned_at or moment(record.get("timestamp"))
        for told in objects(record.get("ports"), "ports"):
            number = told.get("port")
            if host and isinstance(number, int) and told.get("status", "open") == "open":
                service = fields(told.get("service"), "service")
                named = Service(number, first_text(told, "proto") or "tcp", first_text(service, "name"))
                draft.service(host, named)
    return draft
