"""The reports in XML among the variants: the text, its format, and hosts, services, findings, set aside by the eye."""

from __future__ import annotations

from typing import Any

from tests.engines.findings.reports import HOST

_NMAP = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE nmaprun>\n<?xml-stylesheet href="x.xsl" type="text/xsl"?>\n'
_RUN = (
    '<nmaprun scanner="nmap" args="nmap -sV --script vulners x" start="1700000000" version="7.94" xmloutputversion="1">'
)
_END = '<runstats><finished time="1700000100" exit="success"/><hosts up="{}" down="{}" total="9"/></runstats></nmaprun>'


def _host(ports: str, *, name: str = "", address: str = HOST, kind: str = "ipv4", state: str = "up") -> str:
    named = f'<hostnames><hostname name="{name}" type="PTR"/></hostnames>' if name else "<hostnames>\n</hostnames>"
    return (
        f'<host starttime="1" endtime="2"><status state="{state}" reason="syn-ack" reason_ttl="0"/>'
        f'<address addr="{address}" addrtype="{kind}"/>{named}<ports>{ports}</ports><times srtt="1"/></host>'
    )


def _port(number: int, state: str = "open", protocol: str = "tcp", inner: str = "") -> str:
    return f'<port protocol="{protocol}" portid="{number}"><state state="{state}" reason="x"/>{inner}</port>'


_EXTRA = '<extraports state="filtered" count="996"><extrareasons reason="no-response" count="996"/></extraports>'
_TUNNEL = (
    '<service name="http" product="nginx" version="1.18" tunnel="ssl" method="probed" conf="10"><cpe>x</cpe></service>'
)
_LISTED = (
    '<script id="vulners" output="x"><table key="cpe:/a:nginx"><table><elem key="id">CVE-2021-23017</elem>'
    '<elem key="cvss">7.7</elem><elem key="type">cve</elem></table><table><elem key="id">CVE-2021-3618</elem>'
    '<elem key="cvss">7.4</elem></table><table><elem key="id">PACKETSTORM:1</elem></table></table></script>'
)
_SMB = (
    '<hostscript><script id="smb-vuln-ms17-010" output="&#xa;  VULNERABLE:"><table key="CVE-2017-0143"><elem '
    'key="state">VULNERABLE</elem></table></script><script id="smb-vuln-ms10-054" output="false"/></hostscript></host>'
)

_SCAN = (
    '<scandetails targetip="{0}" targethostname="{1}" targetport="443" targetbanner="nginx" starttime="2024-01-01 '
    '10:00:00" sitename="https://{1}:443/" siteip="https://{0}/" hostheader="{1}" errors="0" checks="9">{2}<statistics '
    'elapsed="30" itemsfound="1"/></scandetails>'
)
_ITEM = (
    '<item id="999103" osvdbid="0" method="GET"><description><![CDATA[/: a & b]]></description><uri><![CDATA[/?a&b]]>'
    "</uri><namelink/><iplink/><references/></item>"
)
_NIKTO = '<?xml version="1.0" ?>\n<!DOCTYPE niktoscan SYSTEM "docs/nikto.dtd">\n'


def _result(threat: str, score: str, where: str = "443/tcp", oid: str = "1.3.6", host: str = HOST) -> str:
    return (
        f"<result id='r'><name>N</name><owner><name>o</name></owner><host>{host}<asset asset_id=''/><hostname/>"
        f"</host><port>{where}</port><nvt oid='{oid}'><type>nvt</type><cvss_base>{score}</cvss_base></nvt>"
        f"<threat>{threat}</threat><severity>{score}</severity><qod><value>80</value></qod><description/></result>"
    )


def _report(*results: str) -> str:
    return (
        "<report id='1' format_id='a' extension='xml'><name>x</name><task id='t'><name>T</name></task><report id='1'>"
        f"<gmp><version>22.4</version></gmp><ports><count>1</count><port><host>{HOST}</host>443/tcp</port></ports>"
        f"<results start='1' max='9'>{''.join(results)}</results><hosts><count>1</count></hosts><errors><error>"
        f"<host>192.0.2.77<asset asset_id=''/></host><port>general/tcp</port></error></errors></report></report>"
    )


_ZAP_ALERT = (
    "<alertitem><pluginid>10038</pluginid><alertRef>10038</alertRef><alert>CSP</alert><riskcode>{}</riskcode><confidence>"
    "{}</confidence><desc>&lt;p&gt;x&lt;/p&gt;</desc><instances><instance><uri>http://a.go.id/?a=1&amp;b=2</uri><method>"
    "GET</method><param/><requestheader>GET</requestheader></instance></instances><count>1</count></alertitem>"
)
_WAPITI = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<report type="security"><report_infos><info name="target">{}</info>'
    '<info name="auth" xsi:nil="true"/></report_infos>{}</report>'
)
_ENTRY = "<entry><method>GET</method><path>/</path><level>{}</level><parameter>q</parameter><info>x</info></entry>"

