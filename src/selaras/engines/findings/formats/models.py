"""OpenGraph (BloodHound), a model of systems in JSON; and JSON schemas, which hold nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.model import Inventory, Link, MappedSystem


def is_opengraph(value: Any) -> bool:
    graph = value.get("graph") if isinstance(value, dict) else None
    return isinstance(graph, dict) and "nodes" in graph and "edges" in graph


def read_opengraph(values: Iterator[Any]) -> Draft:
    """A system per node; a connection per edge, as credentials: an edge says that its start may act on its end."""
    draft = Draft("opengraph", "BloodHound OpenGraph")
    graph = fields(fields(next(values, None), "OpenGraph").get("graph"), "graph")
    systems: dict[str, MappedSystem] = {}
    keys: dict[str, str] = {}
    for node in objects(graph.get("nodes"), "nodes"):
        key, name = first_text(node, "id"), first_text(fields(node.get("properties"), "properties"), "name")
        systems[key] = MappedSystem(key, name)
        keys |= {name: key, key: key}
    links: dict[tuple[str, str], Link] = {}
    for edge in objects(graph.get("edges"), "edges"):
        ends = [keys.get(first_text(fields(edge.get(end), end), "value"), "") for end in ("start", "end")]
        if not all(ends):
            draft.doubt("Ada sisi yang menunjuk simpul di luar berkas ini; sisi itu dilewati.")
        elif ends[0] != ends[1]:
            links[ends[0], ends[1]] = Link(ends[0], ends[1], "credentials")
    draft.model = Inventory(tuple(systems.values()), tuple(links.values()))
    return draft


def is_schema(value: Any) -> bool:
    return isinstance(value, dict) and "properties" in value and ("$schema" in value or "$defs" in value)


def read_schema(values: Iterator[Any]) -> Draft:
    schema: Fields = fields(next(values, None), "skema")
    draft = Draft("json-schema", "JSON Schema")
    title = first_text(schema, "title", limit=80)
    draft.doubt(f"Ini skema “{title}”: tata bentuk sebuah laporan, bukan laporan. Kirim berkas yang berisi datanya.")
    return draft
