"""Small reports in the form of each tool, made up: hosts under contoh.go.id and in the ranges kept for examples."""

from __future__ import annotations

import json
from typing import Any

HOST = "192.0.2.10"


def nmap(*ports: str, extra: str = "", root: str = 'scanner="nmap" args="nmap --script vuln" version="7.95"') -> bytes:
    """One host with these `<port>` elements."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE nmaprun>\n<nmaprun {root} start="1700000000">{extra}'
        f'<host><status state="up"/><address addr="{HOST}" addrtype="ipv4"/><ports>{"".join(ports)}</ports></host>'
        '<runstats><finished time="1700000100" exit="success"/></runstats></nmaprun>'
    ).encode()


def port(number: int, *scripts: str, state: str = "open") -> str:
    return (
        f'<port protocol="tcp" portid="{number}"><state state="{state}"/><service name="http" product="nginx" '
        f'version="1.18"/>{"".join(scripts)}</port>'
    )


def nuclei(**changed: Any) -> bytes:
    result: dict[str, Any] = {
        "template-id": "CVE-2021-44228",
        "info": {"name": "Log4j", "severity": "critical", "classification": {"cve-id": ["cve-2021-44228"]}},
        "host": "https://contoh.go.id",
        "matched-at": "https://contoh.go.id/cari",
        "ip": HOST,
        "timestamp": "2024-05-01T10:00:00Z",
    }
    return json.dumps(result | changed).encode()


def zap_json(site: Any) -> bytes:
    return json.dumps({"@programName": "ZAP", "@version": "2.14.0", "@generated": "x", "site": site}).encode()


def zap_site(*alerts: dict[str, Any]) -> dict[str, Any]:
    return {
        "@name": "https://contoh.go.id", "@host": "contoh.go.id", "@port": "443", "@ssl": "true",
        "alerts": list(alerts),
    }  # fmt: skip


def alert(name: str = "X-Frame-Options", **changed: Any) -> dict[str, Any]:
    told = {"pluginid": "10020", "alertRef": "10020-1", "alert": name, "riskcode": "2", "confidence": "2"}
    return {**told, "cweid": "1021", "instances": [{"uri": "https://contoh.go.id/", "method": "GET"}], **changed}


def trivy(**result: Any) -> bytes:
    whole = {
        "SchemaVersion": 2,
        "ArtifactName": "aplikasi:1",
        "Results": [{"Target": "aplikasi (debian 12)", **result}],
    }
    return json.dumps(whole).encode()


def cyclonedx(*vulnerabilities: dict[str, Any], **whole: Any) -> bytes:
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "metadata": {"component": {"name": "simpeg", "version": "3"}, "tools": {"components": [{"name": "syft"}]}},
        "components": [
            {"bom-ref": "a", "name": "log4j-core", "version": "2.13", "components": [{"bom-ref": "b", "name": "inti"}]}
        ],
        "vulnerabilities": list(vulnerabilities),
    }
    return json.dumps(bill | whole).encode()


def sarif(*results: dict[str, Any], rules: list[dict[str, Any]] | None = None) -> bytes:
    driver = {"name": "semgrep", "version": "1.5", "rules": rules or []}
    whole = {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": list(results)}]}
    return json.dumps(whole).encode()


def openvas(*results: str, before: str = "", root: str = "report") -> bytes:
    inner = f"<report id='2'><gmp><version>22.4</version></gmp><results>{''.join(results)}</results>{before}</report>"
    return f"<{root}>{inner}</{root}>".encode()


def openvas_result(threat: str = "High", where: str = "443/tcp", score: str = "7.5", inner: str = "") -> str:
    return (
        f"<result id='r'><name>TLS lemah</name><host>{HOST}<asset asset_id='x'/><hostname>contoh.go.id</hostname>"
        "</host>"
        f"<port>{where}</port><nvt oid='1.3.6.1'><name>TLS lemah</name><cvss_base>{score}</cvss_base>"
        f"<refs><ref type='cve' id='CVE-2013-2566'/></refs></nvt>{inner}<threat>{threat}</threat>"
        f"<severity>{score}</severity><description>bukti</description></result>"
    )


NIKTO_XML = f"""<?xml version="1.0" ?>
<!DOCTYPE niktoscan SYSTEM "docs/nikto.dtd">
<niktoscan><niktoscan hoststest="0" version="2.1.6" scanstart="Tue Mar  5 05:50:45 2013">
<scandetails targetip="{HOST}" targethostname="contoh.go.id" targetport="80" targetbanner="nginx"
 starttime="2013-03-05 05:50:45">
