"""Elections and their outcome as Pabulib files, so that anybody can recompute them with other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from dataclasses import replace

from selaras.engines.allocation.pabulib import Election, Rows


def write_pabulib(election: Election) -> str:
    """The election as text of a `.pb` file, its counts set right; cells that hold `;` or quotes are quoted."""
    meta = dict(election.meta) | {"num_projects": str(len(election.projects)), "num_votes": str(len(election.votes))}
    target = io.StringIO()
    out = csv.writer(target, delimiter=";", lineterminator="\n")
    out.writerows((("META",), ("key", "value"), *meta.items()))
    out.writerows((("PROJECTS",), election.project_columns, *election.projects))
    out.writerows((("VOTES",), election.vote_columns, *election.votes))
    return target.getvalue()


def with_selection(election: Election, selected: Collection[str], rule: str) -> Election:
    """The election with the projects `selected` marked, and `rule` told in a comment.

    Pabulib's own field for the rule becomes "unknown", for its checker verifies those it knows by ties and roundings
    of its own.
    """
    chosen = set(selected)
    marks = ["1" if each in chosen else "0" for each in election.column("project_id")]
    told = election.meta.get("comment", "")
    number = told.count("#") + 1
    meta = dict(election.meta) | {"rule": "unknown", "comment": f"{told} #{number}: {rule}".strip()}
    at = election.project_columns.index("selected") if "selected" in election.project_columns else None
    if at is None:
        columns = (*election.project_columns, "selected")
        rows: Rows = tuple((*row, mark) for row, mark in zip(election.projects, marks, strict=True))
    else:
        columns = election.project_columns
        rows = tuple((*row[:at], mark, *row[at + 1 :]) for row, mark in zip(election.projects, marks, strict=True))
    return replace(election, meta=meta, project_columns=columns, projects=rows)
