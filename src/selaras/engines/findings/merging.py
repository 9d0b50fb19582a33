"""Findings over time: a report against what is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from selaras.engines.findings.dates import instant
from selaras.engines.findings.model import Finding, Report


@dataclass(frozen=True)
class Known:
    """A finding as it is kept: when it was first and last seen, and since when it is gone ("" while it is there).

    Moments are ISO 8601; one without a zone is taken as UTC. `reopened` counts how often it came back.
    """

    finding: Finding
    first_seen: str
    last_seen: str
    gone_since: str = ""
    reopened: int = 0

    @property
    def key(self) -> str:
        return self.finding.key

    @property
    def is_open(self) -> bool:
        return not self.gone_since


@dataclass(frozen=True)
class Merged:
    """What a report changed. `kept` is the whole register after it, with what the report did not touch."""

    new: tuple[Known, ...]
    seen_again: tuple[Known, ...]
    reopened: tuple[Known, ...]
    gone: tuple[Known, ...]
    kept: tuple[Known, ...]


def merge(known: Iterable[Known], report: Report, seen_at: str, scope: Collection[str] | None = None) -> Merged:
    """Carry a report into the register; `seen_at` (ISO 8601) is when it was taken, used where it tells no time itself.

    A known finding that the report lacks is gone only if the report could have seen it: the same format, its host or
    target within the scope and its port within the ports that were looked at. `scope` widens or narrows what the
    report says of itself; Nuclei names only hosts where something matched. A report older than the last sight of a
    finding neither closes nor reopens it. What a report sets aside counts as not there. A key that a report gives
    twice is one finding. Linear in both; the same report twice changes nothing the second time.
    """
    at = report.scanned_at if instant(report.scanned_at) else seen_at
    looked_at = set(report.scope if scope is None else scope)
    there = {finding.key: finding for finding in reversed(report.findings)}
    again: list[Known] = []
    reopened: list[Known] = []
    gone: list[Known] = []
    kept: list[Known] = []
    for one in known:
        finding = there.pop(one.key, None)
        if finding is None:
            after = _missed(one, report, looked_at, at)
            gone += [after] if after is not one else []
        else:
            after = _seen(one, finding, at)
            (reopened if after.reopened > one.reopened else again).append(after)
        kept.append(after)
    new = [Known(finding, _earlier(finding.first_seen, at), at) for finding in reversed(there.values())]
    return Merged(tuple(new), tuple(again), tuple(reopened), tuple(gone), (*kept, *new))


def _before(one: str, other: str) -> bool:
    first, second = instant(one), instant(other)
    return first is not None and second is not None and first < second


def _earlier(one: str, other: str) -> str:
    return one if _before(one, other) else other


def _seen(known: Known, finding: Finding, at: str) -> Known:
    if _before(at, known.last_seen):
        return replace(known, first_seen=_earlier(at, known.first_seen))
    if known.gone_since and _before(known.gone_since, at):
        return replace(known, finding=finding, last_seen=at, gone_since="", reopened=known.reopened + 1)
    return replace(known, finding=finding, last_seen=at)


def _missed(known: Known, report: Report, looked_at: Collection[str], at: str) -> Known:
    """The finding as gone, or itself untouched."""
    finding = known.finding
    within = finding.format == report.format and (finding.host or finding.target) in looked_at
    if finding.port and report.ports:
        within = within and any(low <= finding.port <= high for low, high in report.ports)
    return replace(known, gone_since=at) if within and known.is_open and _before(known.last_seen, at) else known
