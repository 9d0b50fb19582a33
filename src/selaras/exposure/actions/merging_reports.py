"""What a report says against what is known: hosts and findings that are new, seen again, reopened, gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache

from django.db.models import Q
from django.db.models.fields.json import KT

from selaras.audit.actions import record
from selaras.engines.findings import Finding as Read
from selaras.engines.findings import Known, Severity, merge
from selaras.engines.findings import Report as ReadReport
from selaras.engines.findings.graph import told_routes
from selaras.exposure.known_uses import chances, likeliest
from selaras.exposure.matching import Register, words_of
from selaras.exposure.models import Finding, Report, SeenHost, System
from selaras.exposure.moments import past

State = Finding.State
_AT_ONCE = 500
_FIELDS = ("title", "severity", "score", "cves", "chance", "told", "seen_host", "system", "state")
_TIMES = ("first_seen", "last_seen", "gone_since", "reopened", "reason")


def register_of(agency_pk: int | None) -> Register:
    """An agency's reports are about its own systems; those of the region about all."""
    systems = System.objects.select_related("host", "agency")
    return Register(systems.filter(agency=agency_pk) if agency_pk else systems)


def carry_over(report: Report, read: ReadReport) -> None:
    """Into the register that the report belongs to. Call inside a transaction."""
    register = register_of(report.agency_id)
    seen = _hosts(report, read, register)
    rows = Finding.objects.select_for_update(of=("self",)).filter(agency=report.agency_id, format=read.format)
    known = {one.mark: one for one in rows}
    merged = merge((_known(one) for one in known.values()), read, report.sent_at.isoformat())
    fresh = {one.key for one in merged.new}
    changed = {one.key for part in (merged.seen_again, merged.reopened, merged.gone) for one in part}
    told = [one for one in merged.kept if one.key in fresh | changed]
    likely = chances(cve for one in told for cve in one.finding.cves)
    for one in told:
        row = known.setdefault(one.key, Finding(agency=report.agency, mark=one.key, format=read.format))
        _fill(row, one, seen, register, likely)
    Finding.objects.bulk_create([known[key] for key in fresh], batch_size=_AT_ONCE)
    Finding.objects.bulk_update([known[key] for key in changed], [*_FIELDS, *_TIMES], batch_size=_AT_ONCE)
    counts = {name: len(getattr(merged, name)) for name in ("new", "seen_again", "reopened", "gone")}
    report.told = {**counts, "hosts": len(read.hosts), "hosts_down": read.hosts_down, "doubts": list(read.doubts)[:20]}
    report.draft = {}
    if read.model:
        report.draft = asdict(read.model)
        differences = report.draft.pop("differences")
        report.told |= {"differences": differences, "routes": list(told_routes(read.model))}
    record("exposure.report_read", actor=report.sent_by, subject=report.key, detail=counts)


def _hosts(report: Report, read: ReadReport, register: Register) -> dict[str, SeenHost]:
    """Every host of the report as it is kept, by the name that the report gives it."""
    at = past(read.scanned_at) or report.sent_at
    known = {one.name: one for one in SeenHost.objects.filter(agency=report.agency_id)}
    made, changed = list[SeenHost](), list[SeenHost]()
    for host in read.hosts:
        words = sorted({host.name, *host.names, *host.addresses})
        one = known.get(host.name)
        (changed if one else made).append(one or SeenHost(agency=report.agency, name=host.name[:300], first_seen=at))
        row = (changed if one else made)[-1]
        row.words, row.services = f" {' '.join(words)} ", [asdict(service) for service in host.services[:200]]
        row.system, row.host = register.system_at(words), register.host_at(words)
        row.first_seen, row.last_seen = min(row.first_seen, at), max(row.last_seen or at, at)
        known[host.name] = row
    SeenHost.objects.bulk_create(made, batch_size=_AT_ONCE)
    fields = ["words", "services", "system", "host", "first_seen", "last_seen"]
    SeenHost.objects.bulk_update(changed, fields, batch_size=_AT_ONCE)
    return known


def _known(row: Finding) -> Known:
    told = dict(row.told) | {"severity": Severity(row.told["severity"])}
    told |= {name: tuple(told[name]) for name in ("cves", "cwes", "places")}
    return Known(Read(**told), row.first_seen, row.last_seen, row.gone_since, row.reopened)


def _fill(
    row: Finding, one: Known, seen: Mapping[str, SeenHost], register: Register, likely: Mapping[str, float]
) -> None:
    told = one.finding
    row.state, row.reason = _state(row, one)
    row.title, row.severity, row.score, row.cves = told.title[:300], told.severity.value, told.score, list(told.cves)
    row.chance, row.told = likeliest(told.cves, likely), asdict(told)
    row.first_seen, row.last_seen, row.gone_since = one.first_seen[:40], one.last_seen[:40], one.gone_since[:40]
    row.reopened, row.seen_host = one.reopened, seen.get(told.host)
    row.system = _system_of(row, register)


def _system_of(row: Finding, register: Register) -> System | None:
    told = row.told
    words = row.seen_host.words.split() if row.seen_host else [told["host"]]
    return register.system_at(words, (told["place"], *told["places"])) or register.system_named(told["target"])


def _state(row: Finding, one: Known) -> tuple[str, str]:
    """What was accepted stays so while it is there; once it was gone, it is judged anew."""
    if one.gone_since:
        return State.GONE, ""
    if one.reopened > row.reopened:
        return State.REOPENED, ""
    return (row.state, row.reason) if row.pk else (State.OPEN, "")


def match_again(systems: Collection[System]) -> None:
    """After the names or addresses of systems changed: the hosts and findings that are, or were, theirs.

    One pass through the registers that may tell of them, however many systems there are.
    """
    if not systems:
        return
    pks, words = {one.pk for one in systems}, {word for one in systems for word in words_of(one)}
    theirs = Q(agency=None) | Q(agency__in={one.agency_id for one in systems})
    registers = cache(register_of)
    hosts = [
        row
        for row in SeenHost.objects.filter(theirs).iterator()
        if row.system_id in pks or words & set(row.words.split())
    ]
    for row in hosts:
        register = registers(row.agency_id)
        row.system, row.host = register.system_at(row.words.split()), register.host_at(row.words.split())
    SeenHost.objects.bulk_update(hosts, ["system", "host"], batch_size=_AT_ONCE)
    findings = [*_found_at(hosts), *_found_nowhere(theirs, pks, words | {one.name.casefold() for one in systems})]
    for found in findings:
        register = registers(found.agency_id)
        found.system = _system_of(found, register)
    Finding.objects.bulk_update(findings, ["system"], batch_size=_AT_ONCE)


def _found_at(hosts: Sequence[SeenHost]) -> Iterator[Finding]:
    for start in range(0, len(hosts), _AT_ONCE):
        yield from Finding.objects.filter(seen_host__in=hosts[start : start + _AT_ONCE]).select_related("seen_host")


def _found_nowhere(theirs: Q, pks: Collection[int], words: set[str]) -> Iterator[Finding]:
    """Findings at no host, as of an image or a repository, that name one of the systems or were held to be its."""
    rows = Finding.objects.filter(theirs, seen_host=None)
    told = rows.annotate(target=KT("told__target"), at=KT("told__host")).values_list("pk", "system_id", "target", "at")
    fitting = []
    for pk, system, *named in told.iterator():
        names = {name.casefold() for name in named if name}  # without any, no report told it: it stays where it is
        if names and (system in pks or names & words):
            fitting.append(pk)
    for start in range(0, len(fitting), _AT_ONCE):
        yield from rows.filter(pk__in=fitting[start : start + _AT_ONCE])
