"""Elections as Pabulib files (`.pb`, see pabulib.org/format): read, and turned into a profile."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import lcm
from typing import TypeAlias

from selaras.engines.allocation.ballots import Ballot, Profile, gather
from selaras.engines.allocation.errors import InvalidElection

APPROVAL = ("approval", "choose-1")
SCORED = ("cumulative", "scoring")
ORDINAL = "ordinal"
_DIGITS = 60  # before or behind the point; a short text such as 1e999999999 would fill the memory
_SECTIONS = ("META", "PROJECTS", "VOTES")

Rows: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Election:
    """A file as it stands: `meta` in order, every column of projects and votes kept as text, known or not.

    `vote_lines[v]` is the line of vote v in the file it was read from.
    """

    meta: Mapping[str, str]
    project_columns: tuple[str, ...]
    projects: Rows
    vote_columns: tuple[str, ...]
    votes: Rows
    vote_lines: tuple[int, ...] = ()

    @property
    def vote_type(self) -> str:
        return self.meta["vote_type"]

    @property
    def budget(self) -> Fraction:
        return _amount(self.meta["budget"], "Anggaran (budget)")

    def column(self, name: str) -> list[str]:
        """One column of the projects."""
        at = self.project_columns.index(name)
        return [row[at] for row in self.projects]

    def costs(self) -> dict[str, Fraction]:
        amounts = zip(self.column("project_id"), self.column("cost"), strict=True)
        return {each: _amount(cost, f"Biaya usulan {each}") for each, cost in amounts}

    def profile(self) -> Profile:
        """The ballots as the rules count them.

        Approval and choose-1: the projects named, each once however often it is named. Cumulative and scoring: the
        points, as additive utilities; points for one project given twice are taken from its first place. Ordinal:
        Borda points, so that the last of k projects named gets 1 and the first k.
        Raises InvalidElection with the line of the vote that cannot be read.
        """
        costs = self.costs()
        place = {each: at for at, each in enumerate(costs)}
        if self.vote_type in APPROVAL:
            return gather(costs, self._approvals(place))
        scored = self._points(place) if self.vote_type in SCORED else self._borda(place)
        return gather(costs, scored, scored=True)

    def _approvals(self, place: Mapping[str, int]) -> Counter[Ballot]:
        counted: Counter[Ballot] = Counter()
        for vote, count in self._distinct("vote"):
            counted[tuple(sorted({at for at, _ in self._named(vote, place)})), None] += count
        return counted

    def _borda(self, place: Mapping[str, int]) -> Counter[Ballot]:
        counted: Counter[Ballot] = Counter()
        for vote, count in self._distinct("vote"):
            order = list(dict.fromkeys(at for at, _ in self._named(vote, place)))
            counted[_ballot({at: len(order) - rank for rank, at in enumerate(order)})] += count
        return counted

    def _points(self, place: Mapping[str, int]) -> Counter[Ballot]:
        given: Counter[tuple[tuple[int, Fraction], ...]] = Counter()
        for vote, count in self._distinct("vote", "points"):
            points = [each.strip() for each in vote[1].split(",")] if vote[1].strip() else []
            scores: dict[int, Fraction] = {}
            for at, rank in self._named(vote, place):
                if rank >= len(points):
                    raise InvalidElection(f"Baris {self._line(vote)}: jumlah nilai (points) kurang dari jumlah usulan.")
                scores.setdefault(at, _amount(points[rank], f"Baris {self._line(vote)}: nilai (points)"))
            given[tuple(scores.items())] += count
        unit = lcm(*{score.denominator for ballot in given for _, score in ballot})
        counted: Counter[Ballot] = Counter()
        for ballot, count in given.items():
            counted[_ballot({at: int(score * unit) for at, score in ballot if score})] += count
        return counted

    def _named(self, vote: tuple[str, ...], place: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """Places of the projects named, each with its rank on the ballot."""
        for rank, each in enumerate(vote[0].split(",") if vote[0].strip() else ()):
            at = place.get(each.strip())
            if at is None and each.strip():
                said = f"suara menyebut usulan {each.strip()}, yang tidak ada di bagian PROJECTS"
                raise InvalidElection(f"Baris {self._line(vote)}: {said}.")
            if at is not None:
                yield at, rank

    def _distinct(self, *names: str) -> Iterator[tuple[tuple[str, ...], int]]:
        """Each distinct content of the named columns, and in how many votes it stands."""
        columns = [self.vote_columns.index(name) for name in names if name in self.vote_columns]
        if len(columns) < len(names):
            raise InvalidElection(f"Bagian VOTES tidak memuat kolom {names[-1]}. Tambahkan kolom itu.")
        if len(columns) == 1:
            (only,) = columns
            yield from (((text,), count) for text, count in Counter([row[only] for row in self.votes]).items())
        else:
            yield from Counter([tuple(row[at] for at in columns) for row in self.votes]).items()

    def _line(self, vote: tuple[str, ...]) -> int:
        columns = [self.vote_columns.index(name) for name in ("vote", "points")[: len(vote)]]
        rows = zip(self.vote_lines, self.votes, strict=True)
        return next(line for line, row in rows if tuple(row[at] for at in columns) == vote)


def _ballot(scores: Mapping[int, int]) -> Ballot:
    places = tuple(sorted(scores))
    return places, tuple(scores[at] for at in places)


def _amount(text: str, what: str) -> Fraction:
    """A number with a decimal point or comma, zero or more."""
    try:
        amount = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        raise InvalidElection(f'{what} berisi "{text}", bukan angka nol atau lebih. Perbaiki isinya.')
    _, _, exponent = amount.as_tuple()
    if amount.adjusted() > _DIGITS or (isinstance(exponent, int) and exponent < -_DIGITS):
        raise InvalidElection(f'{what} berisi "{text}", angka yang terlalu panjang. Perbaiki isinya.')
    return Fraction(amount)


def read_pabulib(content: bytes | str) -> Election:
    """Read a `.pb` file: UTF-8 with or without BOM, any line ends, `;` between cells, quotes where cells hold `;`.

    Raises InvalidElection (in Indonesian, with the line) for a file of another kind, a section, column or number
    that is missing, a row with too many cells or too few, and a project given twice.
    Complexity: O(cells).
    """
    sections = _split(_text(content))
    meta = {row[0].strip(): row[1].strip() if len(row) > 1 else "" for _, row in sections["META"][1:]}
    for key in ("budget", "vote_type"):
        if not meta.get(key):
            raise InvalidElection(f"Bagian META tidak memuat {key}. Tambahkan baris itu.")
    if meta["vote_type"] not in (*APPROVAL, *SCORED, ORDINAL):
        raise InvalidElection(f"Jenis suara {meta['vote_type']} belum dikenal.")
    project_columns, _, projects = _table("PROJECTS", sections["PROJECTS"], ("project_id", "cost"))
    vote_columns, lines, votes = _table("VOTES", sections["VOTES"], ("voter_id", "vote"))
    election = Election(meta, project_columns, projects, vote_columns, votes, lines)
    repeated = [each for each, count in Counter(election.column("project_id")).items() if count > 1]
    if repeated:
        raise InvalidElection(f"Usulan {repeated[0]} tercantum lebih dari sekali di bagian PROJECTS.")
    election.costs()
    _amount(meta["budget"], "Anggaran (budget)")
    return election


def _text(content: bytes | str) -> str:
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidElection("Ini bukan berkas .pb: isinya bukan teks UTF-8.") from None


def _split(text: str) -> dict[str, list[tuple[int, list[str]]]]:
    """The rows under each heading, with their lines, blank ones left out; the first row names the columns."""
    sections: dict[str, list[tuple[int, list[str]]]] = {}
    rows: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=None), delimiter=";")
    try:
        for row in reader:
            if len(row) == 1:
                heading = row[0].strip().upper()
                if heading in _SECTIONS:
                    rows = sections.setdefault(heading, [])
                    continue
                if not heading:
                    continue
            if row:
                rows.append((reader.line_num, row))
    except csv.Error:
        raise InvalidElection(f"Baris {reader.line_num} tidak dapat dibaca. Periksa tanda kutipnya.") from None
    for heading in _SECTIONS:
        if not sections.get(heading):
            raise InvalidElection(f"Ini bukan berkas .pb yang lengkap: bagian {heading} tidak ada atau kosong.")
    return sections


def _table(
    heading: str, rows: list[tuple[int, list[str]]], needed: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[int, ...], Rows]:
    columns = tuple(cell.strip() for cell in rows[0][1])
    for name in needed:
        if name not in columns:
            raise InvalidElection(f"Bagian {heading} tidak memuat kolom {name}. Tambahkan kolom itu.")
    width, body = len(columns), rows[1:]
    for line, row in body:
        if len(row) != width:
            raise InvalidElection(
                f"Baris {line}: ada {len(row)} sel, seharusnya {width}. Periksa tanda ; dan kutipnya."
            )
    strip: Callable[[list[str]], tuple[str, ...]] = tuple
    if heading == "PROJECTS":
        strip = _stripped
    return columns, tuple(line for line, _ in body), tuple(strip(row) for _, row in body)


def _stripped(row: list[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in row)
