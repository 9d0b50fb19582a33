"""Who may come in at the addresses of the room `exposure`: name, who may read, who may write."""

from __future__ import annotations

from selaras.people.models import Role
from tests.web.role_walk import Rule, nobody, only

Kind = Role.Kind
SECRET_READERS = only(Kind.SECURITY_OFFICER, Kind.AUDITOR)
SECRET_KEEPERS = only(Kind.SECURITY_OFFICER)

WALK: dict[str, tuple[Rule, Rule]] = {
    "exposure-assess": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-assessment-file": (SECRET_READERS, nobody),
    "exposure-batch": (SECRET_KEEPERS, nobody),
    "exposure-batch-file": (SECRET_KEEPERS, nobody),
    "exposure-change": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-checklist": (SECRET_READERS, nobody),
    "exposure-connect": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-coverage": (SECRET_READERS, nobody),
    "exposure-criteria": (SECRET_READERS, SECRET_KEEPERS),
    "exposure-curve": (nobody, SECRET_KEEPERS),
    "exposure-desk": (SECRET_READERS, nobody),
    "exposure-disconnect": (nobody, SECRET_KEEPERS),
    "exposure-draft": (nobody, SECRET_KEEPERS),
    "exposure-draw": (SECRET_KEEPERS, nobody),
    "exposure-estimate": (nobody, SECRET_READERS),
    "exposure-finding": (SECRET_READERS, nobody),
    "exposure-finding-act": (nobody, SECRET_KEEPERS),
    "exposure-findings": (SECRET_READERS, nobody),
    "exposure-fix-act": (nobody, SECRET_KEEPERS),
    "exposure-fix-change": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-fix-new": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-fixes": (SECRET_READERS, nobody),
    "exposure-import": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-incident": (SECRET_READERS, nobody),
    "exposure-incident-act": (nobody, SECRET_KEEPERS),
    "exposure-incident-change": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-incident-new": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-incident-report": (SECRET_READERS, nobody),
    "exposure-incidents": (SECRET_READERS, nobody),
    "exposure-new": (SECRET_KEEPERS, SECRET_KEEPERS),
    "exposure-plan": (nobody, SECRET_KEEPERS),
    "exposure-reinstate": (nobody, SECRET_KEEPERS),
    "exposure-report": (SECRET_READERS, nobody),
    "exposure-retire": (nobody, SECRET_KEEPERS),
    "exposure-routes": (SECRET_READERS, nobody),
    "exposure-scan": (SECRET_READERS, nobody),
    "exposure-scan-file": (SECRET_READERS, nobody),
    "exposure-scans": (SECRET_READERS, SECRET_KEEPERS),
    "exposure-system": (SECRET_READERS, nobody),
    "exposure-template": (SECRET_READERS, nobody),
}
