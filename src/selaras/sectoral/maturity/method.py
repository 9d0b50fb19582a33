"""The scheme of the maturity index, and the rules by which evidence proposes a level, as the parameters tell them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from selaras.engines.maturity import Scheme
from selaras.government.queries import parameter, parameter_value

_KEYS = ("domains", "aspects", "indicators", "bands", "levels")
_WHOLE = 100


@dataclass(frozen=True)
class Step:
    """A level, and the percent from which evidence proposes it."""

    level: int
    least: Fraction

    @property
    def share(self) -> Fraction:
        return self.least / _WHOLE


@dataclass(frozen=True)
class Rule:
    """Which measure tells of an indicator, and its steps, the lowest first."""

    indicator: str
    measure: str
    steps: tuple[Step, ...]

    def step_of(self, share: Fraction) -> Step:
        """The highest that the share reaches."""
        return next(step for step in reversed(self.steps) if share >= step.share)

    def step_after(self, step: Step) -> Step | None:
        return next((one for one in self.steps if one.level > step.level), None)


@dataclass(frozen=True)
class Method:
    """`words`: level to its name. `basis`: of the scheme; `own_basis`: of the rules, which are the program's own."""

    scheme: Scheme
    words: Mapping[int, str]
    steps: tuple[Step, ...]
    rules: Mapping[str, Rule]
    periods: Mapping[str, int]
    basis: str
    own_basis: str


def method_on(day: date) -> Method:
    """Eight queries. Raises government.NoSuchParameter where no regulation of that day tells it."""
    told = {key: parameter_value(f"sectoral.maturity.{key}", day) for key in _KEYS}
    steps = tuple(Step(one["level"], Fraction(str(one["least"]))) for one in _steps(day))
    measures = parameter("sectoral.maturity.measures", day)
    rules = {row["indicator"]: Rule(row["indicator"], row["measure"], steps) for row in measures.value}
    return Method(
        Scheme.of(*(told[key] for key in _KEYS)),
        {int(level): word for level, word in told["levels"].items()},
        steps,
        rules,
        parameter_value("sectoral.maturity.periods", day),
        parameter("sectoral.maturity.domains", day).legal_basis,
        measures.legal_basis,
    )


def _steps(day: date) -> list[dict[str, Any]]:
    return sorted(parameter_value("sectoral.maturity.steps", day), key=lambda one: one["level"])
