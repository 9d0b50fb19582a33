"""The evidence of one column: how often each look, each proof and each mark for "nothing" occurs in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from selaras.engines.tabular.cell_forms import NUMBERS, Form, Look, form_of
from selaras.engines.tabular.date_forms import DateForm
from selaras.engines.tabular.table import Cell, is_blank, text_of

EXAMPLES = 5


@dataclass(slots=True)
class Profile:
    """Counts over the cells of a column.

    `unclear` counts by their sign the numbers that read either way, `typed` those that a workbook holds as numbers.
    `examples`: the first rows of each look, with what stands there.
    """

    empty: int = 0
    looks: Counter[Look] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    decimals: Counter[str] = field(default_factory=Counter)
    thousands: Counter[str] = field(default_factory=Counter)
    dates: Counter[DateForm] = field(default_factory=Counter)
    unclear: Counter[str] = field(default_factory=Counter)
    unclear_example: str = ""
    fractions: int = 0
    years: int = 0
    typed: int = 0
    examples: dict[Look, list[tuple[int, str]]] = field(default_factory=dict)

    @property
    def filled(self) -> int:
        """Cells that are not empty, marks for "nothing" among them."""
        return sum(self.looks.values())

    @property
    def ambiguous(self) -> int:
        """Numbers such as ``1.515``, whose sign could separate thousands or decimals."""
        return sum(self.unclear.values())

    @property
    def known(self) -> int:
        """Cells that hold a value."""
        return self.filled - self.looks["missing"]

    @property
    def numbers(self) -> int:
        """Cells that hold a number in any writing."""
        return sum(self.looks[look] for look in NUMBERS)

    def add(self, row: int, cell: Cell) -> None:
        """Take one cell of row `row` into account."""
        if is_blank(cell):
            self.empty += 1
            return
        self.add_many(row, text_of(cell) if isinstance(cell, str) else cell, 1)

    def add_many(self, row: int, cell: Cell, count: int) -> None:
        """Take `count` cells that read the same into account; the first of them stands in row `row`."""
        form = form_of(cell)
        self.looks[form.look] += count
        seen = self.examples.setdefault(form.look, [])
        if len(seen) < EXAMPLES:
            seen.append((row, text_of(cell)))
        if form.look == "missing":
            self.missing[text_of(cell)] += count
        elif form.look == "date" and form.date:
            self.dates[form.date] += count
        elif form.look in NUMBERS:
            self._add_number(form, count)
            if form.ambiguous and not self.unclear_example:
                self.unclear_example = text_of(cell)

    def _add_number(self, form: Form, count: int) -> None:
        if form.decimal:
            self.decimals[form.decimal] += count
        if form.thousands:
            self.thousands[form.thousands] += count
        if form.ambiguous:
            self.unclear[form.ambiguous] += count
        self.fractions += (not form.whole) * count
        self.years += form.year * count
        self.typed += form.typed * count


def profile_of(cells: Iterable[tuple[int, Cell]]) -> Profile:
    """The profile of a column given as (row, cell). Linear in the cells.

    >>> profile_of([(2, "1"), (3, "-"), (4, "")]).missing
    Counter({'-': 1})
    """
    profile = Profile()
    for row, cell in cells:
        profile.add(row, cell)
    return profile