<item id="999957" osvdbid="0" method="GET"><description><![CDATA[X-Frame-Options tidak ada.]]></description>
<uri><![CDATA[/]]></uri></item>
<item id="000123" osvdbid="877" method="TRACE"><description><![CDATA[TRACE aktif.]]></description>
<uri><![CDATA[/a]]></uri></item>
</scandetails></niktoscan></niktoscan>""".encode()

NIKTO_CSV = f'''"Nikto - v2.5.0/"
"contoh.go.id","{HOST}","443","","","","nginx"
"contoh.go.id","{HOST}","443","CVE-2003-1418","GET","/","Server may leak inodes via ETags."
'''.encode()

TESTSSL = [
    {"id": "SSLv3", "ip": f"contoh.go.id/{HOST}", "port": "443", "severity": "HIGH", "finding": "offered"},
    {"id": "TLS1_3", "ip": f"contoh.go.id/{HOST}", "port": "443", "severity": "OK", "finding": "offered"},
    {"id": "cert", "ip": f"contoh.go.id/{HOST}", "port": "443", "severity": "INFO", "finding": "x"},
    {"id": "DNS_CAArecord", "ip": f"contoh.go.id/{HOST}", "port": "443", "severity": "LOW", "finding": "--"},
    {"id": "BREACH", "ip": f"contoh.go.id/{HOST}", "port": "443", "severity": "WARN", "finding": "gagal"},
    {"id": "overall_grade", "ip": f"contoh.go.id/{HOST}", "port": "443", "severity": "MEDIUM", "finding": "B"},
]

TESTSSL_PRETTY = {
    "Invocation": "testssl.sh contoh.go.id", "version": "3.0.8", "startTime": "1700000000",
    "scanResult": [
        {
            "targetHost": "contoh.go.id", "ip": HOST, "port": "443", "service": "HTTP", "pretest": [],
            "protocols": [{"id": "SSLv3", "severity": "HIGH", "finding": "offered", "cve": "CVE-2014-3566 CVE-2014-1"}],
            "vulnerabilities": [{"id": "heartbleed", "severity": "OK", "cve": "CVE-2014-0160", "finding": "no"}],
        }
    ],
    "scanTime": 90,
}  # fmt: skip

WAPITI_JSON = {
    "classifications": {"SQL Injection": {"desc": "Suntikan.", "sol": "Parameter.", "ref": {"CWE-89": "https://x"}}},
    "vulnerabilities": {
        "SQL Injection": [{"method": "GET", "path": "/cari", "info": "lewat q", "level": 4, "parameter": "q"}],
        "Backup file": [],
    },
    "anomalies": {"Internal Server Error": [{"method": "POST", "path": "/x", "info": "500", "level": 2}]},
    "additionals": {"Fingerprint web technology": [{"method": "", "path": "/", "info": "nginx", "level": 1}]},
    "infos": {"target": "https://contoh.go.id/", "date": "Sun, 28 Mar 2021 07:50:09 +0000", "version": "Wapiti 3.1.0"},
}

WAZUH_48 = {
    "hits": {
        "hits": [
            {
                "_source": {
                    "agent": {"id": "001", "name": "simpeg-db", "ip": HOST},
                    "package": {"name": "openssl", "version": "3.0.2"},
                    "vulnerability": {
                        "id": "CVE-2022-0778", "severity": "High", "score": {"base": 7.5, "version": "3.1"},
                        "detected_at": "2024-05-01T00:00:00Z",
                    },
                }
            }
        ]
    }
}  # fmt: skip

NESSUS = f"""<?xml version="1.0" ?><NessusClientData_v2><Policy/><Report name="x"><ReportHost name="contoh.go.id">
<HostProperties><tag name="host-ip">{HOST}</tag><tag name="operating-system">Linux</tag></HostProperties>
<ReportItem port="443" svc_name="www" protocol="tcp" severity="3" pluginID="42873" pluginName="SWEET32">
<cve>CVE-2016-2183</cve><cwe>327</cwe><cvss3_base_score>7.5</cvss3_base_score><solution>Ganti.</solution></ReportItem>
<ReportItem port="0" svc_name="general" protocol="tcp" severity="0" pluginID="11936" pluginName="OS"/>
</ReportHost></Report></NessusClientData_v2>""".encode()

BURP = f"""<?xml version="1.0"?>
<!DOCTYPE issues [<!ELEMENT issues (issue*)><!ATTLIST issues burpVersion CDATA ""><!ELEMENT issue (name)>]>
<issues burpVersion="2023.1" exportTime="Tue May 05 10:00:00 WIB 2023">
<issue><serialNumber>1</serialNumber><type>2097920</type><name>XSS</name><host ip="{HOST}">https://contoh.go.id</host>
<path><![CDATA[/cari]]></path><severity>High</severity><confidence>Certain</confidence>
<vulnerabilityClassifications><![CDATA[<li>CWE-79: XSS</li>]]></vulnerabilityClassifications></issue>
<issue><type>1</type><name>Lain</name><host>https://contoh.go.id</host><severity>False positive</severity></issue>
</issues>""".encode()

GREPABLE = f"""# Nmap 7.80 scan initiated Tue Mar  5 05:50:45 2013 as: nmap -oG - contoh.go.id
Host: {HOST} (contoh.go.id)\tStatus: Up
Host: {HOST} (contoh.go.id)\tPorts: 22/open/tcp//ssh//OpenSSH 8/, 25/closed/tcp//smtp///\tIgnored State: filtered (998)
Host: 192.0.2.11 ()\tStatus: Down
# Nmap done at Tue Mar  5 05:50:46 2013 -- 2 IP addresses (1 host up) scanned
""".encode()

MASSCAN_JSON = [
    {"ip": HOST, "timestamp": "1700000000", "ports": [{"port": 80, "proto": "tcp", "status": "open"}]},
    {"ip": HOST, "timestamp": "1700000001", "ports": [{"port": 443, "proto": "tcp", "status": "open"}]},
]

WHOLE = {
    "nmap": nmap(port(80)),
    "nuclei": nuclei(),
    "zap": zap_json([zap_site(alert())]),
    "trivy": trivy(Vulnerabilities=[{"VulnerabilityID": "CVE-2024-1", "PkgName": "a", "Severity": "HIGH"}]),
    "cyclonedx": cyclonedx({"id": "CVE-2021-44228", "ratings": [{"severity": "high"}], "affects": [{"ref": "a"}]}),
    "sarif": sarif({"ruleId": "r", "message": {"text": "m"}}),
    "openvas": openvas(openvas_result()),
    "nikto": NIKTO_XML,
    "testssl": json.dumps(TESTSSL).encode(),
    "wapiti": json.dumps(WAPITI_JSON).encode(),
    "wazuh": json.dumps(WAZUH_48).encode(),
    "nessus": NESSUS,
    "burp": BURP,
    "masscan": json.dumps(MASSCAN_JSON).encode(),
}
