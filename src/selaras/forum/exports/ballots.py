"""The ballots of the participants and the decision as a Pabulib file, so that citizens can recompute it elsewhere.

The format knows one budget and no other ceiling; the file says so in its comment, and marks what this forum funded.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from typing import Any

from selaras.engines.allocation.pabulib import Election
from selaras.engines.allocation.pabulib_writing import write_pabulib
from selaras.forum.exports.report import Line, Report

COMMENT = (
    "#1: Besides this budget the forum decided inside ceilings by agency, programme, district and source of funds. "
    "decision.json holds them all and is recomputed by: selaras forum replay decision.json"
)


def as_pabulib(report: Report) -> bytes:
    """The election in Pabulib's format; empty where nobody voted."""
    inputs = json.loads(zlib.decompress(bytes(report.decision.document)))["inputs"]
    eligible = {row["id"] for row in inputs["proposals"] if not row["gates"]}
    votes = [(voter, [each for each in approved if each in eligible]) for voter, approved in inputs["ballots"]]
    votes = [(voter, approved) for voter, approved in votes if approved]
    if not votes:
        return b""
    lines = [line for line in report.lines if line.number in eligible]
    election = Election(
        meta=_meta(report, votes, sum((line.cost if line.funded else line.asked) or 0 for line in lines)),
        project_columns=("project_id", "cost", "votes", "name", "selected"),
        projects=_projects(lines, Counter(each for _, approved in votes for each in approved)),
        vote_columns=("voter_id", "vote"),
        votes=tuple((voter, ",".join(approved)) for voter, approved in votes),
    )
    return write_pabulib(election).encode()


def _meta(report: Report, votes: list[tuple[str, list[str]]], cost: int) -> dict[str, str]:
    day = f"{report.forum.held_on:%d.%m.%Y}"
    lengths = [len(approved) for _, approved in votes]
    comment = f"{COMMENT} #2: {report.warning}" if report.warning else COMMENT
    return {
        "description": report.forum.name,
        "country": "Indonesia",
        "unit": report.region,
        "instance": str(report.year),
        "num_projects": "0",  # counted by the writer
        "num_votes": "0",
        "budget": str(_budget(report.summary, cost)),
        "vote_type": "approval",
        "rule": "unknown",
        "date_begin": day,
        "date_end": day,
        "min_length": str(min(lengths)),
        "max_length": str(max(lengths)),
        "language": "id",
        "currency": "IDR",
        **({"fully_funded": "1"} if cost <= report.summary["funded_cost"] else {}),
        "comment": comment,
    }


def _budget(summary: dict[str, Any], cost: int) -> int:
    """What the draft work plan left of the whole; what was granted where the whole would bear every proposal."""
    whole = [row["amount"] - row["plan"] for row in summary["ledger"] if row["kind"] == "total"]
    return int(next((left for left in whole if left < cost), summary["funded_cost"]))


def _projects(lines: list[Line], support: Counter[str]) -> tuple[tuple[str, ...], ...]:
    ordered = sorted(lines, key=lambda line: (-support[line.number], line.number))
    return tuple(
        (
            line.number,
            str(line.cost if line.funded else line.asked),
            str(support[line.number]),
            " ".join(line.title.split()),
            str(int(line.funded)),
        )
        for line in ordered
    )
