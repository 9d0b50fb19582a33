"""What each tool's report becomes: its hosts, its services, its findings and what it set aside."""

from __future__ import annotations

import json
from typing import Any

import pytest

from selaras.engines.findings import Report, Severity, read_report
from tests.engines.findings import reports
from tests.engines.findings.reports import HOST, alert, nmap, nuclei, openvas_result, port, zap_site


def read(content: bytes | list[Any] | dict[str, Any]) -> Report:
    return read_report(content if isinstance(content, bytes) else json.dumps(content).encode())


@pytest.mark.parametrize("name", reports.WHOLE)
def test_every_form_is_known_by_its_content(name: str) -> None:
    assert read(reports.WHOLE[name]).format == name


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


# Nmap and what it writes besides XML


@pytest.mark.parametrize("state", ["closed", "filtered", "open|filtered", "unfiltered"])
def test_only_an_open_port_is_a_service(state: str) -> None:
    (host,) = read(nmap(port(22), port(23, state=state))).hosts
    assert [service.port for service in host.services] == [22]


VULNERS = (
    '<script id="vulners" output="x"><table key="cpe:/a:nginx"><table><elem key="id">CVE-2021-23017</elem>'
    '<elem key="cvss">9.4</elem></table><table><elem key="id">EXPLOIT/CVE-2021-23017</elem></table></table></script>'
)
VULNERS_OF_OLD = '<script id="vulners" output="&#xa;  CVE-2019-9511&#x9;7.8&#x9;https://v&#xa;  CVE-2019-9513 7.8"/>'
JUDGED = (
    '<script id="http-slowloris-check" output="x"><table key="CVE-2007-6750"><elem key="title">Slowloris</elem>'
    '<elem key="state">{}</elem><table key="ids"><elem>CVE:CVE-2007-6750</elem></table></table></script>'
)


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (VULNERS, ["CVE-2021-23017"]),
        (VULNERS_OF_OLD, ["CVE-2019-9511", "CVE-2019-9513"]),
        (JUDGED.format("VULNERABLE"), ["http-slowloris-check:CVE-2007-6750"]),
        (JUDGED.format("LIKELY VULNERABLE"), ["http-slowloris-check:CVE-2007-6750"]),
        (JUDGED.format("NOT VULNERABLE"), []),
        ('<script id="ssl-poodle" output="&#xa;  VULNERABLE:&#xa;  SSL POODLE"/>', ["ssl-poodle"]),
        ('<script id="http-title" output="Tidak ada yang VULNERABLE di sini"/>', []),
    ],
)
def test_scripts_of_nmap_that_report_a_weakness(script: str, expected: list[str]) -> None:
    report = read(nmap(port(80, script)))
    assert rules(report) == expected
    assert all((finding.host, finding.port, finding.component) == (HOST, 80, "nginx") for finding in report.findings)


def test_what_nmap_judged_safe_is_kept_aside() -> None:
    assert [one.status for one in read(nmap(port(80, JUDGED.format("NOT VULNERABLE")))).set_aside] == ["not_affected"]


def test_an_interrupted_scan_says_so() -> None:
    whole = nmap(port(80)).replace(b'exit="success"', b'exit="error"')
    assert "tidak selesai" in read(whole).doubts[0]


def test_masscan_writes_the_xml_of_nmap() -> None:
    assert read(nmap(port(80), root='scanner="masscan" version="1.0-BETA"')).format == "masscan"


@pytest.mark.parametrize(
    ("content", "format_", "ports", "down"),
    [
        (reports.GREPABLE, "nmap", [22], 1),
        (reports.MASSCAN_JSON, "masscan", [80, 443], 0),
        (f"#masscan\nopen tcp 80 {HOST} 1700000000\nopen tcp 8443 {HOST} 1700000001\n# end\n".encode(), "masscan",
         [80, 8443], 0),
    ],
)  # fmt: skip
def test_other_forms_of_port_scanners(content: Any, format_: str, ports: list[int], down: int) -> None:
    report = read(content)
    assert (report.format, report.hosts_down) == (format_, down)
    assert [service.port for host in report.hosts for service in host.services] == ports


