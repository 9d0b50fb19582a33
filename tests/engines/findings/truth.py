"""What the real reports hold, counted by looking at them, never with our own reader.

Counted with grep, wc and the eye: `<status state="up"` outside `hosthint`, `state="open"`, lines of JSON, alert items
that are not commented out. What counts as a finding is written in docs/engines.md, format by format.
"""

from __future__ import annotations

from typing import NamedTuple


class Truth(NamedTuple):
    file: str
    format: str
    hosts: int
    services: int
    findings: int
    aside: int = 0
    note: str = ""


TRUTHS = (
    # Hosts that answered, open ports, weaknesses reported by scripts.
    Truth("nmap/issue12411.xml", "nmap", 2, 4, 0, note="7 ports told, 3 of them filtered"),
    Truth("nmap/issue4406.xml", "nmap", 1, 25, 8, note="vulners: 8 entries of type cve among 42"),
    Truth("nmap/libnmap_1_host_ping.xml", "nmap", 1, 0, 0, note="ping only"),
    Truth("nmap/libnmap_1_hosts_banner.xml", "nmap", 1, 5, 0),
    Truth("nmap/libnmap_1_hosts_banner_ports_notsyn.xml", "nmap", 1, 2, 0, note="4 ports told, 2 closed"),
    Truth("nmap/libnmap_1_hosts_banner_ports_xmas.xml", "nmap", 1, 0, 0, note="2 open|filtered are not known open"),
    Truth("nmap/libnmap_1_hosts_down.xml", "nmap", 1, 0, 0, note="the name says down, the status says up"),
    Truth("nmap/libnmap_1_hosts_nohostname.xml", "nmap", 1, 0, 0, note="2 filtered"),
    Truth(
        "nmap/libnmap_1_os_banner_scripts.xml", "nmap", 1, 8, 0, note="http-headers and http-methods tell no weakness"
    ),
    Truth("nmap/libnmap_2_hosts.xml", "nmap", 2, 8, 0),
    Truth("nmap/libnmap_2_hosts_achange.xml", "nmap", 2, 7, 0),
    Truth("nmap/libnmap_2_hosts_version.xml", "nmap", 2, 8, 0),
    Truth("nmap/libnmap_2_null_hosts.xml", "nmap", 2, 0, 0, note="1,000 open|filtered each"),
    Truth("nmap/nmap_1port.xml", "nmap", 1, 1, 0),
    Truth("nmap/nmap_multiple_port.xml", "nmap", 1, 13, 0),
    Truth("nmap/scb_local-network-verbose.xml", "nmap", 5, 21, 0, note="246 down; 5 hosthint elements are no hosts"),
    Truth("nmap/scb_localhost-smb-script.xml", "nmap", 1, 1, 0, note="smb-protocols lists dialects"),
    Truth("nmap/scb_localhost.xml", "nmap", 1, 4, 0, note="comment before <?xml"),
    Truth("nmap/scb_no-host.xml", "nmap", 0, 0, 0),
    Truth("nmap/scb_no-service.xml", "nmap", 1, 0, 0, note="filtered, no service element"),
    Truth("nmap/scb_service-scan.xml", "nmap", 1, 2, 0),
    # A line each; hosts are the distinct host names or addresses.
    Truth("nuclei/empty.jsonl", "empty", 0, 0, 0, note="0 bytes"),
    Truth(
        "nuclei/many_findings.json", "nuclei", 2, 5, 18, note="JSON lines under .json; ports 22, 443, 3306, 8080, 9090"
    ),
    Truth("nuclei/many_findings_new.json", "nuclei", 1, 2, 2),
    Truth("nuclei/many_findings_third.json", "nuclei", 1, 1, 2, note="an ip with a dot at its end"),
    Truth("nuclei/multiple_matches.json", "nuclei", 1, 1, 2, note="host without port, port told beside it"),
    Truth("nuclei/scb_empty-test.jsonl", "empty", 0, 0, 0, note="0 bytes"),
    Truth("nuclei/scb_example-com-only-misc-tags-with-incluce-rr.jsonl", "nuclei", 1, 1, 1),
    Truth("nuclei/scb_secureCodeBox-test.jsonl", "nuclei", 1, 1, 22),
    # Alerts per site; instances are their places.
    Truth("zap/0_zap_sample.xml", "zap", 1, 1, 4, note="a fifth alert is commented out"),
    Truth("zap/0_zap_sample_without_zap3.xml", "zap", 1, 1, 3, note="two of five commented out"),
    Truth("zap/1_zap_sample_0_and_new_absent.xml", "zap", 1, 1, 4),
    Truth("zap/3_zap_sampl_0_and_different_severities.xml", "zap", 1, 1, 4),
    Truth("zap/5_zap_sample_one.xml", "zap", 1, 1, 2),
    Truth("zap/dvwa_baseline_dojo.xml", "zap", 1, 1, 19),
    Truth("zap/dvwa_baseline_dojo_fabricated_internal_duplicates.xml", "zap", 1, 1, 13),
    Truth("zap/dvwa_baseline_dojo_subset.xml", "zap", 1, 1, 10),
    Truth("zap/empty_2.9.0.xml", "zap", 1, 1, 0),
    Truth("zap/juicy2.xml", "zap", 1, 1, 6),
    Truth("zap-automation-framework/scb_bodgeit.xml", "zap", 4, 5, 11, 1, "5 sites on 4 hosts; one false positive"),
    Truth("zap-automation-framework/scb_example.com.xml", "zap", 1, 1, 5),
    Truth("zap-automation-framework/scb_juice-shop.xml", "zap", 1, 1, 12),
    Truth("zap-automation-framework/scb_nginx.xml", "zap", 1, 1, 4),
    Truth("zap-automation-framework/scb_not-found.xml", "zap", 1, 1, 0),
    # Vulnerabilities, failed checks, secrets, licences. An image or a repository is no host.
    Truth("trivy/all_statuses.json", "trivy", 0, 0, 7, 1, "one of eight has the status not_affected"),
    Truth("trivy/cvss_severity_source.json", "trivy", 0, 0, 2),
    Truth("trivy/cvssv4_severity_source.json", "trivy", 0, 0, 3),
    Truth("trivy/kubernetes.json", "trivy", 0, 0, 20, note="10 vulnerabilities, 10 checks with FAIL"),
    Truth("trivy/legacy_no_vuln.json", "empty", 0, 0, 0, note="null"),
    Truth("trivy/license_scheme.json", "trivy", 0, 0, 19, note="17 of packages, 2 of files"),
    Truth("trivy/scb_juice-shop-v12.10.2-no-results.json", "trivy", 0, 0, 0, note="no Results at all"),
    Truth("trivy/scb_k8s-results_unexpected-attribute.json", "trivy", 0, 0, 2, note="1 vulnerability, 1 secret"),
    Truth("trivy/scb_securecodebox-repo.json", "trivy", 0, 0, 43, note="42 vulnerabilities, 1 secret"),
    Truth("trivy/scheme_2_many_vulns.json", "trivy", 0, 0, 5, note="3 of the system, 2 of a jar, a jar without any"),
    Truth("trivy/scheme_2_no_vuln.json", "trivy", 0, 0, 0),
    # A vulnerability at a component.
    Truth("cyclonedx/laravel-7.12.0_bom.1.4.json", "cyclonedx", 0, 0, 0, note="62 components"),
    Truth("cyclonedx/log4j.json", "cyclonedx", 0, 0, 8, note="in_triage is open"),
    Truth("cyclonedx/nested-component-log4j.json", "cyclonedx", 0, 0, 8),
    Truth("cyclonedx/no-severity.json", "cyclonedx", 0, 0, 1, note="a score of 10 without a word, no components"),
    Truth("cyclonedx/saasbom_apigateway.json", "cyclonedx", 0, 0, 0, note="6 services, nested"),
    Truth("cyclonedx/spec1.xml", "cyclonedx", 0, 0, 1, note="extension of 1.2"),
    Truth("cyclonedx/valid-vulnerability-1.4.xml", "cyclonedx", 0, 0, 0, 1, "VEX: not_affected"),
    # A line each, an item each, a result each.
    Truth("httpx/httpx_many_vuln.json", "httpx", 1, 1, 5, note="JSON lines under .json"),
    Truth("nikto/juice-shop.json", "nikto", 1, 1, 151),
    Truth("openvas/one_vuln.xml", "openvas", 1, 0, 1, note="general/tcp is no port"),
    Truth("openvas/report_detail_v2.csv", "openvas", 1, 1, 1),
    Truth("openvas/report_detail_v2.xml", "openvas", 1, 1, 1),
    Truth("sarif/appendix_k.sarif", "sarif", 0, 0, 0, 1, "the one result is suppressed, accepted"),
    Truth("testssl/demo.csv", "testssl", 1, 1, 0, note="35 tests, all OK or INFO"),
    Truth("wapiti/demo.xml", "wapiti", 1, 1, 8, note="2 + 2 + 4 entries; no anomaly, no additional"),
    Truth("wazuh/v4-7_many_findings.json", "wazuh", 0, 0, 13, note="no agent told"),
    Truth("wazuh/v4-7_no_findings.json", "wazuh", 0, 0, 0),
    Truth("wazuh/v4-7_one_finding_with_endpoint.json", "wazuh", 1, 0, 1),
    # Lists, models, schemas: nothing was scanned.
    Truth("kev/known_exploited_vulnerabilities.json", "kev", 0, 0, 0),
    Truth("kev/schema.json", "json-schema", 0, 0, 0),
    Truth("bloodhound/opengraph-edge.json", "json-schema", 0, 0, 0),
    Truth("bloodhound/opengraph-node.json", "json-schema", 0, 0, 0),
    Truth("bloodhound/opengraph-minimal.json", "opengraph", 0, 0, 0),
    Truth("threagile/schema.json", "json-schema", 0, 0, 0),
    Truth("threagile/threagile.yaml", "threagile", 0, 0, 0),
    Truth("pytm/input.json", "pytm", 0, 0, 0),
    Truth("mulval/3host_input.P", "mulval", 0, 0, 0),
)

LISTED = {"kev/known_exploited_vulnerabilities.json": 1404}

COMPONENTS = {
    "cyclonedx/laravel-7.12.0_bom.1.4.json": 62,
    "cyclonedx/log4j.json": 1,
    "cyclonedx/nested-component-log4j.json": 2,
    "cyclonedx/spec1.xml": 1,
    "cyclonedx/valid-vulnerability-1.4.xml": 1,
}

MODELS = {  # systems, connections
    "cyclonedx/saasbom_apigateway.json": (6, 5),
    "bloodhound/opengraph-minimal.json": (2, 1),
    "threagile/threagile.yaml": (14, 24),  # 20 links, 4 of them to an identity store, which are trusts too
    "pytm/input.json": (3, 2),  # 4 flows, two of them answers
    "mulval/3host_input.P": (4, 8),  # 5 ways to a flawed host, 2 exports of a share, 1 mount
}