XML: dict[str, tuple[Any, ...]] = {
    "nmap of many protocols": (
        _NMAP + _RUN + _host(
            _EXTRA + _port(443, inner=_TUNNEL + _LISTED) + _port(25, "closed") + _port(111, "filtered")
            + _port(53, protocol="udp") + _port(161, "open|filtered", "udp") + _port(53), name="a.go.id",
        ) + _host(_port(445), address="2001:db8::1", kind="ipv6").replace("</host>", _SMB) + _END.format(2, 7),
        "nmap", 2, 4, 3,
    ),
    "nmap of the silent": (_NMAP + _RUN + _host("", state="down") * 2 + _END.format(0, 2), "nmap"),
    "nmap without a host": (_NMAP + _RUN + _END.format(0, 256), "nmap"),
    "nmap of the local net": (
        _RUN + _host(_port(22)).replace("<hostnames", '<address addr="AA:BB:CC:00:00:01" addrtype="mac"/><hostnames', 1)
        + _host("", address="AA:BB:CC:00:00:02", kind="mac") + "</nmaprun>", "nmap", 2, 1,
    ),
    "zap": (
        '<?xml version="1.0"?><OWASPZAPReport programName="ZAP" version="2.15.0" generated="Fri, 3 May 2024 08:00:00">'
        + "<insights/>" + '<site name="http://a.go.id" host="a.go.id" port="80" ssl="false"><alerts>'
        + _ZAP_ALERT.format(0, 1) + _ZAP_ALERT.format(3, 4) + _ZAP_ALERT.format(1, 0) + "</alerts></site>"
        + '<site name="https://a.go.id" host="a.go.id" port="443" ssl="true"><alerts/></site></OWASPZAPReport>',
        "zap", 1, 2, 2, 1,
    ),
    "zap without a site": ('<?xml version="1.0"?>\n<OWASPZAPReport version="D-2024" generated="x"/>', "zap"),
    "openvas": (
        _report(_result("High", "8.0"), _result("Log", "0.0", "general/tcp"), _result("False Positive", "-1.0"),
                _result("Medium", "5.0", "53/udp", host="2001:db8::5"), _result("", "5.0", "general/CPE-T")),
        "openvas", 2, 2, 4, 1,
    ),
    "openvas answer": (
        f"<get_reports_response status='200' status_text='OK'>{_report(_result('Low', '2.0'))}{_report()}"
        "<report_count>2</report_count></get_reports_response>", "openvas", 1, 1, 1,
    ),
    "openvas results": (
        f"<get_results_response status='200'>{_result('Medium', '5.0') * 2}<result_count>2</result_count>"
        "</get_results_response>", "openvas", 1, 1, 2,
    ),
    "openvas empty": (_report(), "openvas"),
    "nikto nested": (
        f"{_NIKTO}<niktoscan>"
        + "".join(f"<niktoscan version='2.1.6' nxmlversion='1.2'>{_SCAN.format(ip, name, _ITEM)}</niktoscan>"
                  for ip, name in ((HOST, "a.go.id"), ("192.0.2.11", "b.go.id")))
        + "</niktoscan>", "nikto", 2, 2, 2,
    ),
    "nikto flat": (
        f"{_NIKTO}<niktoscan version='2.5.0'>{_SCAN.format(HOST, 'a.go.id', _ITEM * 2)}"
        f"{_SCAN.format('2001:db8::1', '', '')}</niktoscan>", "nikto", 2, 2, 2,
    ),
    "nikto empty": (f"{_NIKTO}<niktoscan version='2.5.0'></niktoscan>", "nikto"),
    "wapiti": (
        _WAPITI.format(
            "https://a.go.id/", "<vulnerabilities><vulnerability name='XSS'><description/><entries>" + _ENTRY.format(3)
            + _ENTRY.format("") + "</entries></vulnerability></vulnerabilities><anomalies><anomaly name='500'><entries>"
            + _ENTRY.format(1) + "</entries></anomaly></anomalies><additionals><additional name='T'><entries>"
            + _ENTRY.format(0) + "</entries></additional></additionals>",
        ), "wapiti", 1, 1, 4,
    ),
    "wapiti empty": (_WAPITI.format("http://a.go.id", "<vulnerabilities/><anomalies/><additionals/>"), "wapiti", 1, 1),
    "cyclonedx": (
        '<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><metadata><tools><components>'
        '<component type="application"><name>t</name></component></components></tools></metadata><components>'
        '<component type="library" bom-ref="a"><name>a</name><version>1</version></component></components>'
        "<vulnerabilities><vulnerability><id>CVE-2021-1000</id><ratings><rating><severity>CRITICAL</severity></rating>"
        "</ratings><affects><target><ref>a</ref></target><target><ref>b</ref></target></affects></vulnerability>"
        "<vulnerability><id>CVE-2021-1001</id><analysis><state>not_affected</state></analysis></vulnerability>"
        "</vulnerabilities></bom>", "cyclonedx", 0, 0, 2, 1,
    ),
    "cyclonedx empty": ('<bom xmlns="http://cyclonedx.org/schema/bom/1.3" version="1"/>', "cyclonedx"),
}  # fmt: skip
