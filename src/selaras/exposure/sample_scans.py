"""Invented reports of scanners about the invented district: hosts seen and not registered, findings that went and stay.

Addresses are of the ranges kept for documents (RFC 5737), names end in `.example` (RFC 2606). Weaknesses bear numbers
of a year in which none was given (`CVE-1900-…`), so that no real one is told a chance that it does not have.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from urllib.parse import urlsplit

from django.utils import timezone

from selaras.exposure.actions.computing import ask_estimate, ask_plan, run_computation
from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.actions.taking_reports import take_report
from selaras.exposure.models import Finding, Fix, Report, System
from selaras.people.models import Account

_STRANGERS = ("uji-coba", "pendaftaran-lama", "cadangan-2019", "kamera-balai")
_SEEN = 200
_ALERTS = (
    ("40018", "Suntikan SQL (contoh)", "3", "/cari?q=1"),
    ("10106", "Sandi lewat HTTP tanpa enkripsi (contoh)", "2", "/masuk"),
    ("10020", "Halaman dapat dibingkai situs lain (contoh)", "2", "/"),
    ("10036", "Versi peladen terbaca (contoh)", "1", "/"),
)
_EXPOSED = (
    ("contoh-panel-terbuka", "Panel admin terbuka ke internet (contoh)", "high", "CVE-1900-10001"),
    ("contoh-cadangan-terunduh", "Berkas cadangan dapat diunduh (contoh)", "critical", "CVE-1900-10002"),
    ("contoh-sandi-bawaan", "Sandi bawaan pabrik (contoh)", "critical", "CVE-1900-10003"),
)
_USED = ("CVE-1900-10002",)
_CHANCES = (("CVE-1900-10001", 0.04), ("CVE-1900-10002", 0.62), ("CVE-1900-10003", 0.31))
_LISTED = 30  # days ago, so that the first real edition that is sent counts instead
_BUDGET = 300_000_000


def seed_scans(*, actor: Account) -> int:
    """Six reports over three weeks, an edition of KEV and one of EPSS, patches for what is gravest, the exposure and a
    plan. Returns how many files.

    Call after `seed_district`. Made once: with a report in the register, nothing is added.
    """
    if Report.objects.exists():
        return 0
    now = timezone.now().replace(microsecond=0)
    addressed = System.objects.exclude(address="").select_related("agency").order_by("-worth", "pk")
    open_ones = list(addressed.filter(internet=System.Internet.OPEN, foothold=System.Foothold.NONE)[:4])
    _take("kev.json", _kev(now - timedelta(days=_LISTED)), actor)
    _take("epss.csv", _epss(now - timedelta(days=_LISTED)), actor)
    _take("jaringan.xml", _nmap(list(addressed[:_SEEN]), now - timedelta(days=21)), actor)
    for day, alerts in ((20, _ALERTS), (6, _ALERTS[1:])):  # the gravest was mended meanwhile
        for at, system in enumerate(open_ones[:2]):
            _take(f"{_host(system)}-{day}.json", _zap(system, alerts[at:], now - timedelta(days=day)), actor)
    _take("paparan.jsonl", _nuclei(open_ones, now - timedelta(days=3)), actor)
    for cost, finding in enumerate(_gravest(), start=1):
        _patch(finding, cost * 7_500_000, actor)
    for asked in (ask_estimate(actor=actor), ask_plan(_BUDGET, actor=actor)):
        run_computation(asked.pk)
    return Report.objects.count()


def _take(name: str, content: bytes, actor: Account) -> None:
    take_report(f"contoh-{name}", io.BytesIO(content), None, actor=actor)


def _gravest() -> Iterator[Finding]:
    live = Finding.objects.filter(state__in=Finding.LIVE, severity__in=("critical", "high")).exclude(system=None)
    return live.select_related("system__agency").order_by("pk").iterator()


def _patch(finding: Finding, cost: int, actor: Account) -> None:
    if finding.system:
        said = Measured(Fix.Kind.PATCH, f"Tambal: {finding.title}", cost, 10, Decimal("8.5"))
        suggest_fix(finding.system, said, finding, actor=actor)


def _host(system: System) -> str:
    return urlsplit(system.address).hostname or ""


def _nmap(systems: Sequence[System], day: datetime) -> bytes:
    """Registered ones in 198.51.100.0/24, strangers in 203.0.113.0/24."""
    told: list[tuple[str, str, tuple[int, ...]]]
    told = [(_host(system), f"198.51.100.{at}", (443,)) for at, system in enumerate(systems, start=1)]
    told += [
        (f"{name}.kabupaten.example", f"203.0.113.{at}", (22, 80, 3306)) for at, name in enumerate(_STRANGERS, start=7)
    ]
    hosts = "".join(
        f'<host><status state="up"/><address addr="{address}" addrtype="ipv4"/><hostnames><hostname name="{name}"/>'
        f"</hostnames><ports>{''.join(map(_port, ports))}</ports></host>"
        for name, address, ports in told
    )
    start = int(day.timestamp())
    return (
        f'<?xml version="1.0"?><nmaprun scanner="nmap" args="nmap -sV (contoh)" version="7.95" start="{start}">{hosts}'
        f'<runstats><finished time="{start + 900}" exit="success"/></runstats></nmaprun>'
    ).encode()


def _port(number: int) -> str:
    names = {22: "ssh", 80: "http", 443: "https", 3306: "mysql"}
    return (
        f'<port protocol="tcp" portid="{number}"><state state="open"/><service name="{names[number]}" '
        'product="contoh" version="1.0"/></port>'
    )


def _zap(system: System, alerts: Sequence[tuple[str, str, str, str]], day: datetime) -> bytes:
    host = _host(system)
    told = [
        {"pluginid": key, "alert": name, "riskcode": risk, "desc": "Temuan karangan untuk peragaan.",
         "instances": [{"uri": f"https://{host}{path}", "method": "GET"}]}
        for key, name, risk, path in alerts
    ]  # fmt: skip
    site = {"@name": f"https://{host}", "@host": host, "@port": "443", "@ssl": "true", "alerts": told}
    whole = {"@programName": "ZAP", "@version": "2.16.0", "@generated": day.isoformat(), "site": [site]}
    return json.dumps(whole).encode()


def _nuclei(systems: Sequence[System], day: datetime) -> bytes:
    lines = []
    for system, (key, name, severity, cve) in zip(systems, _EXPOSED, strict=False):
        info = {"name": name, "severity": severity, "classification": {"cve-id": [cve]}}
        told = {"template-id": key, "info": info, "host": f"https://{_host(system)}",
                "matched-at": f"https://{_host(system)}/admin", "timestamp": day.isoformat()}  # fmt: skip
        lines.append(json.dumps(told))
    return "\n".join(lines).encode()


def _kev(day: datetime) -> bytes:
    rows = [{"cveID": cve, "vulnerabilityName": "karangan (contoh)", "dateAdded": f"{day:%Y-%m-%d}"} for cve in _USED]
    whole = {"title": "Daftar karangan (contoh)", "catalogVersion": "contoh", "dateReleased": day.isoformat(),
             "count": len(rows), "vulnerabilities": rows}  # fmt: skip
    return json.dumps(whole).encode()


def _epss(day: datetime) -> bytes:
    rows = "".join(f"{cve},{chance},0.5\n" for cve, chance in _CHANCES)
    return f"#model_version:contoh,score_date:{day:%Y-%m-%d}\ncve,epss,percentile\n{rows}".encode()
