"""Elections and their outcome as Pabulib files, so that anybody can recompute them with other programs."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from selaras.engines.allocation.ballots import Number
from selaras.engines.allocation.errors import InvalidElection
from selaras.engines.allocation.pabulib import APPROVAL, Election, Rows

_FORBIDDEN = frozenset(",;\r\n")


@dataclass(frozen=True, slots=True)
class Entrant:
    """One project as it goes into a file."""

    id: str
    cost: int
    name: str
    selected: bool = False


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


def new_election(
    meta: Mapping[str, str],
    budget: int,
    entrants: Iterable[Entrant],
    ballots: Mapping[str, Collection[str] | Mapping[str, Number]],
) -> Election:
    """An election made from a decision. `ballots`: voter id to approved ids, or to points by id, all of one sort.

    `meta` must tell description, country, unit, instance, date_begin, date_end (day.month.year) and may tell more of
    Pabulib's fields. Voter ids go into the file as they are: give no names. Votes without any project are left out,
    as Pabulib knows none. Raises InvalidElection for ids that hold a comma, a semicolon or a line end.

    >>> meta = {"description": "Forum", "country": "Indonesia", "unit": "Kebumen", "instance": "2021",
    ...         "date_begin": "12.02.2020", "date_end": "12.02.2020"}
    >>> election = new_election(meta, 100, [Entrant("a", 70, "Jalan", True), Entrant("b", 50, "Lampu")],
    ...                         {"1": {"a": 2, "b": 3}, "2": {"a": 1}})
    >>> election.votes, election.projects
    ((('1', 'b,a', '3,2'), ('2', 'a', '1')), (('a', '70', '2', '3', 'Jalan', '1'), ('b', '50', '1', '3', 'Lampu', '0')))
    """
    projects = list(entrants)
    for each in (*(entrant.id for entrant in projects), *ballots):
        if _FORBIDDEN.intersection(each):
            raise InvalidElection(
                f"Nomor {each} memuat koma, titik koma, atau ganti baris. Pakai nomor tanpa tanda itu."
            )
    scored = any(isinstance(ballot, Mapping) for ballot in ballots.values())
    votes = [(voter, _ordered(ballot)) for voter, ballot in ballots.items() if ballot]
    named = Counter(each for _, vote in votes for each, _ in vote)
    points: Counter[str] = Counter()
    for _, vote in votes:
        for each, point in vote:
            points[each] += point  # type: ignore[assignment] # a Counter adds any numbers
    full = {} if sum(entrant.cost for entrant in projects) > budget else {"fully_funded": "1"}
    head = {"budget": str(budget), "vote_type": "scoring" if scored else APPROVAL[0], "rule": "unknown"}
    known = [key for key in ("description", "country", "unit", "district", "subunit", "instance") if key in meta]
    counts = {"num_projects": str(len(projects)), "num_votes": str(len(votes))}
    rest = {key: value for key, value in meta.items() if key not in known}
    return Election(
        {key: meta[key] for key in known} | counts | head | rest | full,
        ("project_id", "cost", "votes", *(("score",) if scored else ()), "name", "selected"),
        tuple(_project(entrant, named, points if scored else None) for entrant in projects),
        ("voter_id", "vote", *(("points",) if scored else ())),
        tuple(_vote(voter, vote, scored) for voter, vote in votes),
    )


def _ordered(ballot: Collection[str] | Mapping[str, Number]) -> list[tuple[str, Fraction]]:
    """The projects named, the most points first, equal ones by id."""
    given = ballot if isinstance(ballot, Mapping) else dict.fromkeys(ballot, 1)
    return sorted(((each, Fraction(point)) for each, point in given.items()), key=lambda pair: (-pair[1], pair[0]))


def _project(
    entrant: Entrant, named: Mapping[str, int], points: Mapping[str, Fraction | int] | None
) -> tuple[str, ...]:
    score = () if points is None else (_number(points[entrant.id]),)
    return entrant.id, str(entrant.cost), str(named[entrant.id]), *score, entrant.name, str(int(entrant.selected))


def _vote(voter: str, vote: Sequence[tuple[str, Fraction]], scored: bool) -> tuple[str, ...]:
    points = (",".join(_number(point) for _, point in vote),) if scored else ()
    return voter, ",".join(each for each, _ in vote), *points


def _number(amount: Fraction | int) -> str:
    whole = Fraction(amount)
    return str(whole.numerator) if whole.denominator == 1 else str(Decimal(whole.numerator) / whole.denominator)
