"""MulVAL facts (.P): hosts, who reaches whom, which host runs a service with a known flaw.

MulVAL is a logic of privileges without likelihoods. `hacl` is taken as network reach where it leads to a host with a
flaw (`vulExists`); the rest of `hacl` opens nothing. A host that a share is exported to can change what lies there:
files, towards the server. A file system mounted from a server lets what lies there run on the host that mounts it:
files, against the mount. `attackGoal` names the cores, `attackerLocated` the footholds. The rules are those of Ou,
Govindavajhala, Appel: MulVAL (USENIX Security 2005), sections 2 and 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from selaras.engines.findings.differences import common, difference
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.model import Inventory, Link, MappedSystem
from selaras.engines.findings.source import Source
from selaras.engines.findings.wording import plain

LONGEST = 4 * 1024 * 1024
_IDLE = 1_000  # pairs that open nothing are told by their number, and need no more
_FACT = re.compile(r"^\s*([a-z]\w{0,60})\(((?:[^()\n]|\([^()\n]*\))*)\)\s*\.", re.MULTILINE)
_PLACES = {
    "attackerLocated": (0,), "hacl": (0, 1), "vulExists": (0,), "networkServiceInfo": (0,), "nfsMounted": (0, 2),
    "nfsExportInfo": (0, 3),
}  # fmt: skip
_TELLING = ("attackerLocated", "hacl", "vulExists")
Fact = tuple[str, list[str]]


def is_mulval(head: str) -> bool:
    names = {found[1] for found in _FACT.finditer(_bare(head))}
    return "hacl" in names and bool(names & set(_TELLING))


def read_mulval(source: Source) -> Draft:
    facts = [(found[1], _arguments(found[2])) for found in _FACT.finditer(_bare(source.text(LONGEST)))]
    named = (args[at] for name, args in facts for at in _PLACES.get(name, ()) if at < len(args))
    hosts = dict.fromkeys(host for host in named if _is_constant(host))
    goals = {args[0].removeprefix("execCode(") for args in _of(facts, "attackGoal", 1)}
    held = {args[0] for args in _of(facts, "attackerLocated", 1)}
    systems = tuple(MappedSystem(host, host, core=host in goals, foothold=host in held) for host in hosts)
    reach, idle = _reach(facts, list(hosts))
    exports, mounts = _exports(facts, hosts), _mounts(facts)
    draft = Draft("mulval", "MulVAL")
    read = Inventory(systems, tuple(dict.fromkeys([*reach, *exports, *mounts])))
    differences = (
        *common(read.cores, read.footholds),
        *difference("privileges", (f"{args[4]} ({args[0]})" for args in _of(facts, "networkServiceInfo", 5))),
        *difference("reach", idle),
        *difference("flaws", (f"{args[1]} ({args[0]})" for args in _of(facts, "vulExists", 2))),
        *difference("exports", map(_pair, exports)),
        *difference("mounts", map(_pair, mounts)),
    )
    draft.model = replace(read, differences=differences)
    return draft


def _of(facts: list[Fact], name: str, fewest: int) -> Iterator[list[str]]:
    return (args for one, args in facts if one == name and len(args) >= fewest)


def _reach(facts: list[Fact], hosts: list[str]) -> tuple[list[Link], list[str]]:
    """The ways to a host with a flaw, and the pairs that open nothing."""
    flawed = {args[0] for args in _of(facts, "vulExists", 1)}
    ways, idle = list[Link](), list[str]()
    for source, to in (args[:2] for args in _of(facts, "hacl", 2) if args[0] in hosts):
        for target in [to] if _is_constant(to) else hosts:
            link = Link(source, target, "network")
            if target in flawed and target != source:
                ways.append(link)
            elif target != source and len(idle) < _IDLE:
                idle.append(_pair(link))
    return ways, idle


def _exports(facts: list[Fact], hosts: Mapping[str, str | None]) -> list[Link]:
    """To the server, from whom it lets write and who reaches it at all."""
    reaching = {(args[0], args[1] if _is_constant(args[1]) else "") for args in _of(facts, "hacl", 2)}
    return [
        Link(client, server, "files")
        for server, _path, access, client in (args[:4] for args in _of(facts, "nfsExportInfo", 4))
        if client in hosts and client != server and (access == "write" or not _is_constant(access))
        if {(client, server), (client, "")} & reaching
    ]


def _mounts(facts: list[Fact]) -> list[Link]:
    mounts = _of(facts, "nfsMounted", 3)
    return [Link(args[2], args[0], "files") for args in mounts if _is_constant(args[0]) and _is_constant(args[2])]


def _pair(link: Link) -> str:
    return f"{link.source} → {link.target}"


def _bare(text: str) -> str:
    return re.sub(r"/\*.*?\*/|%[^\n]*", "", text, flags=re.DOTALL)


def _arguments(text: str) -> list[str]:
    return [plain(part).strip("'") for part in text.split(",")]


def _is_constant(word: str) -> bool:
    """A name of something: variables of Prolog begin with a capital or `_`."""
    return bool(word) and not word[0].isupper() and word[0] != "_"
