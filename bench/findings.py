"""Reading reports of scanners: 100 MB of nmap and of nuclei, beside what only parses them."""

from __future__ import annotations

import gc
import io
import json
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from bench import case, peak_mb, spent
from selaras.engines.findings import merge, read_report

BYTES = 100_000_000
_PORT = (
    '<port protocol="tcp" portid="{}"><state state="{}" reason="syn-ack" reason_ttl="64"/><service name="http" '
    'product="nginx" version="1.18.0" method="probed" conf="10"><cpe>cpe:/a:igor_sysoev:nginx:1.18.0</cpe></service>'
    '<script id="vulners" output="x"><table key="cpe:/a:nginx"><table><elem key="id">CVE-2021-{}</elem><elem '
    'key="cvss">7.5</elem><elem key="type">cve</elem></table></table></script></port>\n'
)


def _nmap() -> Iterator[str]:
    draw = random.Random(9)
    yield '<?xml version="1.0"?>\n<!DOCTYPE nmaprun>\n<nmaprun scanner="nmap" args="nmap -A" start="1700000000">\n'
    for host in range(1 << 24):
        ports = (_PORT.format(port, draw.choice(("open", "closed")), 10_000 + port) for port in range(1, 60))
        yield (
            f'<host><status state="up"/><address addr="10.{host >> 16}.{host >> 8 & 255}.{host & 255}" '
            f'addrtype="ipv4"/><hostnames><hostname name="h{host}.contoh.go.id" type="PTR"/></hostnames><ports>'
            f"{''.join(ports)}</ports></host>\n"
        )


def _nuclei() -> Iterator[str]:
    for number in range(1 << 24):
        host = f"h{number % 5_000}.contoh.go.id"
        result = {
            "template-id": f"t{number % 900}", "type": "http", "host": f"https://{host}",
            "info": {"name": "Berkas terbuka", "severity": "medium", "description": "x" * 200, "tags": ["a", "b"]},
            "matched-at": f"https://{host}/{number}", "ip": f"10.0.{number % 5_000 >> 8}.{number & 255}",
            "request": "GET / HTTP/1.1\r\nHost: x\r\n" * 8, "response": "HTTP/1.1 200 OK\r\n" + "y" * 1_500,
            "timestamp": "2024-05-01T10:00:00Z",
        }  # fmt: skip
        yield json.dumps(result) + "\n"


def _written(file: Path, parts: Iterator[str], end: str) -> None:
    with file.open("w") as stream:
        size = 0
        while size < BYTES:
            size += stream.write(next(parts))
        stream.write(end)


def _xml_alone(content: bytes) -> None:
    for _, element in etree.iterparse(io.BytesIO(content), tag="host"):
        element.clear()


def _json_alone(content: bytes) -> None:
    for line in content.splitlines():
        json.loads(line)


@case("findings", asks="100 MB each of nmap and nuclei as a stream: CPU s and MB, beside parsing alone")
def findings() -> None:
    peers: dict[str, tuple[Callable[[], Iterator[str]], str, Callable[[bytes], None]]] = {
        "nmap": (_nmap, "</nmaprun>", _xml_alone),
        "nuclei": (_nuclei, "", _json_alone),
    }
    gc.freeze()  # what the other benchmarks loaded is none of this one's garbage
    for name, (parts, end, alone) in peers.items():
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / name
            _written(file, parts(), end)
            before = peak_mb()
            with spent() as ours, file.open("rb") as stream:
                report = read_report(stream, name)
            memory = peak_mb()
            with spent() as merged:
                known = merge((), report, "2024-06-01T00:00:00Z").kept
                merge(known, report, "2024-06-01T00:00:00Z")
            content = file.read_bytes()
            with spent() as peer:
                alone(content)
        print(
            f"{name:<7} {ours.cpu:6.2f} CPU s for {len(content) / 1e6:.0f} MB: {len(report.hosts):,} hosts, "
            f"{len(report.findings):,} findings; peak {memory:.0f} MB (before: {before:.0f}); parsing alone "
            f"{peer.cpu:.2f} CPU s; merged twice {merged.cpu:.2f} CPU s",
            flush=True,
        )
