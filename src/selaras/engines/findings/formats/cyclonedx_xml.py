"""The XML of CycloneDX as the objects of its JSON."""

from __future__ import annotations

from selaras.engines.findings.fields import Fields
from selaras.engines.findings.xml_parts import Element, child_text, children


def metadata_of(part: Element) -> Fields:
    tools = [*children(part, "tools", "tool"), *children(part, "tools", "components", "component")]
    return {
        "timestamp": child_text(part, "timestamp"),
        "tools": [{"name": child_text(tool, "name"), "version": child_text(tool, "version")} for tool in tools],
        "component": next((component_of(one) for one in children(part, "component")), None),
    }


def component_of(part: Element) -> Fields:
    return {
        **{name: child_text(part, name) for name in ("group", "name", "version", "purl")},
        "type": part.get("type"),
        "bom-ref": part.get("bom-ref"),
        "components": [component_of(one) for one in children(part, "components", "component")],
    }


def service_of(part: Element) -> Fields:
    inner = [service_of(one) for one in children(part, "services", "service")]
    return {"name": child_text(part, "name"), "bom-ref": part.get("bom-ref"), "services": inner}


def dependency_of(part: Element) -> Fields:
    return {"ref": part.get("ref"), "dependsOn": [one.get("ref") for one in children(part, "dependency")]}


def vulnerability_of(part: Element) -> Fields:
    """`ref` and `score/base` are of the extension for 1.2, `affects` and `score` of 1.4 and later."""
    affects = [{"ref": child_text(one, "ref")} for one in children(part, "affects", "target")]
    return {
        **{name: child_text(part, name) for name in ("id", "description", "detail", "created", "updated")},
        "recommendation": child_text(part, "recommendation", "recommendations"),
        "references": [{"id": child_text(one, "id")} for one in children(part, "references", "reference")],
        "ratings": [_rating_of(one) for one in children(part, "ratings", "rating")],
        "cwes": [(one.text or "").strip() for one in children(part, "cwes", "cwe")],
        "analysis": next(({"state": child_text(one, "state")} for one in children(part, "analysis")), None),
        "affects": affects or ([{"ref": part.get("ref")}] if part.get("ref") else []),
    }


def _rating_of(part: Element) -> Fields:
    base = next((child_text(one, "base") for one in children(part, "score")), "")
    return {"score": base or child_text(part, "score"), **{n: child_text(part, n) for n in _RATED}}


_RATED = ("severity", "method", "vector")
