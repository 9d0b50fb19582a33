"""What other versions, options and unhappy endings of each tool write, from the published form of its reports."""

from __future__ import annotations

import json
from typing import Any

import pytest

from selaras.engines.findings import Damaged, Report, Severity, UnknownFormat, read_report
from tests.engines.findings import reports
from tests.engines.findings.reports import HOST, nmap, nuclei, openvas, openvas_result, port


def read(content: bytes | list[Any] | dict[str, Any]) -> Report:
    return read_report(content if isinstance(content, bytes) else json.dumps(content).encode())


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


# Nmap

JUDGED = (
    '<script id="http-slowloris" output="x"><table key="CVE-2007-6750"><elem key="state">{}</elem></table></script>'
)


@pytest.mark.parametrize(
    ("state", "found", "aside", "doubts"),
    [
        ("VULNERABLE (DoS)", 1, 0, 0),
        ("VULNERABLE (Exploitable)", 1, 0, 0),
        ("NOT VULNERABLE", 0, 1, 0),
        ("UNKNOWN (unable to test)", 0, 0, 1),
        ("enabled", 0, 0, 0),
    ],
)
def test_every_state_of_the_vulns_library(state: str, found: int, aside: int, doubts: int) -> None:
    report = read(nmap(port(80, JUDGED.format(state))))
    assert (len(report.findings), len(report.set_aside), len(report.doubts)) == (found, aside, doubts)


@pytest.mark.parametrize("line", ["  CVE-2020-{}&#x9;7.5&#x9;https://vulners.com/cve", "[CVE-2020-{}] nginx memory"])
def test_a_script_may_print_hundreds_of_lines(line: str) -> None:
    printed = "&#xa;".join(line.format(number) for number in range(1_000, 1_300))
    report = read(nmap(port(80, f'<script id="vulners" output="{printed}"/>')))
    assert len(report.findings) == 300


@pytest.mark.parametrize(("listed", "told", "down"), [(0, 256, 256), (2, 256, 256), (2, 0, 2)])
def test_addresses_that_did_not_answer_are_counted_once(listed: int, told: int, down: int) -> None:
    silent = '<host><status state="down"/><address addr="192.0.2.9" addrtype="ipv4"/></host>' * listed
    whole = nmap(extra=silent).replace(b"</runstats>", f'<hosts up="1" down="{told}" total="9"/></runstats>'.encode())
    assert (read(whole).hosts_down, read(whole * 2).hosts_down) == (down, 2 * down)


BEGUN = "# Nmap 7.94 scan initiated Mon Jan  1 10:00:00 2024 as: nmap"
DONE = "# Nmap done at Mon Jan  1 10:00:05 2024 -- 1 IP address (0 hosts up) scanned in 5.00 seconds\n"
NORMAL = "Nmap scan report for contoh.go.id (192.0.2.10)\nHost is up.\nPORT   STATE SERVICE\n22/tcp open  ssh\n"


@pytest.mark.parametrize("between", ["", f"Host: {HOST} ()\tStatus: Down\n"])
def test_a_grepable_list_without_a_host(between: str) -> None:
    report = read(f"{BEGUN} -oG x\n{between}{DONE}".encode())
    assert (report.format, report.hosts) == ("nmap", ())


def test_the_form_for_people_is_not_taken_for_a_list_without_a_host() -> None:
    with pytest.raises(UnknownFormat):
        read(f"{BEGUN} -oN x\n{NORMAL}{DONE}".encode())


# ZAP


def zap(site: Any, *alerts: dict[str, Any]) -> Report:
    return read(reports.zap_json({**site, "alerts": list(alerts)}))


def test_a_site_at_an_address_of_six_groups() -> None:
    named = {"@name": "http://[2001:db8::1]:8080", "@host": "2001:db8::1", "@port": "8080", "@ssl": "false"}
    (host,) = zap(named).hosts
    assert (host.name, host.services[0].port) == ("2001:db8::1", 8080)


