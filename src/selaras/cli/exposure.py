"""`selaras exposure read FILE --json`: what the report of a scanner says, without a database."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Column as Heading
from rich.table import Table as Columns

from selaras.cli.console import fail, out, print_json
from selaras.cli.files import refusal
from selaras.engines.findings import Finding, FindingsError, Host, Inventory, Report, Severity, read_report
from selaras.engines.findings.differences import DIFFERENCES

exposure = typer.Typer(no_args_is_help=True, help="Paparan: baca laporan pemindai dan model sistem.")
_SHOWN = 50
_WORDS = {
    Severity.CRITICAL: "kritis",
    Severity.HIGH: "tinggi",
    Severity.MEDIUM: "sedang",
    Severity.LOW: "rendah",
    Severity.INFO: "info",
    Severity.UNKNOWN: "tidak disebut",
}


@exposure.callback()
def group() -> None:
    """Paparan: baca laporan pemindai dan model sistem."""


@exposure.command("read")
def read(
    file: Annotated[Path, typer.Argument(help="Laporan pemindai: XML, JSON, CSV, atau salinan gzip-nya.")],
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Baca satu laporan pemindai: bentuknya, host yang terlihat, dan temuannya. Tidak memindai apa pun.

    Berakhir dengan 0 bila terbaca, 2 bila ditolak; kalimatnya menyebut apa yang perlu dilakukan.
    """
    try:
        with file.open("rb") as stream:
            report = read_report(stream, file.name)
    except OSError as problem:
        fail(f"Berkas {file} tidak dapat dibuka: {refusal(problem)}. Periksa nama dan letaknya.", as_json=as_json)
    except FindingsError as problem:
        fail(str(problem), as_json=as_json)
    if as_json:
        print_json(as_plain(report, str(file)))
    else:
        _print(report)


def as_plain(report: Report, file: str) -> dict[str, Any]:
    """The report in plain JSON values, the counts first."""
    return {
        "file": file,
        "format": report.format,
        "tool": report.tool or None,
        "tool_version": report.version or None,
        "scanned_at": report.scanned_at or None,
        "host_count": len(report.hosts),
        "hosts_down": report.hosts_down,
        "service_count": sum(len(host.services) for host in report.hosts),
        "finding_count": len(report.findings),
        "by_severity": report.by_severity,
        "set_aside_count": len(report.set_aside),
        "component_count": len(report.components),
        "listed_count": report.listed,
        **_model(report.model),
        "hosts": [_host(host) for host in report.hosts],
        "findings": [_finding(finding) for finding in report.findings],
        "set_aside": [_finding(finding) for finding in report.set_aside],
        "components": [asdict(component) for component in report.components],
        "doubts": list(report.doubts),
    }


def _model(model: Inventory | None) -> dict[str, Any]:
    """Systems and connections, where the file is a model of them."""
    known = model or Inventory(())
    return {
        "system_count": len(known.systems),
        "connection_count": len(known.links),
        "systems": [asdict(one) for one in known.systems],
        "connections": [asdict(one) for one in known.links],
        "shared_hosts": [{"key": key, "systems": list(systems)} for key, systems in known.shared],
        "differences": [{**asdict(one), "reason": DIFFERENCES[one.key].sentence} for one in known.differences],
    }


def _host(host: Host) -> dict[str, Any]:
    return asdict(host)


def _finding(finding: Finding) -> dict[str, Any]:
    told = asdict(finding)
    del told["format"]
    return {"key": finding.key, **told}


def _print(report: Report) -> None:
    tool = " ".join(filter(None, (report.tool or report.format, report.version)))
    when = f", {report.scanned_at}" if report.scanned_at else ""
    out.print(f"{report.name}: {tool}{when}.", soft_wrap=True)
    services = sum(len(host.services) for host in report.hosts)
    down = f" ({report.hosts_down} alamat lain tidak menjawab)" if report.hosts_down else ""
    out.print(f"{len(report.hosts)} host{down}, {services} layanan, {len(report.findings)} temuan.", soft_wrap=True)
    if report.by_severity:
        parts = ", ".join(f"{count} {_WORDS[Severity(key)]}" for key, count in report.by_severity.items())
        out.print(f"Tingkat: {parts}.", soft_wrap=True)
    if report.set_aside:
        out.print(f"{len(report.set_aside)} lagi dikesampingkan oleh alatnya sendiri.", soft_wrap=True)
    _print_lists(report)
    if report.hosts:
        out.print(_hosts(report))
    if report.findings:
        out.print(_findings(report))
    for doubt in report.doubts:
        out.print(f"Periksa: {doubt}", soft_wrap=True)


def _print_lists(report: Report) -> None:
    if report.components:
        out.print(f"{len(report.components)} komponen.")
    if report.listed:
        out.print(f"{report.listed} entri.")
    if report.model:
        out.print(f"{len(report.model.systems)} sistem, {len(report.model.links)} koneksi.")
        for one in report.model.differences:
            out.print(f"Beda: {DIFFERENCES[one.key].title}. {DIFFERENCES[one.key].sentence}", soft_wrap=True)


def _hosts(report: Report) -> Columns:
    shown = Columns(Heading("Host", overflow="fold"), Heading("Alamat dan nama lain", overflow="fold"), "Layanan")
    for host in report.hosts[:_SHOWN]:
        others = ", ".join(one for one in (*host.addresses, *host.names) if one != host.name)
        shown.add_row(host.name, others, ", ".join(f"{one.port}/{one.protocol}" for one in host.services[:20]))
    return _captioned(shown, len(report.hosts))


def _findings(report: Report) -> Columns:
    shown = Columns("Tingkat", Heading("Temuan", overflow="fold"), Heading("Di mana", overflow="fold"))
    order = list(Severity)
    for finding in sorted(report.findings, key=lambda one: order.index(one.severity))[:_SHOWN]:
        place = f"{finding.host}:{finding.port}" if finding.port else finding.host
        where = next(filter(None, (finding.place, place, finding.component, finding.target)), "")
        shown.add_row(_WORDS[finding.severity], finding.title, where)
    return _captioned(shown, len(report.findings))


def _captioned(shown: Columns, amount: int) -> Columns:
    if amount > _SHOWN:
        shown.caption = f"{_SHOWN} dari {amount}; semuanya ada di --json"
    return shown
