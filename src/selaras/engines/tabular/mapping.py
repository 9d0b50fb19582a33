"""Which column holds what: a proposal with its confidence, for a person to confirm or override."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from itertools import islice

from rapidfuzz import fuzz

from selaras.engines.tabular.errors import UnknownField
from selaras.engines.tabular.table import Cell, Table, is_blank, text_of
from selaras.engines.tabular.values import read_value
from selaras.engines.tabular.vocabulary import is_value, plain_name

ACCEPTED = 0.72
"""A column whose best field scores less stays unmapped, with its candidates as alternatives."""
SAMPLE = 100
_ALTERNATIVE = 0.45
_NUMERIC = {"money", "number", "quantity", "year", "latitude", "longitude"}


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a list can say. `kind` is a kind of `read_value`, or ``choice`` with `choices`.

    `required`: a row without it is kept back. `blocking`: a row in which it cannot be read is kept back.
    """

    name: str
    label: str
    kind: str = "text"
    synonyms: tuple[str, ...] = ()
    required: bool = False
    blocking: bool = False
    choices: Map[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """One column and the field proposed for it (None: nobody's), with the runners-up as (field, score)."""

    index: int
    column: str
    field: str | None
    confidence: float
    reason: str = ""
    alternatives: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Mapping:
    """One match a column, in their order; `missing` names the required fields that no column holds."""

    columns: tuple[ColumnMatch, ...]
    missing: tuple[str, ...] = ()

    def column_of(self, field_name: str) -> int | None:
        """The place of the column that holds a field."""
        return next((match.index for match in self.columns if match.field == field_name), None)

    def as_dict(self) -> dict[str, str]:
        """Column name to field, for the columns that have one: what is remembered per sender."""
        return {match.column: match.field for match in self.columns if match.field}

    @property
    def unmapped(self) -> tuple[str, ...]:
        return tuple(match.column for match in self.columns if match.field is None)

    @property
    def confidence(self) -> float:
        """The mean over the columns that have a field; 0 where none has."""
        known = [match.confidence for match in self.columns if match.field]
        return sum(known) / len(known) if known else 0.0


def signature(table: Table) -> str:
    """A digest of the column names in their order, by which a mapping is found again for the next file.

    >>> from selaras.engines.tabular.reading import read_table
    >>> signature(read_table(b"Kode,Nama\\n1,a")) == signature(read_table(b"KODE ;nama\\n7;b"))
    True
    """
    return signature_of(table.header)


def signature_of(header: Sequence[str]) -> str:
    """As `signature`, of column names alone."""
    plain = "\n".join(" ".join(name.casefold().split()) for name in header)
    return hashlib.sha256(plain.encode()).hexdigest()


def propose_mapping(table: Table, fields: Iterable[Field]) -> Mapping:
    """Match columns with fields by name (exact, by words, by likeness) and by what the cells hold.

    Each field takes one column and each column one field, best pairs first. Columns × fields comparisons of names,
    100 cells a column. Works for a table without a header too, though then only content speaks and little is
    proposed.
    """
    samples = [list(islice(table.column(index), SAMPLE)) for index in range(len(table.header))]
    return match_columns(table.header, samples, fields)


def match_columns(header: Sequence[str], samples: Sequence[Sequence[Cell]], fields: Iterable[Field]) -> Mapping:
    """As `propose_mapping`, from the column names and some cells of each column."""
    known = tuple(fields)
    scores: list[tuple[float, int, int, str]] = []
    alternatives: list[list[tuple[str, float]]] = [[] for _ in header]
    for index, name in enumerate(header):
        sample = [cell for cell in samples[index] if not is_blank(cell)]
        for place, one in enumerate(known):
            score, reason = _score(name, sample, one)
            if score >= _ALTERNATIVE:
                alternatives[index].append((one.name, round(score, 3)))
                scores.append((score, index, place, reason))
    chosen: dict[int, tuple[Field, float, str]] = {}
    taken: set[int] = set()
    for score, index, place, reason in sorted(scores, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score >= ACCEPTED and index not in chosen and place not in taken:
            chosen[index] = (known[place], score, reason)
            taken.add(place)
    matches = []
    for index, name in enumerate(header):
        best, score, reason = chosen.get(index, (None, 0.0, ""))
        others = sorted(
            (other for other in alternatives[index] if best is None or other[0] != best.name), key=lambda o: -o[1]
        )
        matches.append(
            ColumnMatch(index, name, best.name if best else None, round(score, 3), reason, tuple(others[:4]))
        )
    return _with_missing(tuple(matches), known)


def _with_missing(matches: tuple[ColumnMatch, ...], known: tuple[Field, ...]) -> Mapping:
    held = {match.field for match in matches}
    return Mapping(matches, tuple(one.name for one in known if one.required and one.name not in held))


def override(mapping: Mapping, chosen: Map[str, str], fields: Iterable[Field]) -> Mapping:
    """What a person decided (column name to field, ``""`` for "none") over what was proposed.

    A field given to one column is taken from any other. Raises `UnknownField` for a field that does not exist;
    columns that this file does not have are ignored, so that a remembered mapping fits a file with fewer columns.
    """
    known = tuple(fields)
    names = {one.name for one in known}
    if unknown := sorted(set(chosen.values()) - names - {""}):
        raise UnknownField(
            f"Isian {', '.join(unknown)} tidak dikenal. Pilih salah satu dari: {', '.join(sorted(names))}."
        )
    plain = {" ".join(column.casefold().split()): target for column, target in chosen.items()}
    present = {" ".join(match.column.casefold().split()) for match in mapping.columns}
    decided = {target for column, target in plain.items() if column in present}
    matches = []
    for match in mapping.columns:
        key = " ".join(match.column.casefold().split())
        if key in plain:
            matches.append(replace(match, field=plain[key] or None, confidence=1.0, reason="dipilih orang"))
        elif match.field in decided:
            matches.append(replace(match, field=None, confidence=0.0, reason="dipakai kolom lain"))
        else:
            matches.append(match)
    return _with_missing(tuple(matches), known)


def _score(name: str, sample: list[Cell], one: Field) -> tuple[float, str]:
    score, reason = _name_score(name, one)
    if score < _ALTERNATIVE:
        return 0.0, ""
    fit = _fit(sample, one)
    if fit is None:
        return score, reason
    if fit < 0.3:
        return score - 0.3, f"{reason}; isinya tidak cocok"
    return min(1.0, score + (0.03 if fit > 0.8 else 0.0)), reason


def _name_score(name: str, one: Field) -> tuple[float, str]:
    """The best likeness of a column name to the names of a field; the last part of a two-line header counts too."""
    best, reason = 0.0, ""
    parts = [name] if " / " not in name else [name, name.rsplit(" / ", 1)[-1]]
    for part_place, part in enumerate(parts):
        plain = plain_name(_without_numbering(part))
        for place, synonym in enumerate((one.label, one.name.replace("_", " "), *one.synonyms)):
            score = _likeness(plain, plain_name(synonym)) - 0.05 * part_place - 0.001 * min(place, 9)
            if score > best:
                best, reason = score, f"mirip “{synonym}”" if score < 0.95 else f"nama kolom “{synonym}”"
    return best, reason


def _without_numbering(name: str) -> str:
    return re.sub(r"^\s*\(?\d{1,2}[.)]\s*", "", name)


def _likeness(name: str, synonym: str) -> float:
    if not name or not synonym:
        return 0.0
    if name == synonym or name.replace(" ", "") == synonym.replace(" ", ""):
        return 0.97
    words, wanted = name.split(), synonym.split()
    if set(words) == set(wanted):
        return 0.94
    if set(wanted) < set(words):
        return 0.86 - 0.04 * (len(words) - len(wanted)) + 0.02 * len(wanted)
    ratio: float = fuzz.ratio(name, synonym) / 100
    spelled = 0.9 * ratio if ratio >= 0.84 and min(len(name), len(synonym)) >= 4 else 0.0
    part = 0.5 if set(words) < set(wanted) else 0.0
    return max(spelled, part)


def _fit(sample: list[Cell], one: Field) -> float | None:
    """The share of cells that read as the field's kind; None where the kind accepts anything or nothing is there."""
    if not sample or one.kind in ("choice", "list", "boolean"):
        return None
    if one.kind in ("text", "name"):
        return sum(not is_value(cell) for cell in sample) / len(sample) if one.kind == "name" else None
    if one.kind == "code":
        return sum(len(text_of(cell)) <= 40 and any(map(str.isdigit, text_of(cell))) for cell in sample) / len(sample)
    good = sum(_reads_as(one.kind, cell) for cell in sample)
    return good / len(sample)


def _reads_as(kind: str, cell: Cell) -> bool:
    if kind == "quantity":
        return any(map(str.isdigit, text_of(cell)))
    reading = read_value(kind, cell)
    return not reading.problem and (kind in _NUMERIC or reading.value is not None)
