"""The services of a CycloneDX bill (SaaSBOM), as systems that connect along its dependencies."""

from __future__ import annotations

from selaras.engines.findings.fields import Fields, first_text, objects, rows
from selaras.engines.findings.model import Inventory, Link, MappedSystem
from selaras.engines.findings.wording import plain


def services_of(bill: Fields) -> Inventory | None:
    """A system per service, nested ones too; a connection (API) from each service to those it depends on."""
    systems: dict[str, MappedSystem] = {}
    _collect(systems, bill)
    if not systems:
        return None
    links = {
        (source, target): Link(source, target, "api")
        for one in objects(bill.get("dependencies"), "dependencies")
        for source in [first_text(one, "ref")]
        for target in map(plain, rows(one.get("dependsOn"), "dependsOn"))
        if source in systems and target in systems and source != target
    }
    return Inventory(tuple(systems.values()), tuple(links.values()))


def _collect(systems: dict[str, MappedSystem], holder: Fields) -> None:
    for service in objects(holder.get("services"), "services"):
        name = first_text(service, "name")
        if key := first_text(service, "bom-ref") or name:
            systems.setdefault(key, MappedSystem(key, name))
        _collect(systems, service)
