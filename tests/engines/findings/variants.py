"""Whole reports as further versions and options of each tool write them, made up, and what a person counts in each."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from tests.engines.findings.reports import HOST
from tests.engines.findings.variants_xml import XML


class Variant(NamedTuple):
    content: bytes
    format: str
    hosts: int = 0
    services: int = 0
    findings: int = 0
    aside: int = 0


def _json(value: Any, *counts: Any) -> Variant:
    return Variant(json.dumps(value).encode(), *counts)


def _lines(values: list[Any], *counts: Any) -> Variant:
    return Variant("\n".join(map(json.dumps, values)).encode(), *counts)


_TEST = {"port": "443", "finding": "offered", "cve": "CVE-2014-3566", "cwe": "CWE-310"}
_PRETTY = {
    "Invocation": "testssl.sh --file daftar.txt", "at": "mesin:/usr/bin/openssl", "version": "3.2.0", "openssl": "x",
    "startTime": "1700000000", "clientProblem1": [{"id": "engine_problem", "severity": "WARN", "finding": "none"}],
    "scanResult": [
        {"targetHost": "a.go.id", "ip": HOST, "port": "443", "rDNS": "--", "service": "HTTP", "cipherTests": None,
         "protocols": [{"id": "SSLv2", "severity": "OK", "finding": "no"}, {"id": "TLS1", "severity": "LOW"}],
         "rating": [{"id": "overall_grade", "severity": "HIGH", "finding": "F"}]},
        {"targetHost": "b.go.id", "ip": "[2001:db8::1]", "port": "8443", "service": "HTTP",
         "vulnerabilities": [{"id": "BEAST", "severity": "MEDIUM", "finding": "x", "cve": "CVE-2011-3389"}]},
        {"id": "scanProblem", "severity": "FATAL", "finding": "No IP for c.go.id"},
    ],
    "scanTime": 90,
}  # fmt: skip
_SARIF_RUN: dict[str, Any] = {
    "tool": {
        "driver": {"name": "T", "rules": [{"id": "a", "defaultConfiguration": {"level": "note"}}]},
        "extensions": [{"name": "E", "rules": [{"id": "b", "properties": {"security-severity": "9.1"}}]}],
    },
    "taxonomies": [{"name": "CWE", "taxa": [{"id": "79"}]}],
    "results": [
        {"ruleId": "a", "message": {"text": "m"}, "level": None, "locations": None, "fixes": None},
        {"rule": {"id": "b", "index": 0, "toolComponent": {"index": 0}}, "message": {"markdown": "m"}},
        {"ruleId": "a/x", "kind": "pass", "level": "none", "message": {}},
        {"ruleId": "a", "message": {"text": "m"}, "suppressions": [{"kind": "external", "status": "accepted"}]},
    ],
}
_SITE = {"@name": "https://a.go.id", "@host": "a.go.id", "@port": "443", "@ssl": "true"}
_ALERT = {
    "pluginid": "10038", "alertRef": "10038-1", "alert": "CSP", "name": "CSP", "riskcode": "2", "confidence": "3",
    "riskdesc": "Medium (High)", "desc": "<p>x</p>", "count": "1", "cweid": "693", "wascid": "15", "sourceid": "1",
    "instances": [{"id": "3", "uri": "https://a.go.id/", "method": "GET", "param": "", "request-header": "GET /",
                   "response-body": "<html>"}], "tags": [],
}  # fmt: skip
_WEAK = {"VulnerabilityID": "CVE-2024-1000", "PkgName": "a", "InstalledVersion": "1", "Severity": "UNKNOWN"}
_AGENT = {"agent": {"id": "001", "name": "simpeg"}, "package": {"name": "a", "version": "1", "size": 0}}
_NUCLEI = {"template": "http/x.yaml", "template-id": "x", "type": "http", "host": "a.go.id", "matcher-status": True,
           "info": {"name": "X", "author": ["y"], "tags": None, "severity": "INFO"}}  # fmt: skip

VARIANTS: dict[str, Variant] = {
    **{f"{name} in XML": Variant(content.encode(), *counts) for name, (content, *counts) in XML.items()},
    "nuclei 1": _lines([{"template": "x", "type": "dns", "matched": "a.go.id", "name": "X", "severity": "low"}],
                       "nuclei", 1, 0, 1),
    "nuclei 2.3": _lines([{"templateID": "x", "info": {"name": "X", "severity": "High"}, "matched": "http://a.go.id:81/",
                           "host": "http://a.go.id:81", "ip": HOST, "extracted_results": None}], "nuclei", 1, 1, 1),
    "nuclei 3": _lines([{**_NUCLEI, "port": "443", "matched-at": "https://a.go.id/x"},
                        {**_NUCLEI, "port": 22, "matched-at": "a.go.id:22", "type": "tcp"},
                        {**_NUCLEI, "matcher-status": False, "error": "timeout"}], "nuclei", 1, 2, 2, 1),
    "nuclei array": _json([{**_NUCLEI, "matched-at": "[2001:db8::1]:443", "host": "[2001:db8::1]"}],
                          "nuclei", 1, 1, 1),
    "zap": _json({"@programName": "ZAP", "@version": "2.15.0", "@generated": "Fri, 3 May 2024 08:00:00", "insights": [],
                  "site": [{**_SITE, "alerts": [_ALERT, {**_ALERT, "confidence": "0"}]},
                           {**_SITE, "@host": "b.go.id", "@port": 8080, "@ssl": False, "alerts": None}]},
                 "zap", 2, 2, 1, 1),
    "zap without a site": _json({"@version": "D-2024", "@generated": "x", "site": None}, "zap"),
    "trivy 1": _json([{"Target": "a (alpine)", "Vulnerabilities": [_WEAK]}, {"Target": "b", "Vulnerabilities": None}],
                     "trivy", 0, 0, 1),
    "trivy without results": _json({"SchemaVersion": 2, "ArtifactName": "a", "Metadata": {}, "Results": None}, "trivy"),
    "trivy configuration": _json({"SchemaVersion": 2, "ArtifactName": ".", "ArtifactType": "filesystem", "Results": [
        {"Target": "Dockerfile", "Class": "config", "MisconfSummary": {"Successes": 1, "Failures": 1},
         "Misconfigurations": [{"ID": "DS002", "Status": "FAIL", "CauseMetadata": {"Code": {"Lines": None}}},
                               {"ID": "DS005", "Status": "PASS"}]},
        {"Target": "OS Packages", "Class": "license", "Licenses": [{"Name": "MIT", "Severity": "LOW", "PkgName": "m"}]},
        {"Target": "x.env", "Class": "secret", "Secrets": [{"RuleID": "aws", "Severity": "CRITICAL", "StartLine": 1}]},
    ]}, "trivy", 0, 0, 3, 1),
    "trivy statuses": _json({"SchemaVersion": 2, "ArtifactName": "a", "Results": [{"Target": "a", "Vulnerabilities": [
        {**_WEAK, "Status": status} for status in ("affected", "will_not_fix", "end_of_life", "not_affected", "fixed")
    ]}]}, "trivy", 0, 0, 4, 1),
    "trivy cluster": _json({"ClusterName": "k", "Resources": [
        {"Namespace": "n", "Kind": "Pod", "Name": "p", "Results": [{"Target": "a", "Vulnerabilities": [_WEAK]}]},
        {"Kind": "Node", "Name": "o", "Error": "x", "Results": None}]}, "trivy", 0, 0, 1),
    "testssl": _json([{**_TEST, "id": "SSLv3", "severity": "HIGH", "ip": f"a.go.id/{HOST}"},
                      {**_TEST, "id": "SSLv3", "severity": "high", "ip": "b.go.id/192.0.2.11", "port": 8443},
                      {**_TEST, "id": "scanProblem", "severity": "FATAL", "ip": "/", "port": ""}], "testssl", 2, 2, 2),
    "testssl pretty": _json(_PRETTY, "testssl", 2, 2, 2),
    "testssl rows": Variant(f'"id","fqdn/ip","port","severity","finding","cve","cwe"\r\n"SSLv3","a.go.id/{HOST}","443",'
                            '"HIGH","a, ""b""","",""\r\n'.encode(), "testssl", 1, 1, 1),
    "testssl no rows": Variant(b'"id","fqdn/ip","port","severity","finding","cve","cwe"\r\n', "testssl"),
    "nikto 2.1.6": Variant(f'{{"host":"a.go.id","ip":"{HOST}","port":"80","banner":"","vulnerabilities":[{{"id":"1",'
                           '"OSVDB":"877","method":"TRACE","url":"/","msg":"m"},],}\n'.encode(), "nikto", 1, 1, 1),
    "nikto 2.5": _json([{"host": host, "ip": "", "port": 443, "banner": None, "vulnerabilities": told}
                        for host, told in (("a.go.id", [{"id": 999103, "references": None, "msg": "m"}]), ("b", []))],
                       "nikto", 2, 2, 1),
    "nikto rows": Variant(f'"Nikto - v2.1.6/2.1.5"\r\n"a.go.id","{HOST}","80","","","","nginx"\r\n"a.go.id","{HOST}",'
                          '"80","OSVDB-1","GET","/","a ""b"""\r\n"Nikto - v2.1.6/2.1.5"\r\n'.encode(),
                          "nikto", 1, 1, 1),
    "sarif": _json({"version": "2.1.0", "runs": [_SARIF_RUN, {**_SARIF_RUN, "results": None}, _SARIF_RUN]},
                   "sarif", 0, 0, 4, 4),
    "sarif without results": _json({"$schema": "x", "version": "2.1.0", "runs": []}, "sarif"),
    "cyclonedx": _json({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1}, "cyclonedx"),
    "cyclonedx vex": _json({"bomFormat": "CycloneDX", "specVersion": "1.4", "components": None, "vulnerabilities": [
        {"id": "CVE-2021-1000", "ratings": None, "affects": [{"ref": "urn:cdx:x/1#a"}], "analysis": {"state": state}}
        for state in ("exploitable", "in_triage", "not_affected", "false_positive", "resolved", None)
    ]}, "cyclonedx", 0, 0, 3, 3),
    "wapiti": _json({"vulnerabilities": {"SQL Injection": [{"level": "4", "path": "/", "info": None}], "X": None},
                     "anomalies": None, "additionals": {"T": [{"level": 0, "path": "", "info": "nginx"}]},
                     "infos": {"target": "http://[2001:db8::1]:8080/", "version": "Wapiti 3.1.8", "date": None}},
                    "wapiti", 1, 1, 2),
    "wazuh 4.7": _json({"data": {"affected_items": [
        {"cve": "CVE-2024-1000", "name": "a", "severity": "Untriaged", "status": status, "cvss3_score": 0,
         "external_references": None} for status in ("VALID", "PENDING", "OBSOLETE")
    ], "failed_items": []}, "message": "x", "error": 0}, "wazuh", 0, 0, 2, 1),
    "wazuh index": _json({"took": 1, "hits": {"total": {"value": 2}, "hits": [
        {"_source": {**_AGENT, "vulnerability": {"id": "CVE-2024-1000", "severity": "-", "score": {"base": "7.5"}}}},
        {"_source": {**_AGENT, "vulnerability": {"id": "CVE-2024-1001", "severity": None, "score": None}}},
    ]}}, "wazuh", 1, 0, 2),
    "wazuh without hits": _json({"hits": {"total": {"value": 0}, "hits": []}}, "wazuh"),
    "epss": Variant(b"#model_version:v2023.03.01,score_date:2024-01-01T00:00:00+0000\ncve,epss,percentile\n"
                    b"CVE-2020-1000,0.5,0.9\n", "epss"),
    "kev": _json({"title": "x", "catalogVersion": "2024.01.01", "count": "1", "vulnerabilities": [
        {"cveID": "CVE-2020-1000", "dateAdded": "2024-01-01", "cwes": None}]}, "kev"),
    "openvas rows": Variant(f"IP,Hostname,Port,Port Protocol,CVSS,Severity,NVT Name,NVT OID,CVEs\r\n{HOST},a.go.id,443,"
                            f'tcp,7.5,High,N,1.3.6,"CVE-2020-1000,CVE-2020-1001"\r\n{HOST},,,,0.0,Log,N,1.3.7,\r\n'
                            .encode(), "openvas", 1, 1, 2),
}  # fmt: skip
