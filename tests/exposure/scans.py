"""Reports about the invented systems, in the form of a scanner, for tests."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

from selaras.exposure.actions.taking_reports import take_report
from selaras.exposure.models import Report
from selaras.government.models import Agency
from selaras.people.models import Account
from tests.exposure.room import chief

MONDAY, TUESDAY, WEDNESDAY = "2024-05-06", "2024-05-07", "2024-05-08"
SITE = "simpeg.contoh.go.id"


def alert(name: str, site: str = SITE, path: str = "/masuk", risk: str = "3", **more: Any) -> dict[str, Any]:
    instance = {"uri": f"https://{site}{path}", "method": "GET"}
    return {"pluginid": name, "alert": name, "riskcode": risk, "instances": [instance], **more}


def zap(*alerts: dict[str, Any], site: str = SITE, day: str = MONDAY) -> bytes:
    """One site as ZAP reports it."""
    told = {"@name": f"https://{site}", "@host": site, "@port": "443", "@ssl": "true", "alerts": list(alerts)}
    return json.dumps(
        {"@programName": "ZAP", "@version": "2.14.0", "@generated": f"{day}T08:00:00Z", "site": [told]}
    ).encode()


def nuclei(cve: str, site: str = SITE, day: str = MONDAY, severity: str = "critical") -> bytes:
    told = {
        "template-id": cve,
        "info": {"name": f"Kelemahan {cve}", "severity": severity, "classification": {"cve-id": [cve.lower()]}},
        "host": f"https://{site}",
        "matched-at": f"https://{site}/cari",
        "timestamp": f"{day}T10:00:00Z",
    }
    return json.dumps(told).encode()


def kev(*cves: str, day: str = MONDAY) -> bytes:
    rows = [{"cveID": cve, "vendorProject": "Contoh", "product": "Contoh", "dateAdded": MONDAY} for cve in cves]
    return json.dumps({"title": "KEV", "catalogVersion": day, "count": len(rows), "vulnerabilities": rows}).encode()


def epss(rows: Sequence[tuple[str, float]], day: str = MONDAY) -> bytes:
    told = "".join(f"{cve},{chance},0.5\n" for cve, chance in rows)
    return f"#model_version:v2023.03.01,score_date:{day}\ncve,epss,percentile\n{told}".encode()


def sent(content: bytes, agency: Agency | None = None, *, by: Account | None = None, name: str = "pindaian") -> Report:
    return take_report(name, io.BytesIO(content), agency, actor=by or chief())
