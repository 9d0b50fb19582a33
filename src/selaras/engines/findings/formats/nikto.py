"""Nikto, in XML, JSON and CSV: one finding per item. Nikto gives no severity; neither do we."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import is_ip, port_of
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.identifiers import cves_in
from selaras.engines.findings.model import Service, Severity
from selaras.engines.findings.wording import LONG, plain
from selaras.engines.findings.xml_parts import Element, child_text, local

WANTED, OPENED = ("item",), ("scandetails", "niktoscan")


def read_nikto_xml(parts: Iterator[Element]) -> Draft:
    draft = Draft("nikto", "Nikto")
    host, port = "", None
    for part in parts:
        if local(part) == "item":
            text = child_text(part, "description")
            references = child_text(part, "references") or _osvdb(part.get("osvdbid"))
            method = plain(part.get("method") or child_text(part, "method"))
            _item(draft, host, port, part.get("id"), method, child_text(part, "uri"), text, references)
        elif local(part) == "scandetails":
            names = part.get("targethostname"), part.get("targetip")
            host, port = _target(draft, names[0], names[1], part.get("targetport"), part.get("targetbanner"))
            draft.scanned_at = draft.scanned_at or moment(part.get("starttime"))
        else:
            draft.version = draft.version or plain(part.get("version"))
    return draft


def is_nikto(value: Any) -> bool:
    if not isinstance(value, dict) or not {"vulnerabilities", "host"} <= value.keys():
        return False
    told = value["vulnerabilities"]
    return isinstance(told, list) or (told is None and "port" in value)


def read_nikto_json(values: Iterator[Any]) -> Draft:
    draft = Draft("nikto", "Nikto")
    for value in values:
        scan = fields(value, "laporan Nikto")
        host, port = _target(draft, scan.get("host"), scan.get("ip"), scan.get("port"), scan.get("banner"))
        for told in objects(scan.get("vulnerabilities"), "vulnerabilities"):
            _told(draft, host, port, told)
    return draft


def _told(draft: Draft, host: str, port: int | None, told: Fields) -> None:
    references = first_text(told, "references", limit=LONG) or _osvdb(first_text(told, "OSVDB"))
    _item(
        draft, host, port, first_text(told, "id"), first_text(told, "method"),
        first_text(told, "url", "uri", limit=2_000), first_text(told, "msg", "description", limit=LONG), references,
    )  # fmt: skip


def read_nikto_csv(rows: Iterator[list[str]]) -> Draft:
    """Host, address, port, reference, method, path, message; a row without a method tells the banner of a host."""
    draft = Draft("nikto", "Nikto")
    for cells in rows:
        if cells and cells[0].startswith("Nikto - v"):
            draft.version = cells[0][9:].strip("/ ")
        if len(cells) < 7 or cells[0].startswith("Nikto - "):
            continue
        name, address, number, reference, method, path, text = cells[:7]
        host, port = _target(draft, name, address, number, text if not method else "")
        if method:
            _item(draft, host, port, _osvdb(reference) or plain(text, 80), method, path, text, reference)
    return draft


def _target(draft: Draft, name: Any, address: Any, number: Any, banner: Any) -> tuple[str, int | None]:
    ip, port = plain(address), port_of(number)
    host = draft.host(plain(name) or ip, *((ip,) if is_ip(ip) else ()))
    if host and port:
        draft.service(host, Service(port, product=plain(banner)))
    return host, port


def _osvdb(number: Any) -> str:
    text = plain(number)
    return f"OSVDB-{text}" if text.isdecimal() and text != "0" else text.strip("0")


def _item(
    draft: Draft, host: str, port: int | None, rule: Any, method: str, path: str, text: str, references: str
) -> None:
    draft.finding(
        rule,
        text.partition(". ")[0],
        severity=Severity.UNKNOWN,
        cves=cves_in(text, references),
        host=host,
        port=port,
        place=plain(path, 2_000),
        description=plain(text, LONG),
        evidence=" ".join(filter(None, (method, plain(path, 2_000), references))),
        mark=f"{path} {text}",
    )
