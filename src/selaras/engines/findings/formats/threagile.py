"""Threagile models (YAML, JSON): a system per technical asset, a connection per communication link.

Links to an identity store are also a sign-in trust: who holds the store gets into what asks it. Shared runtimes are
shared hosts. Assets on the internet are where an intruder may start; assets with strictly confidential data or
mission-critical integrity or availability are what must not fall. Threagile itself weighs risks by rules, without
likelihoods; ours are those of the kinds of connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from selaras.engines.findings.differences import common, difference
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, rows
from selaras.engines.findings.model import Difference, Inventory, Link, MappedSystem
from selaras.engines.findings.source import Source
from selaras.engines.findings.wording import SHORT, plain, prose
from selaras.engines.findings.yaml_text import read_yaml

Assets = dict[str, tuple[str, Fields]]

_KINDS = {
    "database": ("jdbc", "odbc", "sql", "nosql", "mongodb"),
    "credentials": ("ssh", "rdp", "telnet", "vnc"),
    "files": ("nfs", "smb", "ftp", "sftp", "scp", "local-file", "nrpe", "xmpp", "smtp", "pop3", "imap"),
    "network": ("binary", "text", "unknown", "iiop", "jrmp", "in-process", "inter-process"),
}
_GUARDED = ("two-factor", "client-certificate")
_GRAVEST = (("confidentiality", "strictly-confidential"), ("integrity", "mission-critical"))


class _Way(NamedTuple):
    """A communication link and the connections that it means; `open`: nobody is asked who they are."""

    name: str
    protocol: str
    links: tuple[Link, ...]
    open: bool


def is_threagile(head: str) -> bool:
    return "threagile_version:" in head or ("technical_assets:" in head and "data_assets:" in head)


def is_threagile_json(value: Any) -> bool:
    return isinstance(value, dict) and "technical_assets" in value and "threagile_version" in value


def read_threagile(source: Source) -> Draft:
    return _read(fields(read_yaml(source), "model threagile"))


def read_threagile_json(values: Iterator[Any]) -> Draft:
    return _read(fields(next(values, None), "model threagile"))


def _read(model: Fields) -> Draft:
    assets = {
        first_text(told, "id"): (plain(name), told)
        for name, one in fields(model.get("technical_assets"), "technical_assets").items()
        for told in [fields(one, "technical_assets")]
    }
    draft = Draft("threagile", "Threagile", version=plain(model.get("threagile_version")))
    draft.scanned_at = plain(str(model.get("date") or ""))
    found = [way for key, (_, told) in assets.items() for way in _ways(draft, assets, key, told)]
    bare = Inventory(
        tuple(
            MappedSystem(key, name, core=_is_core(told), foothold=told.get("internet") is True)
            for key, (name, told) in assets.items()
        ),
        tuple(link for way in found for link in way.links),
        tuple(_shared(model, assets)),
    )
    draft.model = replace(bare, differences=_differences(model, assets, bare, found))
    return draft


def _differences(model: Fields, assets: Assets, read: Inventory, ways: list[_Way]) -> tuple[Difference, ...]:
    scope = (name for name, told in assets.values() if told.get("out_of_scope") is True)
    return (
        *common(read.cores, read.footholds),
        *difference("protocols", (way.protocol for way in ways)),
        *difference("protections", (way.name for way in ways if way.links[0].protected)),
        *difference("unauthenticated", (way.name for way in ways if way.open)),
        *difference("boundaries", map(plain, fields(model.get("trust_boundaries"), "trust_boundaries"))),
        *difference("identity", (way.name for way in ways if len(way.links) > 1)),
        *difference("runtimes", (name for name, _ in read.shared)),
        *difference("out_of_scope", scope),
        *difference("risks", _risks(model)),
    )


def _risks(model: Fields) -> Iterator[str]:
    for one in fields(model.get("individual_risk_categories"), "individual_risk_categories").values():
        found = fields(fields(one, "individual_risk_categories").get("risks_identified"), "risks_identified")
        yield from (prose(name, SHORT) for name in found)
    yield from map(plain, fields(model.get("risk_tracking"), "risk_tracking"))


def _is_core(told: Fields) -> bool:
    gravest = (*_GRAVEST, ("availability", "mission-critical"))
    return told.get("out_of_scope") is not True and any(told.get(name) == worst for name, worst in gravest)


def _ways(draft: Draft, assets: Assets, key: str, told: Fields) -> list[_Way]:
    found = []
    for name, one in fields(told.get("communication_links"), "communication_links").items():
        link = fields(one, "communication_links")
        target, protocol = first_text(link, "target"), first_text(link, "protocol")
        if target not in assets:
            draft.doubt(f"Koneksi {plain(name)} menuju {target}, yang tidak ada dalam model; dilewati.")
            continue
        guarded = link.get("vpn") is True or link.get("authentication") in _GUARDED
        links = [Link(key, target, _kind(protocol), protected=guarded)]
        if "identity" in _technology(assets[target][1]):
            links.append(Link(key, target, "sign_in"))
        found.append(_Way(plain(name), protocol or "?", tuple(links), link.get("authentication") in ("none", None)))
    return found


def _kind(protocol: str) -> str:
    plain_name = protocol.removesuffix("-encrypted")
    return next((kind for kind, protocols in _KINDS.items() if plain_name in protocols), "api")


def _technology(told: Fields) -> str:
    return plain(told.get("technology") or told.get("technologies"))


def _shared(model: Fields, assets: Assets) -> list[tuple[str, tuple[str, ...]]]:
    shared: dict[Any, Any] = fields(model.get("shared_runtimes"), "shared_runtimes")
    found = []
    for name, one in shared.items():
        told = fields(one, "shared_runtimes")
        running = [plain(key) for key in rows(told.get("technical_assets_running"), "technical_assets_running")]
        if len(known := tuple(dict.fromkeys(key for key in running if key in assets))) > 1:
            found.append((first_text(told, "id") or plain(name), known))
    return found