@pytest.mark.parametrize(("told", "severity"), [("High (Low)", Severity.HIGH), ("Informational", Severity.INFO)])
def test_a_risk_in_words_alone(told: str, severity: Severity) -> None:
    alert = {"pluginid": "1", "alert": "x", "riskdesc": told}
    assert zap(reports.zap_site(), alert).findings[0].severity is severity


def test_older_zap_writes_one_alert_an_address() -> None:
    items = "".join(
        f"<alertitem><pluginid>1</pluginid><alert>x</alert><uri>http://contoh.go.id/{n}</uri></alertitem>" for n in "ab"
    )
    site = '<site name="http://contoh.go.id" host="contoh.go.id" port="80" ssl="false">'
    report = read(f'<OWASPZAPReport version="2.4.3">{site}<alerts>{items}</alerts></site></OWASPZAPReport>'.encode())
    assert [one.places for one in report.findings] == [("http://contoh.go.id/a",), ("http://contoh.go.id/b",)]
    assert len({one.key for one in report.findings}) == 2


# Trivy


def test_the_findings_of_a_cluster() -> None:
    results = [{"Target": "x", "Vulnerabilities": [{"VulnerabilityID": "CVE-2024-1", "PkgName": "a"}]}]
    report = read(
        {"SchemaVersion": 0, "ClusterName": "k", "Findings": [{"Kind": "Pod", "Name": "p", "Results": results}]}
    )
    assert (report.format, rules(report), report.findings[0].target) == ("trivy", ["CVE-2024-1"], "Pod/p")


def test_a_cluster_without_a_word() -> None:
    assert read({"ClusterName": "k"}).format == "trivy"


def test_a_licence_that_the_user_ignores() -> None:
    told = {"Type": "license", "Status": "ignored", "Finding": {"Name": "GPL-3.0", "PkgName": "a", "Severity": "HIGH"}}
    (aside,) = read(reports.trivy(ExperimentalModifiedFindings=[told])).set_aside
    assert (aside.rule, aside.component, aside.status) == ("GPL-3.0", "a", "ignored")


# OpenVAS


@pytest.mark.parametrize(
    ("threat", "severity"),
    [("Alarm", Severity.MEDIUM), ("Error", Severity.INFO), ("Debug", Severity.INFO), ("None", Severity.INFO)],
)
def test_the_rarer_threats(threat: str, severity: Severity) -> None:
    assert read(openvas(openvas_result(threat, score="5.0"))).findings[0].severity is severity


def test_a_result_of_the_scanner_of_cves() -> None:
    told = openvas_result().replace("1.3.6.1", "CVE-2019-1010").replace("CVE-2013-2566", "x")
    assert read(openvas(told)).findings[0].cves == ("CVE-2019-1010",)


def test_older_openvas_writes_the_service_before_its_port() -> None:
    report = read(openvas(openvas_result(where="https (443/tcp)")))
    assert (report.findings[0].port, report.hosts[0].services[0].port) == (443, 443)


def test_an_answer_that_holds_an_error_instead_of_a_report() -> None:
    refused = b"<get_reports_response status='404' status_text='Failed to find report'/>"
    assert "404" in read(refused).doubts[0]


def test_a_long_cell() -> None:
    header = "IP,Hostname,Port,Port Protocol,CVSS,Severity,NVT Name,Specific Result,NVT OID,CVEs\r\n"
    row = f'{HOST},,443,tcp,5.0,Medium,N,"{"x" * 200_000}",1.3.6,CVE-2020-1000\r\n'
    assert rules(read((header + row).encode())) == ["1.3.6"]


# Nikto


