"""An edition of KEV or EPSS comes in, and every finding is told its chance anew."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import BinaryIO, cast

from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.findings import Report as Read
from selaras.engines.findings import read_likelihoods
from selaras.exposure import rules
from selaras.exposure.errors import NotAllowed
from selaras.exposure.known_uses import chances, current_lists, likeliest
from selaras.exposure.models import Finding, KnownList, KnownUse, Report
from selaras.exposure.moments import past

LISTS = KnownList.Kind.values
_AT_ONCE = 2_000


def take_list(report: Report, read: Read) -> None:
    """Call inside a transaction. Raises NotAllowed: a list counts for every agency."""
    if not rules.is_region_officer(report.sent_by):
        raise NotAllowed(_("Daftar KEV dan EPSS berlaku untuk semua; petugas keamanan daerah yang mengirimnya."))
    with report.file.open("rb") as content:
        listed = read_likelihoods(cast("BinaryIO", content))
    version = listed.exploited_version or listed.predicted_version
    uses = {cve: ("", chance) for cve, chance in listed.predicted.items()}
    uses |= {cve: (since, 1.0) for cve, since in listed.exploited.items()}
    edition = KnownList.objects.create(
        kind=read.format,
        version=version[:300],
        made_at=past(listed.exploited_at or listed.predicted_at),
        report=report,
        rows=len(uses),
        taken_by=report.sent_by,
        taken_at=report.sent_at,
    )
    if edition in current_lists():
        _count_by(edition, uses)
    report.told = {"rows": len(uses), "version": version}
    record("exposure.list_taken", actor=report.sent_by, subject=report.key, detail={"kind": read.format})


def _count_by(edition: KnownList, uses: Mapping[str, tuple[str, float]]) -> None:
    """Of a kind only the edition that counts is kept by its weaknesses: of each other the file alone tells."""
    KnownUse.objects.filter(edition__kind=edition.kind).delete()
    rows = (KnownUse(edition=edition, cve=cve, since=day[:20], chance=chance) for cve, (day, chance) in uses.items())
    while some := list(islice(rows, _AT_ONCE)):
        KnownUse.objects.bulk_create(some)
    _tell_findings()


def _tell_findings() -> None:
    findings = list(Finding.objects.exclude(cves=[]).only("cves", "chance"))
    likely = chances(cve for one in findings for cve in one.cves)
    for one in findings:
        one.chance = likeliest(one.cves, likely)
    Finding.objects.bulk_update(findings, ["chance"], batch_size=500)