# Nuclei


@pytest.mark.parametrize(
    ("changed", "host", "port_"),
    [
        ({"host": "https://contoh.go.id:8443", "matched-at": "https://contoh.go.id:8443/x"}, "contoh.go.id", 8443),
        ({"host": "contoh.go.id", "matched-at": "contoh.go.id:22"}, "contoh.go.id", 22),
        ({"host": "contoh.go.id", "matched-at": "contoh.go.id"}, "contoh.go.id", None),
        ({"host": "contoh.go.id", "port": "8080", "matched-at": "contoh.go.id"}, "contoh.go.id", 8080),
        ({"host": None, "matched-at": "https://Contoh.go.id./"}, "contoh.go.id", 443),
        ({"host": "[2001:db8::1]:443", "matched-at": "[2001:db8::1]:443"}, "2001:db8::1", 443),
        ({"host": "2001:db8::1", "matched-at": ""}, "2001:db8::1", None),
        ({"host": "", "matched-at": "", "ip": HOST}, HOST, None),
        ({"type": "file", "host": "/srv", "matched-at": "/srv/kunci.pem", "ip": ""}, "", None),
    ],
)
def test_the_host_of_a_nuclei_result(changed: dict[str, Any], host: str, port_: int | None) -> None:
    report = read(nuclei(**changed))
    assert (report.findings[0].host, report.findings[0].port) == (host, port_)
    assert [one.name for one in report.hosts] == ([host] if host else [])


def test_the_names_of_older_nuclei() -> None:
    old = {"templateID": "x", "info": {"severity": "low"}, "matched": "http://contoh.go.id/", "matcher_name": "php"}
    (finding,) = read(old).findings
    assert (finding.rule, finding.place) == ("x:php", "http://contoh.go.id/")


def test_the_oldest_nuclei_writes_all_fields_side_by_side() -> None:
    flat = {"template": "git-config", "name": "Git", "severity": "high", "matched": "http://contoh.go.id/.git/config"}
    (finding,) = read(flat).findings
    assert (finding.rule, finding.title, finding.severity) == ("git-config", "Git", Severity.HIGH)


def test_a_template_that_did_not_match_is_set_aside() -> None:
    report = read(nuclei(**{"matcher-status": False}))
    assert (len(report.findings), len(report.set_aside)) == (0, 1)


# ZAP


@pytest.mark.parametrize("site", [[zap_site(alert())], zap_site(alert())], ids=["list", "object"])
def test_zap_writes_its_sites_as_a_list_or_alone(site: Any) -> None:
    (finding,) = read(reports.zap_json(site)).findings
    assert (finding.severity, finding.places, finding.cwes) == (Severity.MEDIUM, ("https://contoh.go.id/",), (1021,))


def test_many_addresses_are_one_alert() -> None:
    seen = [{"uri": f"https://contoh.go.id/{number}"} for number in range(3)]
    (finding,) = read(reports.zap_json(zap_site(alert(instances=seen)))).findings
    assert len(finding.places) == 3


def test_a_false_positive_is_set_aside() -> None:
    report = read(reports.zap_json(zap_site(alert(confidence="0"), alert("Lain"))))
    assert [one.title for one in report.findings] == ["Lain"]
    assert [one.status for one in report.set_aside] == ["false_positive"]


# Trivy


