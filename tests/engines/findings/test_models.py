"""Models of systems become inventories in which the engine of routes finds the known ways.

The differences to what their tools say are those written in each reader: MulVAL has no likelihoods, Threagile rates by
rules, pytm draws flows of data and not who may call whom.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engines.findings import Inventory, read_report
from selaras.engines.findings.graph import graph_of
from selaras.engines.routes import KINDS, best_routes

MULVAL = b"""attackerLocated(internet). % dari luar
attackGoal(execCode(gudang, _)).
hacl(internet, web, tcp, 80).
hacl(web, _, _, _).
/* hacl(internet, gudang, tcp, 1). */
vulExists(web, 'CVE-2021-44228', httpd).
nfsMounted(gudang, '/data', web, '/ekspor', read).
hacl(H, H, _, _).
"""
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
    assert ways(told) == {("internet", "web", "network"), ("web", "gudang", "files")}
    assert [one.key for one in told.systems if one.core] == ["gudang"]
    assert [one.key for one in told.systems if one.foothold] == ["internet"]


def test_a_model_of_threagile() -> None:
    report = read_report(THREAGILE)
    told = model(THREAGILE)
    assert ways(told) == {("portal", "db", "database"), ("portal", "sso", "api"), ("portal", "sso", "sign_in")}
    assert [link.protected for link in told.links if link.kind == "api"] == [True]
    assert told.shared == (("vm", ("portal", "sso")),)
    assert "tidak-ada" in report.doubts[0]


def test_every_kind_of_connection_is_registered() -> None:
    assert {link.kind for content in (MULVAL, THREAGILE) for link in model(content).links} <= KINDS.keys()


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("file", "core", "expected"),
    [
        ("mulval/3host_input.P", "workStation", ["internet", "webServer", "fileServer", "workStation"]),
        ("pytm/input.json", "SQL Database", ["User", "Web Server", "SQL Database"]),
        (
            "threagile/threagile.yaml",
            "sql-database",
            ["external-dev-client", "jenkins-build-server", "apache-webserver", "sql-database"],
        ),
        ("threagile/threagile.yaml", "load-balancer", ["customer-client", "load-balancer"]),
    ],
)
def test_the_known_route(shared_data: Path, file: str, core: str, expected: list[str]) -> None:
    graph = graph_of(model((shared_data / "exposure" / file).read_bytes()))
    assert tuple(expected) in [route.systems for route in best_routes(graph, core)]
