"""testssl.sh, in flat and pretty JSON and in CSV: one finding per test rated LOW or above.

OK and INFO tell how a server is set up, not that it is weak. WARN tells that a test could not be done: a doubt. The
rows of the rating (scores, grade and its reasons) sum up the others and are none of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import is_ip, port_of
from selaras.engines.findings.csv_rows import Row
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, first_text, objects
from selaras.engines.findings.identifiers import cves_in, cwes_in
from selaras.engines.findings.model import Service, Severity
from selaras.engines.findings.severities import by_word
from selaras.engines.findings.wording import LONG, plain

_WEAK = {Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL}
_BAD = "NOT OK"  # all that 2.8 says of a weakness
_UNTESTED = ("WARN", "FATAL")
_RATING = re.compile(r"rating_|grade_cap_reason_|overall_grade|final_score|\w+_score(_weighted)?$")


def is_testssl(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    flat = {"id", "severity", "finding"} <= value.keys() and bool({"ip", "fqdn/ip", "port"} & value.keys())
    return flat or "scanResult" in value


def read_testssl_json(values: Iterator[Any]) -> Draft:
    draft = Draft("testssl", "testssl.sh")
    for value in values:
        for whole in objects(value, "laporan testssl"):
            if "scanResult" in whole:
                _pretty(draft, whole)
            else:
                _test(draft, first_text(whole, "ip", "fqdn/ip"), first_text(whole, "port"), whole)
    return draft


def is_testssl_csv(header: list[str]) -> bool:
    return {"id", "severity", "finding"} <= set(header) and "fqdn/ip" in header


def read_testssl_csv(rows: Iterator[Row]) -> Draft:
    draft = Draft("testssl", "testssl.sh")
    for row in rows:
        _test(draft, row.get("fqdn/ip", ""), row.get("port", ""), dict(row))
    return draft


def _pretty(draft: Draft, whole: Fields) -> None:
    draft.version = first_text(whole, "version")
    draft.scanned_at = moment(whole.get("startTime"))
    for result in objects(whole.get("scanResult"), "scanResult"):
        where = "/".join(filter(None, (first_text(result, "hostname", "targetHost"), first_text(result, "ip"))))
        _where(draft, where, first_text(result, "port"))
        for test in (result, *_tests(result)):  # a target that could not be reached is a test itself
            if "severity" in test:
                _test(draft, where, first_text(result, "port"), test)
    for problem in _tests({name: told for name, told in whole.items() if name.startswith("clientProblem")}):
        _test(draft, "", "", problem)


def _tests(groups: Fields) -> list[Fields]:
    lists = (told for told in groups.values() if isinstance(told, list))
    return [test for told in lists for test in told if isinstance(test, dict)]


def _where(draft: Draft, where: str, number: str) -> tuple[str, int | None]:
    name, _, bracketed = where.partition("/")
    address = bracketed.strip("[]")
    host, port = draft.host(name or address, *((address,) if is_ip(address) else ())), port_of(number)
    if host and port:
        draft.service(host, Service(port))
    return host, port


def _test(draft: Draft, where: str, number: str, told: Fields) -> None:
    host, port = _where(draft, where, number)
    name, said = first_text(told, "id"), first_text(told, "severity").upper()
    severity = by_word(said)
    if said in _UNTESTED:
        draft.doubt(
            f"testssl tidak dapat menyelesaikan uji {name} pada {host or 'sasaran'}: {first_text(told, 'finding')}"
        )
    if (severity not in _WEAK and said != _BAD) or said in _UNTESTED or _RATING.match(name):
        return
    draft.finding(
        name,
        f"{name}: {first_text(told, 'finding')}",
        severity=severity,
        cves=cves_in(told.get("cve")),
        cwes=cwes_in(told.get("cwe")),
        host=host,
        port=port,
        evidence=plain(told.get("finding"), LONG),
    )
