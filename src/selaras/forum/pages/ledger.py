"""The ledger of ceilings as pages show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from selaras.forum.inputs import programme
from selaras.forum.models import Outcome, Proposal
from selaras.forum.pages.words import CEILING_WORDS
from selaras.planning.models import Ceiling

Line = dict[str, Any]


@dataclass(frozen=True)
class Section:
    """All ceilings of one kind, those that stopped most proposals first."""

    kind: str
    title: str | Promise
    lines: Sequence[Line]


def sections(ledger: Sequence[Line], stopped: Mapping[str, int]) -> list[Section]:
    """The ledger by kind, the whole first. O(n log n)."""
    parts = []
    for kind, title in CEILING_WORDS.items():
        lines = [{**line, "stopped": stopped.get(line["id"], 0)} for line in ledger if line["kind"] == kind]
        if lines:
            lines.sort(key=lambda line: (-line["stopped"], line["label"]))
            parts.append(Section(kind, title, lines))
    return parts


def over(proposal: Proposal, outcome: Outcome | None, ledger: Sequence[Line]) -> list[Line]:
    """The ceilings over one proposal, those that stopped it first, each with what it was short of."""
    short = {tight["ceiling"]: tight["short"] for tight in (outcome.detail.get("binding") or [] if outcome else [])}
    lines = [
        {**line, "short": short.get(line["id"])} for line in ledger if line["id"] in short or _covers(line, proposal)
    ]
    return sorted(lines, key=lambda line: line["short"] is None)


def _covers(line: Line, proposal: Proposal) -> bool:
    """Whether every part of the ceiling's id is true of the proposal: `programme:2.16.01:2.16.03` names two."""
    if line["kind"] == Ceiling.Kind.TOTAL:
        return True
    agency = proposal.handler or proposal.agency
    own = {
        Ceiling.Kind.AGENCY: agency.code if agency else "",
        Ceiling.Kind.PROGRAMME: programme(proposal.code),
        Ceiling.Kind.DISTRICT: proposal.district_id or "",
        Ceiling.Kind.SOURCE: proposal.source_of_funds,
    }
    parts = line["id"].split(":")[1:]
    return own[line["kind"]] in parts and set(parts) <= set(own.values())
