"""The maturity of a year as it stands: by indicator the evidence, the level proposed and stated; and the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from selaras.engines.maturity import Branch, MaturityIndex, Node, maturity_index, shares
from selaras.sectoral.maturity.facts import Facts, gather
from selaras.sectoral.maturity.measures import MEASURES, Measure, Tally
from selaras.sectoral.maturity.method import Method, Rule, Step, method_on
from selaras.sectoral.models import Statement


@dataclass(frozen=True)
class Evidence:
    """What was counted, and the level that the rule gives for it."""

    measure: Measure
    tally: Tally
    share: Fraction
    rule: Rule

    @property
    def step(self) -> Step:
        return self.rule.step_of(self.share)

    @property
    def after(self) -> Step | None:
        return self.rule.step_after(self.step)

    @property
    def wanted(self) -> int:
        """How many more of the things counted reach the next level; 0 where the rules know none."""
        if self.after is None:
            return 0
        return -(-self.after.share.numerator * self.tally.of // self.after.share.denominator) - self.tally.have


@dataclass(frozen=True)
class Line:
    """One indicator. `share`: by how much the index rises with one level more. `rule`: None where the system looks at
    nothing; `evidence`: None also where there is nothing to count yet.
    """

    node: Node
    share: Fraction
    lowest: int
    highest: int
    rule: Rule | None
    evidence: Evidence | None
    stated: Statement | None

    @property
    def code(self) -> str:
        return self.node.code

    @property
    def proposed(self) -> int | None:
        return self.evidence.step.level if self.evidence else None

    @property
    def level(self) -> int | None:
        """That counts: as stated, else as proposed."""
        return self.stated.level if self.stated else self.proposed

    @property
    def gap(self) -> int | None:
        """Levels by which the statement is above (or, below 0, under) what the evidence shows."""
        return self.stated.level - self.proposed if self.stated and self.proposed else None

    @property
    def lift(self) -> Fraction:
        """What one level more adds to the index; 0 at the top. An indicator without a level counts as the lowest."""
        return Fraction(0) if self.level == self.highest else self.share


@dataclass(frozen=True)
class Sheet:
    """A year's indicators by code. `index` is of the levels that count, `by_evidence` of the proposed."""

    year: int
    on: date
    method: Method
    lines: tuple[Line, ...]
    index: MaturityIndex
    by_evidence: MaturityIndex

    def line(self, code: str) -> Line | None:
        return next((one for one in self.lines if one.code == code), None)

    def to_do(self) -> list[Line]:
        """What is missing, that which lifts the index most first; of the same lift the lowest level first."""
        left = [one for one in self.lines if one.lift]
        return sorted(left, key=lambda one: (-one.lift, one.level or 0, one.code))

    def branches(self) -> list[tuple[Branch, list[tuple[Branch, list[Line]]]]]:
        """The derivation: domains, their aspects, the lines of each."""
        lines = {one.code: one for one in self.lines}
        return [
            (domain, [(aspect, [lines[part.node.code] for part in aspect.parts]) for aspect in domain.parts])
            for domain in self.index.domains
        ]


def sheet_of_year(year: int, on: date) -> Sheet:
    """By the method and the evidence of a day. A constant number of queries, whatever there is."""
    method = method_on(on)
    stated = _newest(Statement.objects.filter(year=year).select_related("stated_by"))
    return sheet_from(method, gather(method.periods, on), stated, year, on)


def sheet_from(method: Method, facts: Facts, stated: Mapping[str, Statement], year: int, on: date) -> Sheet:
    """No query."""
    counted = {key: measure.count(facts) for key, measure in MEASURES.items()}
    portions = shares(method.scheme)
    lines = tuple(
        Line(
            node,
            portions[node.code],
            method.scheme.low,
            method.scheme.high,
            method.rules.get(node.code),
            _evidence(method.rules.get(node.code), counted),
            stated.get(node.code),
        )
        for node in method.scheme.indicators()
    )
    index = maturity_index(method.scheme, {one.code: one.level for one in lines if one.level is not None})
    evident = maturity_index(method.scheme, {one.code: one.proposed for one in lines if one.proposed is not None})
    return Sheet(year, on, method, lines, index, evident)


def _evidence(rule: Rule | None, counted: Mapping[str, Tally]) -> Evidence | None:
    """None where no rule tells of the indicator, or where there is nothing to count yet."""
    if rule is None or rule.measure not in counted:
        return None
    tally = counted[rule.measure]
    return None if tally.share is None else Evidence(MEASURES[rule.measure], tally, tally.share, rule)


def _newest(statements: Iterable[Statement]) -> dict[str, Statement]:
    return {one.indicator: one for one in sorted(statements, key=lambda one: one.edition)}