def test_nikto_2_1_6_writes_a_comma_after_the_last() -> None:
    items = '{"id":"1","OSVDB":"0","method":"GET","url":"/","msg":"a,] b"},{"id":"2","msg":"c\\",}"},'
    whole = f'{{"host":"contoh.go.id","ip":"{HOST}","port":"80","banner":"","vulnerabilities":[{items}],}}\n'
    report = read(whole.encode())
    assert [one.description for one in report.findings] == ["a,] b", 'c",}']
    assert len(read(whole.encode() * 3).findings) == 6


def test_nikto_2_1_6_closes_only_the_last_of_several_hosts() -> None:
    hosts = "".join(
        f'{{"host":"{name}","ip":"{HOST}","port":"80","banner":"","vulnerabilities":[{{"id":7,"msg":"],{{"}},],'
        for name in ("a.go.id", "b.go.id", "c.go.id")
    )
    report = read(f"{hosts}}}\n".encode())
    assert [one.host for one in report.findings] == ["a.go.id", "b.go.id", "c.go.id"]


def test_nikto_writes_numbers_with_zeros_before_them() -> None:
    items = ",".join(
        f'{{"id":{number},"msg":"0{number},]"}}' for number in ("000396", "000", "100", "-0", "0.5", "1e05")
    )
    report = read(f'{{"host":"contoh.go.id","ip":"{HOST}","port":80,"vulnerabilities":[{items}]}}'.encode())
    assert rules(report) == ["396", "0", "100", "0", "0.5", "100000.0"]
    assert report.findings[0].description == "0000396,]"


@pytest.mark.parametrize("commas", [",,", ", ,", "," * 200_000])
def test_more_than_one_comma_is_no_slip(commas: str) -> None:
    with pytest.raises(Damaged, match="JSON rusak"):
        read(nuclei()[:-1] + commas.encode() + b"}")


@pytest.mark.parametrize(
    ("written", "message"),
    [(r"a \"b\" c", 'a "b" c'), (r"\"b\"", '"b"'), ('a ""b"" c', 'a "b" c'), ("C:\\", "C:\\"), (r"a\", \"b", 'a", "b')],
)
def test_a_quotation_in_rows_of_nikto(written: str, message: str) -> None:
    row = f'"contoh.go.id","{HOST}","80","","GET","/","{written}"\n'
    report = read(f'"Nikto - v2.1.6/2.1.5"\n{row}{row}'.encode())
    assert [one.description for one in report.findings] == [message, message]


def test_nikto_without_a_list() -> None:
    report = read({"host": "contoh.go.id", "ip": HOST, "port": 80, "banner": None, "vulnerabilities": None})
    assert (report.format, len(report.hosts), report.findings) == ("nikto", 1, ())


# testssl


def pretty(**whole: Any) -> Report:
    return read({**reports.TESTSSL_PRETTY, **whole})


def test_testssl_puts_an_address_of_six_groups_in_brackets() -> None:
    told = {"id": "SSLv3", "ip": "contoh.go.id/[2001:db8::1]", "port": "443", "severity": "HIGH", "finding": "x"}
    (host,) = read([told]).hosts
    assert (host.name, host.addresses) == ("contoh.go.id", ("2001:db8::1",))


@pytest.mark.parametrize(
    "whole",
    [
        {"scanResult": [{"id": "scanProblem", "severity": "FATAL", "finding": "Can't connect"}]},
        {"clientProblem1": [{"id": "engine_problem", "severity": "WARN", "finding": "no engine"}]},
    ],
)
def test_what_testssl_could_not_do(whole: dict[str, Any]) -> None:
    (doubt,) = pretty(**whole).doubts
    assert "sasaran" in doubt


def test_the_word_of_testssl_2_8() -> None:
    told = {"id": "sslv2", "ip": f"contoh.go.id/{HOST}", "port": "443", "severity": "NOT ok", "finding": "offered"}
    assert [one.severity for one in read([told]).findings] == [Severity.UNKNOWN]


def test_the_mail_servers_of_a_domain() -> None:
    told: dict[str, Any] = {"ip": HOST, "port": "25", "targetHost": "contoh.go.id", "hostname": "surel.contoh.go.id"}
    assert pretty(scanResult=[told]).hosts[0].name == "surel.contoh.go.id"


