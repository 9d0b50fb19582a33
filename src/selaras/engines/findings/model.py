"""What a report says, whichever tool wrote it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256


class Severity(StrEnum):
    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"
    UNKNOWN = "unknown"  # the tool does not say


@dataclass(frozen=True, slots=True)
class Service:
    """A port that answered; ports a scan found closed or filtered are no services."""

    port: int
    protocol: str = "tcp"
    name: str = ""
    product: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """A machine or site as the tool told it: `name` is its host name, or its address where it has none.

    `addresses` are IP addresses, `names` every host name told. An image or a repository is no host.
    """

    name: str
    addresses: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    system: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """A part that a bill of materials lists."""

    name: str
    version: str = ""
    purl: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MappedSystem:
    """A system of a model; `core` if it must not fall, `foothold` if an intruder may start there."""

    key: str
    name: str = ""
    core: bool = False
    foothold: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A connection of a model; `kind` is one of `engines.routes.KINDS`, the direction is that of its register."""

    source: str
    target: str
    kind: str
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What a model says and the engine of routes reckons otherwise: `key` of `differences.DIFFERENCES`.

    `named` are the parts of the model it is about, the first of `count`.
    """

    key: str
    count: int = 0
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inventory:
    """Systems and how they connect, as a model file tells; `shared` are the systems on each shared host."""

    systems: tuple[MappedSystem, ...]
    links: tuple[Link, ...] = ()
    shared: tuple[tuple[str, tuple[str, ...]], ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def cores(self) -> tuple[str, ...]:
        return tuple(one.name or one.key for one in self.systems if one.core)

    @property
    def footholds(self) -> tuple[str, ...]:
        return tuple(one.name or one.key for one in self.systems if one.foothold)


@dataclass(frozen=True)
class Finding:
    """One weakness at one place.

    `rule` is the tool's own name of the check; `place` a path, an address or a file; `target` the image, repository
    or agent that was looked at where there is no host; `first_seen` and `last_seen` are as the tool tells them, ISO
    8601 where its form allows; `status` is `open`, or the reason why the tool itself set the finding aside; `mark` is
    the tool's own fingerprint, which outlives a moved line.
    """

    format: str
    rule: str
    title: str
    severity: Severity
    cves: tuple[str, ...] = ()
    cwes: tuple[int, ...] = ()
    score: float | None = None
    vector: str = ""
    host: str = ""
    port: int | None = None
    place: str = ""
    target: str = ""
    component: str = ""
    version: str = ""
    fixed_in: str = ""
    description: str = ""
    remedy: str = ""
    evidence: str = ""
    places: tuple[str, ...] = ()
    first_seen: str = ""
    last_seen: str = ""
    status: str = "open"
    mark: str = ""

    @cached_property
    def key(self) -> str:
        """The same for the same weakness at the same place in a later report of this tool: 20 hexadecimal digits.

        The version of a component, the wording and the severity are no part of it: they change while the weakness
        stays.
        """
        where = self.mark or self.place
        parts = (self.format, self.rule, self.host, str(self.port or ""), where, self.target, self.component)
        return sha256("\x1f".join(parts).encode()).hexdigest()[:20]


@dataclass(frozen=True)
class Report:
    """One file, read.

    `hosts_down` counts addresses that a scan tried and that did not answer. `set_aside` holds what the tool or its
    user had already judged to be no weakness: suppressed, not affected, passed. `listed` counts the entries of a file
    that is a list and no scan (KEV, EPSS). `model` is set where the file describes systems and how they connect.
    `scope` names what was looked at and `ports` the ranges (empty: all), so that a report closes only what it could
    have seen.
    """

    name: str
    format: str
    tool: str
    version: str = ""
    scanned_at: str = ""
    hosts: tuple[Host, ...] = ()
    hosts_down: int = 0
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[Finding, ...] = ()
    scope: tuple[str, ...] = ()
    ports: tuple[tuple[int, int], ...] = ()
    components: tuple[Component, ...] = ()
    listed: int = 0
    model: Inventory | None = None
    doubts: tuple[str, ...] = ()

    @property
    def by_severity(self) -> dict[str, int]:
        """How many findings of each severity, the gravest first, those without any left out."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity.value: counted[severity] for severity in Severity if counted[severity]}
