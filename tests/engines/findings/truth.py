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
)
