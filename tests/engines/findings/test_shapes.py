"""One report in every wrapping that files come in, and the files that say nothing."""

from __future__ import annotations

import gzip
import io

import pytest

from selaras.engines.findings import Damaged, Refused, UnknownFormat, read_report
from tests.engines.findings.reports import NIKTO_XML, nmap, nuclei, port, trivy

XML = nmap(port(80))
LINE = nuclei()
BARE = XML.replace(b'<?xml version="1.0" encoding="UTF-8"?>\n', b"")


def gzipped(content: bytes) -> bytes:
    """The same bytes at every hour: cases are named after them, and every worker must name them alike."""
    return gzip.compress(content, mtime=0)


@pytest.mark.parametrize(
    ("content", "format_"),
    [
        (b"\xef\xbb\xbf" + XML, "nmap"),
        (BARE.decode().encode("utf-16"), "nmap"),
        (XML.decode().replace("UTF-8", "UTF-16").encode("utf-16-le"), "nmap"),
        (BARE.decode().encode("utf-32"), "nmap"),
        (b"<!-- SPDX-License-Identifier: x -->\n\n" + XML, "nmap"),
        (b"Starting Nmap 7.95\nNote: Host seems <down>.\n" + XML, "nmap"),
        (b"Starting Nmap\n" + BARE, "nmap"),
        (b"\n\n  " + XML, "nmap"),
        (BARE, "nmap"),
        (gzipped(XML), "nmap"),
        (b"\xef\xbb\xbf" + LINE, "nuclei"),
        (LINE.decode().encode("utf-16"), "nuclei"),
        (LINE.decode().encode("utf-16-le"), "nuclei"),
        (b"[" + LINE + b"]", "nuclei"),
        (b"[\n  " + LINE + b",\n  " + LINE + b"\n]\n", "nuclei"),
        (b"[INF] Current nuclei version: v3.1.0\n[WRN] x\n" + LINE + b"\n", "nuclei"),
        (
            LINE + b"\n[\x1b[34mINF\x1b[0m] Templates clustered: 12\n" + LINE + b"\n[INF] Scan completed in 1m\n",
            "nuclei",
        ),
        (b"2024-05-01 INFO Vulnerability scanning\n" + trivy(), "trivy"),
        (gzipped(LINE + b"\n" + LINE), "nuclei"),
    ],
)
def test_the_content_decides(content: bytes, format_: str) -> None:
    assert read_report(content, "laporan.pdf").format == format_


@pytest.mark.parametrize("between", [b"\n", b"\r\n", b"\n\n", b"", b" ", b",\n"])
def test_values_one_after_another(between: bytes) -> None:
    assert len(read_report(between.join([LINE, LINE, LINE])).findings) == 3


def test_a_large_file_of_lines_is_read_to_its_end() -> None:
    lines = [nuclei(**{"template-id": f"t{number}", "request": "x" * 900}) for number in range(2_000)]
    assert [one.rule for one in read_report(b"\n".join(lines)).findings] == [f"t{number}" for number in range(2_000)]


def test_arrays_appended_to_one_another() -> None:
    assert len(read_report(b"[" + LINE + b"]\n[" + LINE + b"]").findings) == 2


@pytest.mark.parametrize("between", [b"", b"\n", b"\n<!-- lagi -->\n"])
def test_scans_appended_to_one_another(between: bytes) -> None:
    second = XML.replace(b"192.0.2.10", b"192.0.2.11")
    assert [host.name for host in read_report(XML + between + second).hosts] == ["192.0.2.10", "192.0.2.11"]


@pytest.mark.parametrize("between", [b"", b"\n", b'\n<?xml version="1.0"?>\n'])
def test_scans_whose_root_holds_elements_of_its_name(between: bytes) -> None:
    bare = NIKTO_XML.partition(b"\n")[2].partition(b"\n")[2]
    inner = bare.replace(b"<niktoscan><niktoscan", b"<niktoscan><niktoscan/><niktoscan")
    assert len(read_report(between.join([inner, inner, inner])).findings) == 6


def test_a_second_scan_that_breaks_off_is_not_dropped_in_silence() -> None:
    with pytest.raises(Damaged, match="terpotong"):
        read_report(XML + XML[:-200])


def test_a_large_file_of_hosts_is_read_to_its_end() -> None:
    host = b'<host><status state="up"/><address addr="192.0.%d.%d" addrtype="ipv4"/></host>'
    content = b"<nmaprun>" + b"".join(host % (one // 250, one % 250) for one in range(9_000)) + b"</nmaprun>"
    assert len(read_report(content).hosts) == 9_000


def test_a_letter_that_is_none_leaves_a_doubt() -> None:
    report = read_report(XML.replace(b"nginx", b"ngi\xffnx"))
    assert (report.hosts[0].services[0].product, len(report.doubts)) == ("ngi�nx", 1)


def test_what_xml_declares_itself() -> None:
    content = XML.replace(b"UTF-8", b"ISO-8859-1").replace(b"nginx", "ngïnx".encode("latin-1"))
    assert read_report(content).hosts[0].services[0].product == "ngïnx"


def test_characters_that_xml_forbids_are_passed_over() -> None:
    assert read_report(XML.replace(b"nginx", b"ng\x01inx")).hosts[0].services[0].product == "nginx"


@pytest.mark.parametrize(
    "content",
    [b"", b" \n", b"null", b"[]", b"{}", b"\xef\xbb\xbf", b" null\n", b"[\n]\n", b"{ }", b"[]\n[]", gzipped(b"")],
)
def test_a_report_without_a_word(content: bytes) -> None:
    report = read_report(content)
    assert (report.format, report.findings, report.hosts, report.scope) == ("empty", (), (), ())
    assert "tidak berisi apa pun" in report.doubts[0]


def test_the_stream_stays_open() -> None:
    stream = io.BytesIO(XML)
    read_report(stream)
    assert not stream.closed


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (XML[:-20], Damaged),
        (XML[: len(XML) // 2], Damaged),
        (XML.replace(b"</ports>", b""), Damaged),
        (LINE[:-5], Damaged),
        (LINE + b"\n" + LINE[:40], Damaged),
        (b"[" + LINE, Damaged),
        (b"[" + LINE + b"," + LINE[:60], Damaged),
        (trivy(Vulnerabilities="banyak"), Damaged),
        (trivy(Vulnerabilities=["x"]), Damaged),
        (b'{"SchemaVersion": 2, "Results": 5}', Damaged),
        (LINE + b"\n5\n", Damaged),
        (gzipped(XML)[:-12], Damaged),
        (b'"id","fqdn/ip","port","severity","finding"\n"a","b', Damaged),
        (b"PK\x03\x04\x14\x00", Refused),
        (b"%PDF-1.7", Refused),
        (b"\x89PNG\r\n", Refused),
        (b"halo dunia", UnknownFormat),
        (b'{"nama": "x"}', UnknownFormat),
        (b"[1, 2, 3]", UnknownFormat),
        (b'"teks"', UnknownFormat),
        (b"\0" * 50, UnknownFormat),
        (b"<html><body>404</body></html>", UnknownFormat),
        (b'<report name="cakupan"><package name="a"/></report>', UnknownFormat),
        (b"<nmaprun><x:host/></nmaprun>", Damaged),
        (b"No;Nama\n1;x\n", UnknownFormat),
        (b"# Judul\n\n[tautan](x)\n", UnknownFormat),
    ],
)
def test_a_refusal_is_one_sentence_that_says_what_to_do(content: bytes, problem: type[Exception]) -> None:
    with pytest.raises(problem) as refused:
        read_report(content)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 400
