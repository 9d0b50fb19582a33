"""pytm models (JSON): as written by hand, and as `tm.py --json` writes them out.

A system per element; a connection per pair of elements, from the one that speaks first: a flow back is the answer on
the same connection. Flows with a data store share its database; others are calls. Data stores are what must not fall,
actors are where an intruder may start. pytm itself matches threats to elements by rules, without routes or likelihoods.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from selaras.engines.findings.differences import common, difference
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, objects
from selaras.engines.findings.model import Difference, Inventory, Link, MappedSystem
from selaras.engines.findings.wording import plain

_OUTSIDE = {"Actor", "ExternalEntity"}


def is_pytm(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("elements"), list) and isinstance(value.get("flows"), list)


def read_pytm(values: Iterator[Any]) -> Draft:
    draft = Draft("pytm", "pytm")
    model = fields(next(values, None), "model pytm")
    kinds = {first_text(one, "name"): first_text(one, "__class__") for one in objects(model["elements"], "elements")}
    kinds.pop("", None)
    links: dict[frozenset[str], Link] = {}
    answers, bare = list[str](), list[str]()
    for flow in objects(model["flows"], "flows"):
        source, target, name = _named(flow.get("source")), _named(flow.get("sink")), first_text(flow, "name")
        if not {source, target} <= kinds.keys():
            draft.doubt(f"Aliran {name} menyebut unsur yang tidak ada dalam model; dilewati.")
            continue
        if source == target:
            continue
        kind = "database" if "Datastore" in (kinds[source], kinds[target]) else "api"
        link = links.setdefault(frozenset((source, target)), Link(source, target, kind))
        if link.source != source:
            answers.append(name)
        elif not first_text(flow, "protocol"):
            bare.append(name)
    systems = tuple(
        MappedSystem(name, name, core=kind == "Datastore", foothold=kind in _OUTSIDE) for name, kind in kinds.items()
    )
    read = Inventory(systems, tuple(links.values()))
    draft.model = replace(read, differences=_differences(model, read, answers, bare))
    return draft


def _differences(model: Fields, read: Inventory, answers: list[str], bare: list[str]) -> tuple[Difference, ...]:
    return (
        *common(read.cores, read.footholds),
        *difference("roles", (*read.cores, *read.footholds)),
        *difference("flows", bare),
        *difference("answers", answers),
        *difference("boundaries", _names(model, "boundaries")),
        *difference("data", _names(model, "data")),
        *difference(
            "risks", (first_text(one, "description", "id") for one in objects(model.get("findings"), "findings"))
        ),
    )


def _names(model: Fields, part: str) -> Iterator[str]:
    return (name for one in objects(model.get(part), part) if (name := first_text(one, "name")))


def _named(end: Any) -> str:
    return first_text(end, "name") if isinstance(end, dict) else plain(end)