# The others


@pytest.mark.parametrize(
    ("version", "level", "severity"),
    [
        ("Wapiti 3.0.3", "1", Severity.HIGH), ("Wapiti 2.3.0", "3", Severity.LOW), ("Wapiti 3.0.4", 1, Severity.LOW),
        ("Wapiti 3.2.6", 4, Severity.CRITICAL), ("", 3, Severity.HIGH),
    ],
)  # fmt: skip
def test_wapiti_turned_its_levels_round(version: str, level: Any, severity: Severity) -> None:
    told = {
        "infos": {"target": "http://contoh.go.id", "version": version},
        "vulnerabilities": {"X": [{"level": level}]},
    }
    assert read(told).findings[0].severity is severity
    written = (
        f"<report type='security'><report_infos><info name='generatorVersion'>{version}</info></report_infos>"
        f"<vulnerability name='X'><entries><entry><level>{level}</level></entry></entries></vulnerability></report>"
    )
    assert read(written.encode()).findings[0].severity is severity


def test_a_list_of_agents_is_no_report() -> None:
    with pytest.raises(UnknownFormat):
        read({"data": {"affected_items": [{"id": "001", "name": "x", "ip": HOST}]}, "error": 0})


WEAK = {"id": "CVE-2024-1000", "severity": "High"}


@pytest.mark.parametrize(
    "document",
    [
        {"wazuh": {"agent": {"id": "001", "name": "simpeg"}}, "vulnerability": WEAK},
        {"agent": {"id": "001", "name": "simpeg"}, "data": {"vulnerability": WEAK}},
    ],
    ids=["5.0", "alert"],
)
def test_where_wazuh_names_agent_and_weakness(document: dict[str, Any]) -> None:
    other = {"agent": {"id": "001", "name": "simpeg"}, "rule": {"id": "5501"}, "manager": {}, "data": {"uid": "0"}}
    for content in (document, {"_source": document}, {"hits": {"hits": [{"_source": other}, {"_source": document}]}}):
        assert [one.host for one in read(content).findings] == ["simpeg"]
    assert [one.host for one in read([other, document, other]).findings] == ["simpeg"]


def test_other_documents_of_the_index_are_no_report() -> None:
    with pytest.raises(UnknownFormat):
        read({"hits": {"hits": [{"_source": {"agent": {"id": "001"}, "package": {"name": "a"}}}]}})


def test_agents_of_which_wazuh_tells_nothing() -> None:
    failed = [{"error": {"code": 1701, "message": "Agent does not exist"}, "id": ["001", "002"]}]
    report = read({"data": {"affected_items": [], "failed_items": failed}, "error": 1})
    assert (report.format, "001, 002" in report.doubts[0]) == ("wazuh", True)


@pytest.mark.parametrize("told", [False, "false"])
def test_a_template_that_did_not_match(told: Any) -> None:
    assert len(read(nuclei(**{"matcher-status": told})).set_aside) == 1


@pytest.mark.parametrize("reference", ["&#x1b;", "&#27;", "&#0;", "&#xD83D;&#xDE00;", "&#xffff;"])
def test_references_to_characters_that_xml_forbids(reference: str) -> None:
    for padding in range(12):  # wherever the parts of a large file end
        whole = nmap(port(80), extra=" " * (256 * 1024 - 340 + padding)).replace(b"nginx", f"ngi{reference}nx".encode())
        assert read(whole).hosts[0].services[0].product == "nginx"


@pytest.mark.parametrize("product", ["a & b", "?a=1&amp;b=2&c=3", "a&nbsp;b"])
def test_a_mark_that_was_not_escaped_is_no_attack(product: str) -> None:
    with pytest.raises(Damaged, match="rusak"):
        read(nmap(port(80)).replace(b"nginx", product.encode()))
