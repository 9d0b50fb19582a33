"""The services of a CycloneDX bill (SaaSBOM), as systems that connect along its dependencies."""

from __future__ import annotations

from selaras.engines.findings.fields import Fields, first_text, objects, rows
from selaras.engines.findings.wording import plain
from selaras.engines.routes import Connection, Graph, System


def services_of(bill: Fields) -> Graph | None:
    """A system per service, nested ones too; a connection (API) from each service to those it depends on."""
    systems: dict[str, System] = {}
    _collect(systems, bill)
    if not systems:
        return None
    connections = {
        (source, target): Connection(source, target, "api")
        for one in objects(bill.get("dependencies"), "dependencies")
        for source in [first_text(one, "ref")]
        for target in map(plain, rows(one.get("dependsOn"), "dependsOn"))
        if source in systems and target in systems and source != target
    }
    return Graph(tuple(systems.values()), tuple(connections.values()))


def _collect(systems: dict[str, System], holder: Fields) -> None:
    for service in objects(holder.get("services"), "services"):
        name = first_text(service, "name")
        if key := first_text(service, "bom-ref") or name:
            systems.setdefault(key, System(key, name))
        _collect(systems, service)
