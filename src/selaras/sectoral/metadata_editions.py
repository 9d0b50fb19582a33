"""What differs between one edition of a metadata form and the edition before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from selaras.sectoral.metadata_forms import Question
from selaras.sectoral.models import Metadata


@dataclass(frozen=True)
class Difference:
    """One answer as it was and as it became, in words; empty where it was not given."""

    question: str
    before: str
    after: str


@dataclass(frozen=True)
class Edition:
    """`differences` is empty for the first, which has nothing before it."""

    metadata: Metadata
    differences: tuple[Difference, ...]


def editions_of(rows: Sequence[Metadata], questions: Iterable[Question]) -> list[Edition]:
    """`rows`: all editions of one form, the newest first. An answer to a question that is gone shows its key."""
    known = list(questions)
    known += [Question(key, key, "text") for key in _keys(rows) - {one.key for one in known}]
    return [
        Edition(row, _differences(before, row, known) if before else ()) for row, before in zip_longest(rows, rows[1:])
    ]


def _keys(rows: Iterable[Metadata]) -> set[str]:
    return {key for row in rows for key in row.answers}


def _differences(before: Metadata, after: Metadata, questions: Iterable[Question]) -> tuple[Difference, ...]:
    pairs = [(one, before.answers.get(one.key), after.answers.get(one.key)) for one in questions]
    return tuple(Difference(one.text, one.words_of(old), one.words_of(new)) for one, old, new in pairs if old != new)