@pytest.mark.parametrize(
    ("result", "found", "aside"),
    [
        ({"Vulnerabilities": None}, 0, 0),
        ({"Vulnerabilities": [{"VulnerabilityID": "CVE-2024-1", "Severity": "HIGH"}]}, 1, 0),
        ({"Vulnerabilities": [{"VulnerabilityID": "CVE-2024-1", "Status": "not_affected"}]}, 0, 1),
        ({"Misconfigurations": [{"ID": "DS002", "Status": "FAIL"}, {"ID": "DS003", "Status": "PASS"}]}, 1, 1),
        ({"Misconfigurations": [{"ID": "DS002", "Status": "EXCEPTION"}]}, 0, 1),
        ({"Secrets": [{"RuleID": "aws", "StartLine": 3, "Match": "AKIA"}]}, 1, 0),
        ({"Licenses": [{"Name": "GPL-3.0", "PkgName": "a", "Severity": "HIGH"}]}, 1, 0),
        ({"ExperimentalModifiedFindings": [{"Status": "ignored", "Finding": {"VulnerabilityID": "CVE-1"}}]}, 0, 1),
    ],
)
def test_what_trivy_finds_and_what_it_sets_aside(result: dict[str, Any], found: int, aside: int) -> None:
    report = read(reports.trivy(**result))
    assert (len(report.findings), len(report.set_aside)) == (found, aside)


def test_a_secret_is_not_copied() -> None:
    report = read(reports.trivy(Secrets=[{"RuleID": "aws", "Match": "AKIA123", "Code": {"Lines": ["AKIA123"]}}]))
    assert "AKIA123" not in repr(report)


def test_the_first_schema_of_trivy_is_an_array() -> None:
    report = read([{"Target": "a", "Vulnerabilities": [{"VulnerabilityID": "CVE-2020-1"}]}, {"Target": "b"}])
    assert (report.format, rules(report), report.scope) == ("trivy", ["CVE-2020-1"], ("a", "b"))


def test_results_without_a_schema_version() -> None:
    assert rules(read({"Results": [{"Target": "a", "Vulnerabilities": [{"VulnerabilityID": "CVE-2020-1"}]}]})) == [
        "CVE-2020-1"
    ]


def test_the_score_of_whoever_gave_the_severity() -> None:
    told = {
        "VulnerabilityID": "CVE-2024-1", "SeveritySource": "ghsa", "Severity": "MEDIUM",
        "CVSS": {"nvd": {"V3Score": 9.8}, "ghsa": {"V3Score": 5.3, "V40Score": 6.3, "V40Vector": "CVSS:4.0/AV:N"}},
    }  # fmt: skip
    (finding,) = read(reports.trivy(Vulnerabilities=[told])).findings
    assert (finding.score, finding.vector, finding.severity) == (6.3, "CVSS:4.0/AV:N", Severity.MEDIUM)


# CycloneDX


@pytest.mark.parametrize(
    ("state", "found"),
    [
        (None, 1), ("exploitable", 1), ("in_triage", 1), ("not_affected", 0), ("false_positive", 0), ("resolved", 0),
        ("resolved_with_pedigree", 0),
    ],
)  # fmt: skip
def test_the_states_of_vex(state: str | None, found: int) -> None:
    report = read(reports.cyclonedx({"id": "CVE-2021-1", "analysis": {"state": state}, "affects": [{"ref": "a"}]}))
    assert (len(report.findings), len(report.set_aside)) == (found, 1 - found)


def test_a_vulnerability_is_one_finding_at_each_component() -> None:
    report = read(reports.cyclonedx({"id": "CVE-2021-1", "affects": [{"ref": "a"}, {"ref": "b"}, {"ref": "a"}]}))
    assert [one.component for one in report.findings] == ["log4j-core", "inti"]
    assert [one.name for one in report.components] == ["log4j-core", "inti"]


def test_a_vulnerability_in_a_component_of_the_old_extension() -> None:
    bill = (
        b'<bom xmlns="http://cyclonedx.org/schema/bom/1.2" xmlns:v="http://cyclonedx.org/schema/ext/vulnerability/1.0">'
        b'<components><component bom-ref="x"><name>jackson</name><version>2.9</version><v:vulnerabilities>'
        b'<v:vulnerability ref="x"><v:id>CVE-2018-7489</v:id><v:ratings><v:rating><v:score><v:base>9.8</v:base>'
        b"</v:score><v:method>CVSSv3</v:method></v:rating></v:ratings></v:vulnerability></v:vulnerabilities>"
        b"</component></components></bom>"
    )
    (finding,) = read(bill).findings
    assert (finding.component, finding.score, finding.severity) == ("jackson", 9.8, Severity.CRITICAL)


