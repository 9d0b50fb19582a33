"""KEV (JSON, CSV) and EPSS (CSV): lists of CVE numbers, no reports. `read_likelihoods` gives their values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.csv_rows import Row
from selaras.engines.findings.dates import moment
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import fields, objects
from selaras.engines.findings.wording import plain


def is_kev(value: Any) -> bool:
    return isinstance(value, dict) and "catalogVersion" in value and isinstance(value.get("vulnerabilities"), list)


def read_kev(values: Iterator[Any]) -> Draft:
    draft = Draft("kev", "CISA KEV")
    for value in values:
        catalogue = fields(value, "KEV")
        draft.version = plain(catalogue.get("catalogVersion"))
        draft.scanned_at = moment(catalogue.get("dateReleased"))
        draft.listed += len(objects(catalogue.get("vulnerabilities"), "vulnerabilities"))
    return _explained(draft)


def is_kev_csv(header: list[str]) -> bool:
    return "cveid" in header and "dateadded" in header


def is_epss_csv(header: list[str]) -> bool:
    return "cve" in header and "epss" in header


def count_rows(kind: str, tool: str, rows: Iterator[Row]) -> Draft:
    draft = Draft(kind, tool)
    draft.listed = sum(1 for row in rows if next(iter(row.values()), ""))
    return _explained(draft)


def _explained(draft: Draft) -> Draft:
    draft.doubt(f"Ini daftar {draft.tool}, bukan laporan pemindai: dipakai untuk menimbang peluang temuan.")
    return draft
