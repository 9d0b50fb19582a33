"""Files made to harm are refused within two seconds of processor time and 200 MB, each with one sentence.

Each is read in a process of its own that the system stops at those bounds.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engines.findings.reports import nmap, port, trivy

MB = 1024 * 1024


def _entities(body: str, root: str = "<nmaprun>{}</nmaprun>") -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{laughs}]>{root.format(body)}'.encode()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "billion laughs": lambda: _entities("<host>&l9;</host>"),
    "billion laughs in an attribute": lambda: _entities("&l9;", '<nmaprun args="{}"/>'),
    "quadratic growth": lambda: (
        b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 50_000 + b'">]><nmaprun>' + b"&a;" * 50_000 + b"</nmaprun>"
    ),
    "external entity": lambda: (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><nmaprun><host>&a;</host></nmaprun>'
    ),
    "external parameter entity": lambda: (
        b'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]><nmaprun/>'
    ),
    "100 levels of XML": lambda: b"<nmaprun>" + b"<host>" * 100 + b"</host>" * 100 + b"</nmaprun>",
    "a million levels of XML": lambda: b"<nmaprun>" + b"<a>" * 1_000_000,
    "100 levels of JSON": lambda: trivy(Vulnerabilities=json.loads("[" * 100 + "]" * 100)),
    "100 arrays": lambda: b"[" * 100 + b"]" * 100,
    "a million levels of JSON": lambda: b'{"a":' * 1_000_000,
    "millions of values": lambda: b'{"SchemaVersion":2,"Results":[' + b"{}," * 10_000_000 + b"{}]}",
    "millions of numbers": lambda: b'[{"template-id":"x","info":{}},' + b"0," * 10_000_000 + b"0]",
    "millions of elements": lambda: b"<nmaprun>" + b"<a/>" * 10_000_000,
    "one long attribute": lambda: b'<nmaprun a="' + b"x" * 70_000_000,
    "one long text": lambda: b"<nmaprun><host>" + b"x" * 70_000_000,
    "one long string": lambda: b'{"template-id":"x","info":{"name":"' + b"x" * 70_000_000 + b'"}}',
    "one long number": lambda: b'{"template-id":"x","info":{"name":' + b"9" * 10_000_000 + b"}}",
    "one long cell": lambda: b'"id","fqdn/ip","port","severity","finding"\n"' + b"x" * 50_000_000,
    "zip bomb": lambda: gzip.compress(b"\0" * 100_000_000, 6),
    "zip bomb that begins as a report": lambda: gzip.compress(b"<nmaprun><host>" + b" " * 100_000_000, 6),
    "zip bomb of hosts": lambda: gzip.compress(b"<nmaprun>" + b"<host/>" * 20_000_000, 6),
    "YAML of aliases of aliases": lambda: (
        b"threagile_version: 1\na0: &a0 [x]\n"
        + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 12))
    ),
    "deep YAML": lambda: b"threagile_version: " + b"[" * 100_000,
    "facts without end": lambda: b"vulExists(a).\nhacl(" + b"(" * 1_000_000,
    "a cut report": lambda: nmap(*[port(number) for number in range(1, 20_000)])[:-1_000],
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\x01" * 1_000_000,
    "noise": lambda: bytes(range(256)) * 40_000,
}

# The peak is read from /proc: what getrusage tells would count the size of the tests that started this process.
READ = """
import re, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
from selaras.engines.findings import FindingsError, read_report
with open(sys.argv[1], "rb") as stream:
    try:
        read_report(stream)
    except FindingsError as problem:
        print(problem)
with open("/proc/self/status") as status:
    print(int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read()).group(1)) // 1024)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str, tmp_path: Path) -> None:
    file = tmp_path / "laporan"
    file.write_bytes(HOSTILE[name]())
    _refused(file)


@pytest.mark.parametrize("beginning", [b'{"template-id":"x"', b"<nmaprun><host>", b"", b"\x1f\x8b"])
def test_a_gigabyte_is_refused_unread(beginning: bytes, tmp_path: Path) -> None:
    file = tmp_path / "laporan"
    with file.open("wb") as stream:
        stream.write(beginning)
        stream.truncate(1_100 * MB)
    assert "batasnya 256 MB" in _refused(file)


def _refused(file: Path) -> str:
    done = subprocess.run([sys.executable, "-c", READ, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"stopped at its bounds: {done.stderr[-500:]}"
    sentence, memory = done.stdout.splitlines()
    assert sentence.endswith(".")
    assert int(memory) < 200
    return sentence
