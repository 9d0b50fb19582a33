"""Filled-in forms as columns: a table of marks, where and when they came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

from selaras.engines.survey.errors import AnswerError
from selaras.engines.survey.scheme import Scheme

Marks = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Answer:
    """One filled-in form. `marks` by element key; an element left open is left out.

    `device`: a token salted anew each day, so that nobody can be followed from one day to the next; None on paper,
    which an officer typed in under his own name. `at`: when it came in (paper: None).
    """

    marks: Mapping[str, int]
    desk: str = ""
    day: date | None = None
    device: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """`marks`: answers × elements, 0 where left open. The rest one entry per answer, in the order given."""

    scheme: Scheme
    marks: Marks
    answers: tuple[Answer, ...]

    def __len__(self) -> int:
        return len(self.answers)


def sheet(scheme: Scheme, answers: Iterable[Answer]) -> Sheet:
    """Raises AnswerError at the first answer with a mark off the scale or for an element that is not asked."""
    given = tuple(answers)
    column = {element.key: at for at, element in enumerate(scheme.elements)}
    marks = np.zeros((len(given), len(column)), dtype=np.int8)
    for row, answer in enumerate(given):
        for key, mark in answer.marks.items():
            if key not in column:
                raise AnswerError(f"Jawaban ke-{row + 1} menilai unsur {key}, yang tidak ditanyakan.")
            if mark not in range(1, scheme.highest + 1):
                raise AnswerError(f"Jawaban ke-{row + 1}, unsur {key}: nilai {mark} di luar 1 sampai {scheme.highest}.")
            marks[row, column[key]] = mark
    return Sheet(scheme, marks, given)
