"""What the indicator check reads and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Figure = Decimal | int | str | None  # as typed by the office; text is read the Indonesian way


class ItemKind(StrEnum):
    WORK_PLAN = "work_plan"
    PROPOSAL = "proposal"  # owes no indicator, baseline, target, forward estimate or source of funds yet


class Direction(StrEnum):
    RISING = "rising"
    FALLING = "falling"
    CONSTANT = "constant"


class Severity(StrEnum):
    ERROR = "error"  # the plan is incomplete or contradicts itself
    WARNING = "warning"  # a person must look
    NOTE = "note"  # it would be better


class Kind(StrEnum):
    NO_INDICATOR = "no_indicator"
    NO_UNIT = "no_unit"
    NO_BASELINE = "no_baseline"
    NO_LOCATION = "no_location"
    NO_SOURCE_OF_FUNDS = "no_source_of_funds"
    NO_FORWARD_ESTIMATE = "no_forward_estimate"
    VAGUE_WORDING = "vague_wording"
    TWO_INDICATORS = "two_indicators"
    NOT_MEASURABLE = "not_measurable"
    UNIT_MISFIT = "unit_misfit"
    TARGET_NOT_NUMBER = "target_not_number"
    PERCENT_OVER_100 = "percent_over_100"
    OFF_STRATEGIC_PATH = "off_strategic_path"
    BEHIND_BASELINE = "behind_baseline"
    NO_STRATEGIC_TARGET = "no_strategic_target"
    STRATEGIC_MISMATCH = "strategic_mismatch"
    UNIT_COST = "unit_cost"
    OUTSIDE_DUTY = "outside_duty"
    DUTY_UNKNOWN = "duty_unknown"
    UNKNOWN_CODE = "unknown_code"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A line of the draft work plan, or a proposal. `code` is its subactivity, `volume` what `cost` buys.

    Without a volume the target serves as one, unless it is a percentage or an index.
    """

    id: str
    agency: str
    code: str = ""
    name: str = ""
    indicator: str = ""
    unit: str = ""
    baseline: Figure = None
    target: Figure = None
    location: str = ""
    cost: int | None = None
    volume: Figure = None
    source_of_funds: str = ""
    forward_target: Figure = None
    forward_cost: int | None = None
    kind: ItemKind = ItemKind.WORK_PLAN


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One subactivity of the official catalogue with its official indicator and unit."""

    code: str
    name: str = ""
    indicator: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class StrategicTarget:
    """What the Renstra promises of one indicator, year by year.

    `direction`: which way is good; None is read off the path. `tolerance`: the share of the target by which a
    plan may stray.
    """

    agency: str
    indicator: str
    targets: Mapping[int, Decimal]
    unit: str = ""
    code: str = ""
    baseline: Decimal | None = None
    direction: Direction | None = None
    tolerance: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The official wording of the catalogue."""

    code: str
    name: str
    indicator: str
    unit: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with an item and what to do about it (`message`, Indonesian). `peers`: ids it was compared with."""

    item: str
    kind: Kind
    severity: Severity
    message: str
    suggestion: Suggestion | None = None
    peers: tuple[str, ...] = ()
