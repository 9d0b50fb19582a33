"""Models of systems become inventories of systems and connections."""

from __future__ import annotations

import json

import yaml

from selaras.engines.findings import Inventory, read_report
from selaras.engines.routes import KINDS

MULVAL = b"""attackerLocated(internet). % dari luar
attackGoal(execCode(gudang, _)).
hacl(internet, web, tcp, 80).
hacl(web, _, _, _).
/* hacl(internet, gudang, tcp, 1). */
vulExists(web, 'CVE-2021-44228', httpd).
nfsMounted(gudang, '/data', web, '/ekspor', read).
nfsExportInfo(gudang, '/surat', write, web).
nfsExportInfo(gudang, '/baca', read, internet).
nfsExportInfo(web, '/jauh', write, gudang).
hacl(H, H, _, _).
"""
PYTM = {  # as `tm.py --json` writes it: elements and flows with every attribute, ends by name
    "elements": [
        {"__class__": "ExternalEntity", "name": "Warga", "inBoundary": "Internet", "port": -1},
        {"__class__": "Server", "name": "Situs", "inBoundary": None, "protocol": "HTTPS"},
        {"__class__": "Datastore", "name": "Basis", "inBoundary": None},
    ],
    "flows": [
        {"name": "Minta", "source": "Warga", "sink": "Situs", "protocol": "HTTPS", "isResponse": False},
        {"name": "Jawab", "source": "Situs", "sink": "Warga", "isResponse": True, "responseTo": "Minta"},
        {"name": "Simpan", "source": {"name": "Situs"}, "sink": {"name": "Basis"}, "protocol": ""},
        {"name": "Diri", "source": "Situs", "sink": "Situs"},
        {"name": "Hilang", "source": "Situs", "sink": "Tidak ada"},
    ],
    "findings": [{"id": "INP02", "description": "Overflow", "target": "Situs"}],
}
THREAGILE = b"""
threagile_version: 1.0.0
technical_assets:
  Portal: {id: portal, internet: true, technology: web-server, communication_links: {
    Data: {target: db, protocol: jdbc, authentication: credentials},
    Masuk: {target: sso, protocol: https, authentication: two-factor},
    Hilang: {target: tidak-ada, protocol: https}}}
  Basis Data: {id: db, confidentiality: strictly-confidential, technology: database}
  SSO: {id: sso, technology: identity-provider}
shared_runtimes:
  VM: {id: vm, technical_assets_running: [portal, sso, tidak-ada]}
"""


def model(content: bytes) -> Inventory:
    told = read_report(content).model
    assert told is not None
    return told


def ways(inventory: Inventory) -> set[tuple[str, str, str]]:
    return {(link.source, link.target, link.kind) for link in inventory.links}


def test_the_facts_of_mulval() -> None:
    told = model(MULVAL)
    assert ways(told) == {("internet", "web", "network"), ("web", "gudang", "files")}  # mounted, and exported to it
    assert [one.key for one in told.systems if one.core] == ["gudang"]
    assert [one.key for one in told.systems if one.foothold] == ["internet"]


def test_a_model_of_threagile() -> None:
    report = read_report(THREAGILE)
    told = model(THREAGILE)
    assert ways(told) == {("portal", "db", "database"), ("portal", "sso", "api"), ("portal", "sso", "sign_in")}
    assert [link.protected for link in told.links if link.kind == "api"] == [True]
    assert told.shared == (("vm", ("portal", "sso")),)
    assert "tidak-ada" in report.doubts[0]


def test_a_model_of_threagile_in_json_is_the_same() -> None:
    assert model(json.dumps(yaml.safe_load(THREAGILE)).encode()) == model(THREAGILE)


def test_a_model_of_pytm_as_it_writes_it_out() -> None:
    told = model(json.dumps(PYTM).encode())
    assert ways(told) == {("Warga", "Situs", "api"), ("Situs", "Basis", "database")}
    assert (told.cores, told.footholds) == (("Basis",), ("Warga",))
    named = {one.key: one.named for one in told.differences}
    assert (named["answers"], named["flows"], named["risks"]) == (("Jawab",), ("Simpan",), ("Overflow",))


def test_every_kind_of_connection_is_registered() -> None:
    assert {
        link.kind for content in (MULVAL, THREAGILE, json.dumps(PYTM).encode()) for link in model(content).links
    } <= KINDS.keys()
