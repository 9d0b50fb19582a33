"""Wapiti, in XML and JSON: one finding per entry under vulnerabilities, anomalies and additionals.

Additionals tell what a site is made of; they are information.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import Address
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Severity
from selaras.engines.findings.wording import LONG, plain, prose
from selaras.engines.findings.xml_parts import Element, child_text, children, local

WANTED = ("info", "vulnerability", "anomaly", "additional")
_LEVELS = {"0": Severity.INFO, "1": Severity.LOW, "2": Severity.MEDIUM, "3": Severity.HIGH, "4": Severity.CRITICAL}
_LEVELS_OF_OLD = {"1": Severity.HIGH, "2": Severity.MEDIUM, "3": Severity.LOW}
"""Before version 3.0.4 the gravest was 1."""
_LEAVES = ("method", "path", "level", "parameter", "info", "curl_command")
_ADDITIONAL = "additional"
_PARTS = (("vulnerabilities", "vulnerability"), ("anomalies", "anomaly"), ("additionals", _ADDITIONAL))


def read_wapiti_xml(parts: Iterator[Element]) -> Draft:
    draft = Draft("wapiti", "Wapiti")
    infos: Fields = {}
    site = Address()
    for part in parts:
        kind = local(part)
        if kind == "info":
            infos[plain(part.get("name"))] = part.text
            draft.version = first_text(infos, "generatorVersion").removeprefix("Wapiti ")
            if part.get("name") == "target":
                site = draft.site(part.text)
        elif kind in WANTED:
            words = {"desc": child_text(part, "description"), "sol": child_text(part, "solution")}
            words["ref"] = " ".join(child_text(one, "title") for one in children(part, "references", "reference"))
            for entry in children(part, "entries", "entry"):
                told = {name: child_text(entry, name) for name in _LEAVES}
                _entry(draft, site, plain(part.get("name")), kind, words, told)
    draft.scanned_at = moment(infos.get("dateOfScan"))
    return draft


def is_wapiti(value: Any) -> bool:
    return isinstance(value, dict) and "infos" in value and isinstance(value.get("vulnerabilities"), dict)


def read_wapiti_json(values: Iterator[Any]) -> Draft:
    draft = Draft("wapiti", "Wapiti")
    for value in values:
        report = fields(value, "laporan Wapiti")
        infos = fields(report.get("infos"), "infos")
        site = draft.site(infos.get("target"))
        draft.version = first_text(infos, "version").removeprefix("Wapiti ")
        draft.scanned_at = moment(infos.get("date"))
        known = fields(report.get("classifications"), "classifications")
        for part, kind in (
            ("vulnerabilities", "vulnerability"),
            ("anomalies", "anomaly"),
            ("additionals", _ADDITIONAL),
        ):
            for name, entries in fields(report.get(part), part).items():
                words = dict(fields(known.get(name), name))
                words["ref"] = " ".join(map(plain, fields(words.get("ref"), "ref")))
                for told in objects(entries, name):
                    _entry(draft, site, name, kind, words, told)
    return draft


def _entry(draft: Draft, site: Address, name: str, kind: str, words: Fields, told: Fields) -> None:
    info, path = first_text(told, "info", limit=LONG), first_text(told, "path", limit=2_000)
    draft.finding(
        name,
        name if kind != _ADDITIONAL else f"{name}: {info}",
        severity=Severity.INFO if kind == _ADDITIONAL else _level(draft.version, first_text(told, "level")),
        cves=cves_in(info),
        cwes=cwes_in(plain(words.get("ref"), LONG), plain(told.get("wstg"))),
        host=site.host,
        port=site.port,
        place=path,
        description=prose(words.get("desc")),
        remedy=prose(words.get("sol")),
        evidence=info,
        mark=" ".join((path, first_text(told, "method"), first_text(told, "parameter"), info)),
    )


def _level(version: str, told: str) -> Severity:
    numbers = tuple(map(int, re.findall(r"\d{1,4}", version)[:3]))
    levels = _LEVELS_OF_OLD if numbers and numbers < (3, 0, 4) else _LEVELS
    return levels.get(told, Severity.UNKNOWN)
