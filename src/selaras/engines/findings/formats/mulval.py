"""MulVAL facts (.P): hosts, who reaches whom, which host runs a service with a known flaw.

MulVAL is a logic of privileges without likelihoods. `hacl` is taken as network reach where it leads to a host with a
flaw (`vulExists`); the rest of `hacl` opens nothing. A file system mounted from a server lets what lies there run on
the host that mounts it: files, against the mount. `attackGoal` names the cores, `attackerLocated` the footholds.
"""

from __future__ import annotations

import re

from selaras.engines.findings.draft import Draft
from selaras.engines.findings.model import Inventory, Link, MappedSystem
from selaras.engines.findings.source import Source
from selaras.engines.findings.wording import plain

LONGEST = 4 * 1024 * 1024
_FACT = re.compile(r"^\s*([a-z]\w{0,60})\(((?:[^()\n]|\([^()\n]*\))*)\)\s*\.", re.MULTILINE)
_PLACES = {
    "attackerLocated": (0,), "hacl": (0, 1), "vulExists": (0,), "networkServiceInfo": (0,), "nfsMounted": (0, 2),
    "nfsExportInfo": (0,),
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
    goals = {args[0].removeprefix("execCode(") for name, args in facts if name == "attackGoal"}
    held = {args[0] for name, args in facts if name == "attackerLocated"}
    draft = Draft("mulval", "MulVAL")
    draft.model = Inventory(
        tuple(MappedSystem(host, host, core=host in goals, foothold=host in held) for host in hosts),
        tuple(dict.fromkeys([*_reach(facts, list(hosts)), *_mounts(facts)])),
    )
    return draft


def _reach(facts: list[Fact], hosts: list[str]) -> list[Link]:
    flawed = {args[0] for name, args in facts if name == "vulExists"}
    pairs = [args[:2] for name, args in facts if name == "hacl" and len(args) > 1 and args[0] in hosts]
    return [
        Link(source, target, "network")
        for source, to in pairs
        for target in ([to] if _is_constant(to) else hosts)
        if target in flawed and target != source
    ]


def _mounts(facts: list[Fact]) -> list[Link]:
    mounts = [args for name, args in facts if name == "nfsMounted" and len(args) > 2]
    return [Link(args[2], args[0], "files") for args in mounts if _is_constant(args[0]) and _is_constant(args[2])]


def _bare(text: str) -> str:
    return re.sub(r"/\*.*?\*/|%[^\n]*", "", text, flags=re.DOTALL)


def _arguments(text: str) -> list[str]:
    return [plain(part).strip("'") for part in text.split(",")]


def _is_constant(word: str) -> bool:
    """A name of something: variables of Prolog begin with a capital or `_`."""
    return bool(word) and not word[0].isupper() and word[0] != "_"