# SARIF


@pytest.mark.parametrize(
    ("result", "status"),
    [
        ({}, "open"),
        ({"suppressions": []}, "open"),
        ({"suppressions": [{"kind": "inSource"}]}, "suppressed"),
        ({"suppressions": [{"kind": "external", "state": "accepted"}]}, "suppressed"),
        ({"suppressions": [{"kind": "external", "state": "underReview"}]}, "open"),
        ({"suppressions": [{"kind": "external", "state": "rejected"}]}, "open"),
        ({"kind": "pass"}, "passed"),
        ({"kind": "notApplicable"}, "not_affected"),
        ({"kind": "review"}, "open"),
        ({"baselineState": "absent"}, "absent"),
        ({"baselineState": "unchanged"}, "open"),
    ],
)
def test_which_results_of_sarif_are_open(result: dict[str, Any], status: str) -> None:
    report = read(reports.sarif({"ruleId": "r", "message": {"text": "m"}, **result}))
    assert [one.status for one in (*report.findings, *report.set_aside)] == [status]


@pytest.mark.parametrize(
    ("result", "rule", "severity"),
    [
        ({"level": "error"}, {}, Severity.HIGH),
        ({"level": "note"}, {}, Severity.LOW),
        ({}, {}, Severity.MEDIUM),
        ({}, {"defaultConfiguration": {"level": "error"}}, Severity.HIGH),
        ({"level": "error"}, {"properties": {"security-severity": "4.5"}}, Severity.MEDIUM),
        ({"kind": "informational"}, {}, Severity.INFO),
    ],
)
def test_the_severity_of_a_result(result: dict[str, Any], rule: dict[str, Any], severity: Severity) -> None:
    told = {"ruleId": "r", "ruleIndex": 0, "message": {"text": "m"}, **result}
    assert read(reports.sarif(told, rules=[{"id": "r", **rule}])).findings[0].severity is severity


def test_a_message_kept_with_its_rule_is_filled_in() -> None:
    rule = {"id": "r", "messageStrings": {"default": {"text": "Variabel {0} di {1}; {2}"}}}
    told = {"ruleId": "r", "message": {"id": "default", "arguments": ["x", "y"]}}
    assert read(reports.sarif(told, rules=[rule])).findings[0].evidence == "Variabel x di y; {2}"


def test_a_fingerprint_outlives_a_moved_line() -> None:
    def at(line: int) -> str:
        place = {"physicalLocation": {"artifactLocation": {"uri": "a.py"}, "region": {"startLine": line}}}
        told = {"ruleId": "r", "message": {"text": "m"}, "locations": [place], "partialFingerprints": {"h": "1"}}
        return read(reports.sarif(told)).findings[0].key

    assert at(10) == at(20)


# OpenVAS


@pytest.mark.parametrize("root", ["report", "get_reports_response", "get_results_response"])
def test_every_outermost_element_of_openvas(root: str) -> None:
    report = read(reports.openvas(openvas_result(), root=root))
    assert (report.format, len(report.findings), report.hosts[0].names) == ("openvas", 1, ("contoh.go.id",))


@pytest.mark.parametrize(
    ("threat", "severity", "found"),
    [
        ("High", Severity.HIGH, 1), ("Critical", Severity.CRITICAL, 1), ("Log", Severity.INFO, 1),
        ("", Severity.HIGH, 1), ("False Positive", Severity.UNKNOWN, 0),
    ],
)  # fmt: skip
def test_the_threat_of_a_result(threat: str, severity: Severity, found: int) -> None:
    report = read(reports.openvas(openvas_result(threat)))
    assert (len(report.findings), (*report.findings, *report.set_aside)[0].severity) == (found, severity)


def test_a_result_may_name_hundreds_of_cves() -> None:
    references = "".join(f"<ref type='cve' id='CVE-2024-{number}'/>" for number in range(1_000, 1_600))
    told = openvas_result().replace("<refs>", f"<refs>{references}")
    assert len(read(reports.openvas(told)).findings[0].cves) == 601


