"""Threagile models (YAML): a system per technical asset, a connection per communication link.

Links to an identity store are also a sign-in trust: who holds the store gets into what asks it. Shared runtimes are
shared hosts. Assets on the internet are where an intruder may start; assets with strictly confidential data or
mission-critical integrity or availability are what must not fall. Threagile itself weighs risks by rules, without
likelihoods; ours are those of the kinds of connection.
"""

from __future__ import annotations

from typing import Any

from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import Fields, fields, first_text, rows
from selaras.engines.findings.model import Inventory, Link, MappedSystem
from selaras.engines.findings.source import Source
from selaras.engines.findings.wording import plain
from selaras.engines.findings.yaml_text import read_yaml

_KINDS = {
    "database": ("jdbc", "odbc", "sql", "nosql", "mongodb"),
    "credentials": ("ssh", "rdp", "telnet", "vnc"),
    "files": ("nfs", "smb", "ftp", "sftp", "scp", "local-file", "nrpe", "xmpp", "smtp", "pop3", "imap"),
    "network": ("binary", "text", "unknown", "iiop", "jrmp", "in-process", "inter-process"),
}
_GUARDED = ("two-factor", "client-certificate")
_GRAVEST = (("confidentiality", "strictly-confidential"), ("integrity", "mission-critical"))


def is_threagile(head: str) -> bool:
    return "threagile_version:" in head or ("technical_assets:" in head and "data_assets:" in head)


def read_threagile(source: Source) -> Draft:
    model = fields(read_yaml(source), "model threagile")
    assets = {
        first_text(told, "id"): (name, told)
        for name, one in fields(model.get("technical_assets"), "technical_assets").items()
        for told in [fields(one, "technical_assets")]
    }
    draft = Draft("threagile", "Threagile", version=plain(model.get("threagile_version")))
    draft.scanned_at = plain(str(model.get("date") or ""))
    draft.model = Inventory(
        tuple(
            MappedSystem(key, plain(name), core=_is_core(told), foothold=told.get("internet") is True)
            for key, (name, told) in assets.items()
        ),
        tuple(link for key, (_, told) in assets.items() for link in _links(draft, assets, key, told)),
        tuple(_shared(model, assets)),
    )
    return draft


Assets = dict[str, tuple[str, Fields]]


def _is_core(told: Fields) -> bool:
    gravest = (*_GRAVEST, ("availability", "mission-critical"))
    return told.get("out_of_scope") is not True and any(told.get(name) == worst for name, worst in gravest)


def _links(draft: Draft, assets: Assets, key: str, told: Fields) -> list[Link]:
    found = []
    for name, one in fields(told.get("communication_links"), "communication_links").items():
        link = fields(one, "communication_links")
        target = first_text(link, "target")
        if target not in assets:
            draft.doubt(f"Koneksi {plain(name)} menuju {target}, yang tidak ada dalam model; dilewati.")
            continue
        guarded = link.get("vpn") is True or link.get("authentication") in _GUARDED
        found.append(Link(key, target, _kind(first_text(link, "protocol")), protected=guarded))
        if "identity" in _technology(assets[target][1]):
            found.append(Link(key, target, "sign_in"))
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
