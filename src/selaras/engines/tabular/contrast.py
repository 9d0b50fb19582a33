"""Headers that no word gives away: a row that differs in kind from all that stands below it, or is just like it."""

from __future__ import annotations

import re

from selaras.engines.tabular.table import Cell, Grid, is_blank, text_of
from selaras.engines.tabular.vocabulary import is_header_name, is_value

_TRUTHS = frozenset(("true", "false", "ya", "tidak", "benar", "salah"))
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\s*\d{1,2}:\d{2}")
_LOOK_BELOW = 50
_LOOK_AT = 3


def counting_shape(cell: Cell) -> str:
    """What a text looks like when it counts (``value1`` and ``value27`` alike), ``""`` where it holds no digit.

    >>> counting_shape("value1"), counting_shape("value27"), counting_shape("value")
    ('a9', 'a9', '')
    """
    if not isinstance(cell, str) or not any(map(str.isdigit, cell)):
        return ""
    return _LETTERS.sub("a", _DIGITS.sub("9", cell.strip()))


def kind_of(cell: Cell, *, typed: bool) -> str:
    """``truth``, ``number`` (also a date or a code) or ``text``; in a workbook a number written as text is text.

    >>> kind_of("TRUE", typed=False), kind_of("12", typed=False), kind_of("12", typed=True), kind_of(12, typed=True)
    ('truth', 'number', 'text', 'number')
    """
    if isinstance(cell, bool) or (isinstance(cell, str) and cell.strip().lower() in _TRUTHS):
        return "truth"
    if isinstance(cell, str):
        return "number" if not typed and (is_value(cell) or _CLOCK.match(cell)) else "text"
    return "number"


def first_by_contrast(grid: Grid, filled: list[int], typical: int) -> int:
    """The first of the top rows that differs in kind from the rows below it in most columns, -1 where none does."""
    for index in filled[:_LOOK_AT]:
        cells = grid.rows[index][1]
        present = [at for at, cell in enumerate(cells) if not is_blank(cell)]
        texts = [str(cells[at]) for at in present]
        if len(present) < typical or len(set(texts)) < len(texts) or not isinstance(cells[present[0]], str):
            continue
        if counts_under_name(cells, present):
            return index
        below = [grid.rows[i][1] for i in filled if i > index][:_LOOK_BELOW]
        if below and contrasting(cells, below, typed=grid.kind != "csv") * 5 >= len(present) * 3:
            return index
    return -1


def counts_under_name(cells: tuple[Cell, ...], present: list[int]) -> bool:
    """Whether a known name is followed by nothing but 1, 2, 3 …, as the months of a year are.

    >>> counts_under_name(("Kecamatan", "1", "2", "3"), [0, 1, 2, 3])
    True
    """
    numbers = [text_of(cells[at]) for at in present[1:]]
    return (
        len(numbers) > 2 and is_header_name(cells[present[0]]) and numbers == [str(n + 1) for n in range(len(numbers))]
    )


def contrasting(cells: tuple[Cell, ...], below: list[tuple[Cell, ...]], *, typed: bool) -> int:
    """How many columns hold, under a name of one kind, only values of another."""
    count = 0
    for at, cell in enumerate(cells):
        kinds = {kind_of(row[at], typed=typed) for row in below if at < len(row) and not is_blank(row[at])}
        count += not is_blank(cell) and len(kinds) == 1 and kinds != {kind_of(cell, typed=typed)}
    return count
