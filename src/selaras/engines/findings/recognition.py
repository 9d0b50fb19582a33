"""Which tool wrote this, by what is in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from selaras.engines.findings.csv_rows import Row, bare_rows, csv_rows, header_of
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.errors import Damaged, UnknownFormat
from selaras.engines.findings.formats import (
    burp,
    cyclonedx,
    httpx,
    known_lists,
    models,
    mulval,
    nessus,
    nikto,
    nmap,
    nuclei,
    openvas,
    port_lists,
    pytm,
    sarif,
    testssl,
    threagile,
    trivy,
    wapiti,
    wazuh,
    zap,
)
from selaras.engines.findings.json_values import opening, values
from selaras.engines.findings.source import Source
from selaras.engines.findings.wording import plain
from selaras.engines.findings.xml_parts import Element, beginning, entities_refused, parts, root_of


class XmlFormat(NamedTuple):
    root: str
    read: Callable[[Iterator[Element]], Draft]
    wanted: tuple[str, ...]
    opened: tuple[str, ...] = ()
    signs: tuple[str, ...] = ("",)  # one of these is in the beginning too, where several tools share a root


class JsonFormat(NamedTuple):
    is_of: Callable[[Any], bool]
    read: Callable[[Iterator[Any]], Draft]


class CsvFormat(NamedTuple):
    is_of: Callable[[list[str]], bool]
    read: Callable[[Iterator[Row]], Draft]


_XML = (
    XmlFormat("nmaprun", nmap.read_nmap, nmap.WANTED),
    XmlFormat("OWASPZAPReport", zap.read_zap_xml, zap.WANTED, zap.OPENED),
    XmlFormat("niktoscan", nikto.read_nikto_xml, nikto.WANTED, nikto.OPENED),
    XmlFormat("niktoscans", nikto.read_nikto_xml, nikto.WANTED, nikto.OPENED),
    XmlFormat("report", wapiti.read_wapiti_xml, wapiti.WANTED, signs=("<report_infos",)),
    XmlFormat("report", openvas.read_openvas_xml, openvas.WANTED, signs=openvas.SIGNS),
    XmlFormat("get_reports_response", openvas.read_openvas_xml, openvas.WANTED),
    XmlFormat("get_results_response", openvas.read_openvas_xml, openvas.WANTED),
    XmlFormat("bom", cyclonedx.read_cyclonedx_xml, cyclonedx.WANTED),
    XmlFormat("NessusClientData_v2", nessus.read_nessus, nessus.WANTED),
    XmlFormat("issues", burp.read_burp, burp.WANTED, signs=("burpVersion",)),
)
_JSON = (
    JsonFormat(nuclei.is_nuclei, nuclei.read_nuclei),
    JsonFormat(zap.is_zap, zap.read_zap_json),
    JsonFormat(sarif.is_sarif, sarif.read_sarif),
    JsonFormat(cyclonedx.is_cyclonedx, cyclonedx.read_cyclonedx_json),
    JsonFormat(trivy.is_trivy, trivy.read_trivy),
    JsonFormat(known_lists.is_kev, known_lists.read_kev),
    JsonFormat(wapiti.is_wapiti, wapiti.read_wapiti_json),
    JsonFormat(nikto.is_nikto, nikto.read_nikto_json),
    JsonFormat(testssl.is_testssl, testssl.read_testssl_json),
    JsonFormat(wazuh.is_wazuh, wazuh.read_wazuh),
    JsonFormat(port_lists.is_masscan_json, port_lists.read_masscan_json),
    JsonFormat(httpx.is_httpx, httpx.read_httpx),
    JsonFormat(pytm.is_pytm, pytm.read_pytm),
    JsonFormat(threagile.is_threagile_json, threagile.read_threagile_json),
    JsonFormat(models.is_opengraph, models.read_opengraph),
    JsonFormat(models.is_schema, models.read_schema),
)
_CSV = (
    CsvFormat(testssl.is_testssl_csv, testssl.read_testssl_csv),
    CsvFormat(openvas.is_openvas_csv, openvas.read_openvas_csv),
    CsvFormat(known_lists.is_kev_csv, partial(known_lists.count_rows, "kev", "CISA KEV")),
    CsvFormat(known_lists.is_epss_csv, partial(known_lists.count_rows, "epss", "EPSS")),
)
KNOWN = (
    "Nmap, Masscan, Nuclei, ZAP, Trivy, OpenVAS, Nikto, testssl, Wapiti, Wazuh, httpx, Nessus, Burp, SARIF, CycloneDX, "
    "KEV, EPSS, MulVAL, Threagile, pytm, OpenGraph"
)


def nothing_said(source: Source) -> Draft | None:
    """A report without a word: 0 bytes, blanks, `null`, `[]`. Tools write such for nothing found, and for failure."""
    said = "".join(source.head.strip("\ufeff").split()) if source.whole_in_head else "…"
    if not re.fullmatch(r"(?:null|\[\]|\{\})*", said):
        return None
    draft = Draft("empty", "")
    draft.doubt(
        f"Berkas ini tidak berisi apa pun ({said or '0 huruf'}). Alatnya tidak menemukan apa-apa, atau gagal: "
        "periksa catatan alatnya. Temuan lama tidak ditutup karenanya."
    )
    return draft


def recognise(source: Source) -> Draft:
    """Read with the reader of the format; UnknownFormat tells what the content looks like."""
    head = source.head.lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")) and opening(source):
        return _json(source)
    if read := _text(source, head):
        return read
    if root := root_of(head[beginning(head) :]):
        return _xml(source, root)
    if "<!ENTITY" in head and head.startswith("<"):
        raise entities_refused()
    if opening(source):
        try:
            return _json(source)
        except Damaged:  # a bracket at the start of a line of some other text
            pass
    raise _unknown(_glimpse(head))


def _xml(source: Source, root: str) -> Draft:
    for one in _XML:
        if one.root == root and any(sign in source.head for sign in one.signs):
            return one.read(parts(source, one.wanted, one.opened))
    raise _unknown(f"XML dengan bagian terluar <{plain(root, 60)}>")


def _json(source: Source) -> Draft:
    told = values(source)
    first = next(told, None)
    while isinstance(first, list):  # an array within an array, or lines that are arrays
        told = itertools.chain(iter(first), told)
        first = next(told, None)
    for is_of, read in _JSON:
        if is_of(first):
            return read(itertools.chain([first], told))
    raise _unknown(_named(first))


def _text(source: Source, head: str) -> Draft | None:
    if head.startswith("<"):
        return None
    if port_lists.is_port_list(head):
        return port_lists.read_port_list(source)
    if head.startswith(('"Nikto - v', "Nikto - v")):
        return nikto.read_nikto_csv(bare_rows(source))
    if mulval.is_mulval(head):
        return mulval.read_mulval(source)
    if threagile.is_threagile(head):
        return threagile.read_threagile(source)
    header = header_of(source.head)
    return next((one.read(csv_rows(source)) for one in _CSV if one.is_of(header)), None)


def _named(value: Any) -> str:
    if isinstance(value, dict):
        return f"JSON dengan bagian {', '.join(plain(name, 30) for name in list(value)[:5]) or '(kosong)'}"
    return "JSON tanpa objek di dalamnya"


def _glimpse(head: str) -> str:
    words = re.sub(r"[^\x20-\x7e]+", "·", head[:60]).strip()
    return f"teks yang diawali “{words}”"


def _unknown(what: str) -> UnknownFormat:
    return UnknownFormat(f"Berkas ini {what}; bentuk itu belum dikenal. Yang dapat dibaca: {KNOWN}.")
