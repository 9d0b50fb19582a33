"""How likely a weakness is to be used, from two public lists: KEV (it was used) and EPSS (it will be, in 30 days).

Sources: CISA, Known Exploited Vulnerabilities catalogue; FIRST, Exploit Prediction Scoring System (Jacobs et al. 2021).
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from selaras.engines.findings.csv_rows import csv_rows, header_of
from selaras.engines.findings.dates import instant
from selaras.engines.findings.errors import UnknownFormat
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.formats.known_lists import is_epss_csv, is_kev, is_kev_csv
from selaras.engines.findings.identifiers import cves_in
from selaras.engines.findings.json_values import values
from selaras.engines.findings.model import Finding
from selaras.engines.findings.source import Source


@dataclass(frozen=True)
class Likelihoods:
    """`exploited` holds each CVE of KEV with the day it was added, `predicted` the chance from 0 to 1 of EPSS.

    `exploited_at` and `predicted_at` say when the edition was made, ISO 8601; empty where the list does not tell.
    """

    exploited: dict[str, str] = field(default_factory=dict)
    predicted: dict[str, float] = field(default_factory=dict)
    exploited_version: str = ""
    predicted_version: str = ""
    exploited_at: str = ""
    predicted_at: str = ""

    def joined(self, other: Likelihoods) -> Likelihoods:
        """Both lists in one; a list that `other` holds too stands in place of the one here."""
        return replace(
            self,
            **{name: getattr(other, name) for name in self.__dataclass_fields__ if getattr(other, name)},
        )

    def of(self, finding: Finding) -> float | None:
        """The chance that one of its CVEs is used within 30 days; 1 for what is used already, None for none known."""
        if any(cve in self.exploited for cve in finding.cves):
            return 1.0
        return max((self.predicted[cve] for cve in finding.cves if cve in self.predicted), default=None)


def read_likelihoods(content: bytes | BinaryIO) -> Likelihoods:
    """Read KEV in JSON or CSV, or EPSS in CSV, each plain or gzip; rows without a CVE number or chance are passed over.

    >>> read_likelihoods(b"cve,epss,percentile\\nCVE-2021-44228,0.94,0.99\\n").predicted
    {'CVE-2021-44228': 0.94}
    """
    source = Source(io.BytesIO(content) if isinstance(content, bytes) else content)
    header = header_of(source.head)
    if is_epss_csv(header):
        return _epss(source)
    if is_kev_csv(header):
        entries = _exploited(dict(row) for row in csv_rows(source))
        return Likelihoods(exploited=entries, exploited_at=_last_day(entries))
    if source.head.lstrip("\ufeff \r\n\t").startswith("{") and is_kev(catalogue := next(values(source), None)):
        return _kev(fields(catalogue, "KEV"))
    raise UnknownFormat("Berkas ini bukan daftar KEV (JSON, CSV) dan bukan daftar EPSS (CSV). Unduh ulang daftarnya.")


def _kev(catalogue: Fields) -> Likelihoods:
    entries = _exploited(objects(catalogue.get("vulnerabilities"), "vulnerabilities"))
    version = first_text(catalogue, "catalogVersion")
    told = (first_text(catalogue, "dateReleased"), version.replace(".", "-"))
    at = next((one for one in told if instant(one)), _last_day(entries))
    return Likelihoods(exploited=entries, exploited_version=version, exploited_at=at)


def _last_day(entries: dict[str, str]) -> str:
    """No edition is older than its newest entry."""
    return max(filter(instant, entries.values()), default="")


def _exploited(entries: Iterable[Fields]) -> dict[str, str]:
    return {
        cve: first_text(entry, "dateAdded", "dateadded")
        for entry in entries
        for cve in cves_in(first_text(entry, "cveID", "cveid"))
    }


def _epss(source: Source) -> Likelihoods:
    chances: dict[str, float] = {}
    for row in csv_rows(source):
        try:
            chance = float(row.get("epss", ""))
        except ValueError:
            continue
        if math.isfinite(chance) and 0 <= chance <= 1:
            chances |= dict.fromkeys(cves_in(row.get("cve")), chance)
    first = source.head.partition("\n")[0]
    version = first.lstrip("#").strip() if first[:1] == "#" else ""
    dated = re.search(r"score_date:\s*([0-9T:.+Z-]+)", version)
    at = dated[1] if dated and instant(dated[1]) else ""
    return Likelihoods(predicted=chances, predicted_version=version, predicted_at=at)
