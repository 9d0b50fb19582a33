"""Conflicts among the figures of all agencies, as one list: what disagrees, what does not add up, what breaks."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from selaras.engines.conflicts import (
    Aligned,
    Break,
    BrokenSum,
    ClassParts,
    Disagreement,
    RegionParts,
    align,
    breaks,
    check_sums,
    disagreements,
    told_break,
    told_cause,
    told_disagreement,
    told_sum,
)
from selaras.government.models import Region
from selaras.sectoral.conflicts.figures import Cell, Read
from selaras.sectoral.conflicts.terms import Common
from selaras.sectoral.models import Conflict, Measure, Side

Kind, Role = Conflict.Kind, Side.Role


@dataclass(frozen=True)
class Found:
    """One conflict; `sides` in the order in which a page shows them. `gap` and `added` are in `at.unit.dimension`."""

    kind: str
    at: Aligned
    about: str  # what tells it from others at the same place
    sentence: str
    gap: Fraction
    relative: float
    sides: tuple[tuple[str, Aligned, Cell], ...]
    causes: tuple[str, ...] = ()
    added: Fraction | None = None

    @property
    def key(self) -> str:
        """The same as long as it is about the same thing, whatever the numbers are."""
        period = (self.at.period.first.isoformat(), self.at.period.last.isoformat())
        return _digest(self.kind, self.at.indicator, self.at.region, *period, self.at.breakdown, self.about)

    @property
    def fingerprint(self) -> str:
        """Of what its sides say: another number, unit or agency is another fingerprint; another version is not."""
        return _digest(*sorted([cell.version.dataset_id, role, str(one.value)] for role, one, cell in self.sides))


@dataclass
class Findings:
    found: list[Found] = field(default_factory=list)
    compared: int = 0
    unread: list[tuple[str, str]] = field(default_factory=list)


def find_conflicts(read: Read, common: Common) -> Findings:
    """Every conflict of the figures that could be brought to common terms; the others with their reason.

    O(n log n) in the figures, and O(parts) for each whole.
    """
    both = align(read.figures, common.terms)
    unread = read.unread + [(one.reason, _place(read.cells[id(one.figure)])) for one in both.unread]
    apart = disagreements(both.aligned, common.terms.crosswalks.values())
    sums = check_sums(both.aligned, list(_sum_rules(both.aligned, read)))
    broken = breaks(both.aligned)
    told = [
        *(_disagreement(one, read) for one in apart.found),
        *(_sum(one, read) for one in sums.broken if _asked_for(one, read)),
        *(_break(one, read) for one in broken.found),
    ]
    return Findings(_once(told), apart.compared + sums.checked + broken.judged, unread)


def _once(told: list[Found]) -> list[Found]:
    return list({one.key: one for one in told}.values())


def _sum_rules(aligned: Iterable[Aligned], read: Read) -> Iterable[RegionParts | ClassParts]:
    """The rules that the measures name: regions by the table of regions, parts by their list."""
    measures: dict[int, Measure] = {cell.measure.pk: cell.measure for cell in read.cells.values()}
    for dimension, members in dict.fromkeys((one.dimension, tuple(one.members)) for one in measures.values()):
        if members:
            yield ClassParts(dimension, members)
    if any(one.regions_add_up for one in measures.values()):
        adding = {one.region for one in aligned if read.cells[id(one.figure)].measure.regions_add_up}
        children: dict[str, list[str]] = defaultdict(list)
        for code, parent in Region.objects.exclude(parent=None).order_by("code").values_list("code", "parent_id"):
            if parent in adding:
                children[str(parent)].append(code)
        yield RegionParts({parent: tuple(codes) for parent, codes in children.items()})


def _asked_for(one: BrokenSum, read: Read) -> bool:
    """Whether the measure of the whole names this rule: another indicator's rule says nothing about it."""
    measure = read.cells[id(one.whole.figure)].measure
    if isinstance(one.rule, RegionParts):
        return measure.regions_add_up
    return (measure.dimension, tuple(measure.members)) == (one.rule.dimension, one.rule.members)


def _disagreement(one: Disagreement, read: Read) -> Found:
    sides = tuple((str(Role.STATED), side, read.cells[id(side.figure)]) for side in one.sides)
    causes = tuple(told_cause(cause) for cause in one.causes)
    at = one.sides[0]
    sentence = told_disagreement(one)
    return Found(Kind.DISAGREEMENT, at, at.unit.dimension, sentence, one.gap, float(one.relative), sides, causes)


def _sum(one: BrokenSum, read: Read) -> Found:
    rows = ((Role.WHOLE, one.whole), *((Role.PART, part) for part in one.parts))
    sides = tuple((str(role), side, read.cells[id(side.figure)]) for role, side in rows)
    rule = one.rule.dimension if isinstance(one.rule, ClassParts) else ""
    relative = float(abs(one.gap) / abs(one.whole.value)) if one.whole.value else 1.0
    about = f"{one.whole.figure.source} {rule}"
    return Found(Kind.SUM, one.whole, about, told_sum(one), one.gap, relative, sides, added=one.added)


def _break(one: Break, read: Read) -> Found:
    rows = ((Role.BEFORE, one.before), (Role.AT, one.at))
    sides = tuple((str(role), side, read.cells[id(side.figure)]) for role, side in rows)
    gap = one.at.value - one.before.value
    return Found(Kind.BREAK, one.at, one.at.figure.source, told_break(one), gap, one.growth, sides)


def _place(cell: Cell) -> str:
    version = cell.version
    return f"{version.dataset.title}, versi {version.number}, kolom {cell.measure.value_column}, baris {cell.row}"


def _digest(*words: object) -> str:
    return hashlib.sha256(json.dumps(words, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
