"""A report in the making: what every reader of a format fills."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from selaras.engines.findings.addresses import Address, address_of, is_ip
from selaras.engines.findings.errors import Refused
from selaras.engines.findings.model import Component, Finding, Host, Inventory, Report, Service
from selaras.engines.findings.wording import plain

MOST_FINDINGS = 500_000
MOST_HOSTS = 300_000


@dataclass(slots=True)
class _HostDraft:
    addresses: dict[str, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    services: dict[tuple[int, str], Service] = field(default_factory=dict)
    system: str = ""


@dataclass(slots=True)
class Draft:
    """Hosts are kept under the name the tool gives them first; findings stay in the order of the file."""

    format: str
    tool: str
    version: str = ""
    scanned_at: str = ""
    hosts_down: int = 0
    findings: list[Finding] = field(default_factory=list)
    set_aside: list[Finding] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)
    listed: int = 0
    model: Inventory | None = None
    scope: dict[str, None] = field(default_factory=dict)
    ports: list[tuple[int, int]] = field(default_factory=list)
    doubts: dict[str, None] = field(default_factory=dict)
    _hosts: dict[str, _HostDraft] = field(default_factory=dict)

    def host(self, name: str, *others: str, system: str = "") -> str:
        """Note a host under `name` with its other names and addresses; returns the name it is kept under."""
        kept = name.strip().rstrip(".").lower()
        if not kept:
            return ""
        host = self._hosts.setdefault(kept, _HostDraft())
        if len(self._hosts) > MOST_HOSTS:
            raise Refused(f"Laporan memuat lebih dari {MOST_HOSTS:,} host. Pecah pemindaiannya.".replace(",", "."))
        for one in filter(None, (kept, *(other.strip().rstrip(".").lower() for other in others))):
            (host.addresses if is_ip(one) else host.names)[one] = None
        host.system = host.system or system
        self.scope[kept] = None
        return kept

    def service(self, host: str, service: Service) -> None:
        """Note a port that answered; what is told twice keeps the telling with more words."""
        services = self._hosts[host].services
        known = services.get((service.port, service.protocol))
        if known is None or len(known.name + known.product) < len(service.name + service.product):
            services[service.port, service.protocol] = service

    def site(self, value: Any, *others: str) -> Address:
        """Note the host of an address, and the port it names as a service."""
        address = address_of(value)
        kept = self.host(address.host, *others)
        if kept and address.port:
            self.service(kept, Service(address.port, name=address.scheme))
        return address

    def finding(self, rule: Any, title: Any, **said: Any) -> None:
        """Add a finding; with a `status` other than `open` it is set aside."""
        finding = Finding(self.format, plain(rule), plain(title) or plain(rule) or "(tanpa judul)", **said)
        (self.findings if finding.status == "open" else self.set_aside).append(finding)
        if len(self.findings) + len(self.set_aside) > MOST_FINDINGS:
            raise Refused(f"Laporan memuat lebih dari {MOST_FINDINGS:,} temuan. Pecah laporannya.".replace(",", "."))

    def looked_at(self, target: str) -> str:
        """Note an image, repository or model that was looked at, where there is no host."""
        if target:
            self.scope[target] = None
        return target

    def doubt(self, sentence: str) -> None:
        self.doubts[sentence] = None

    def finished(self, name: str) -> Report:
        hosts = (
            Host(kept, tuple(host.addresses), tuple(host.names), tuple(host.services.values()), host.system)
            for kept, host in self._hosts.items()
        )
        return Report(
            name=name,
            format=self.format,
            tool=self.tool,
            version=self.version,
            scanned_at=self.scanned_at,
            hosts=tuple(hosts),
            hosts_down=self.hosts_down,
            findings=tuple(self.findings),
            set_aside=tuple(self.set_aside),
            components=tuple(self.components),
            listed=self.listed,
            model=self.model,
            scope=tuple(self.scope),
            ports=tuple(self.ports),
            doubts=tuple(self.doubts),
        )