def test_a_result_within_a_result_is_no_other() -> None:
    inner = "<detection><result id='z'><details><detail><name>product</name></detail></details></result></detection>"
    assert len(read(reports.openvas(openvas_result(inner=inner))).findings) == 1


def test_a_host_without_result_was_scanned_too() -> None:
    scanned = "<host><ip>192.0.2.99</ip><detail><name>hostname</name><value>lain.go.id</value></detail></host>"
    report = read(reports.openvas(openvas_result(), before=scanned))
    assert [host.name for host in report.hosts] == [HOST, "192.0.2.99"]


# The others


@pytest.mark.parametrize("content", [reports.NIKTO_XML, reports.NIKTO_CSV], ids=["xml", "csv"])
def test_nikto(content: bytes) -> None:
    report = read(content)
    assert (report.hosts[0].name, report.hosts[0].addresses) == ("contoh.go.id", (HOST,))
    assert len(report.findings) == (2 if content is reports.NIKTO_XML else 1)


def test_several_hosts_of_nikto_in_one_array() -> None:
    one = {"host": "a.go.id", "ip": HOST, "port": "80", "vulnerabilities": [{"id": "1", "msg": "x", "url": "/"}]}
    report = read([one, {**one, "host": "b.go.id"}])
    assert ([host.name for host in report.hosts], len(report.findings)) == (["a.go.id", "b.go.id"], 2)


def test_testssl_counts_from_low_on() -> None:
    report = read(reports.TESTSSL)
    assert rules(report) == ["SSLv3", "DNS_CAArecord"]
    assert "BREACH" in report.doubts[0]


def test_pretty_testssl() -> None:
    report = read(reports.TESTSSL_PRETTY)
    assert (report.format, rules(report), report.findings[0].cves) == ("testssl", ["SSLv3"], ("CVE-2014-3566",))


def test_wapiti() -> None:
    report = read(reports.WAPITI_JSON)
    assert [one.severity for one in report.findings] == [Severity.CRITICAL, Severity.MEDIUM, Severity.INFO]
    assert report.findings[0].cwes == (89,)


@pytest.mark.parametrize(
    "content",
    [
        reports.WAZUH_48,
        reports.WAZUH_48["hits"]["hits"],
        {"agent": {"name": "simpeg-db"}, "data": {"vulnerability": {"cve": "CVE-2022-0778", "severity": "High"}}},
    ],
    ids=["index", "documents", "alert"],
)
def test_wazuh_since_4_8(content: Any) -> None:
    (finding,) = read(content).findings
    assert (finding.host, finding.cves, finding.severity) == ("simpeg-db", ("CVE-2022-0778",), Severity.HIGH)


def test_an_older_masscan_ends_with_what_is_no_json() -> None:
    line = json.dumps(reports.MASSCAN_JSON[0])
    report = read(f"[\n{line},\n{line},\n{{finished: 1}}\n]\n".encode())
    assert [service.port for service in report.hosts[0].services] == [80]


def test_httpx_names_what_answered() -> None:
    failed = b'{"input": "lain.go.id", "failed": true}\n'
    report = read(failed + b'{"url": "https://contoh.go.id:8443", "status-code": 200, "title": "Masuk"}')
    assert (report.format, report.findings[0].title, report.findings[0].port) == (
        "httpx",
        "Alamat menjawab 200: Masuk",
        8443,
    )
    assert [host.name for host in report.hosts] == ["contoh.go.id"]


def test_nessus() -> None:
    report = read(reports.NESSUS)
    assert (rules(report), report.findings[0].cwes, report.hosts[0].system) == (["42873", "11936"], (327,), "Linux")


def test_burp_declares_elements_but_no_entities() -> None:
    report = read(reports.BURP)
    assert (rules(report), report.findings[0].cwes, len(report.set_aside)) == (["2097920"], (79,), 1)
