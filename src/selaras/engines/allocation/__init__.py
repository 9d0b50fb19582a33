"""Which proposals fit the ceilings, by which rule, and exactly why not the others."""

from selaras.engines.allocation.allocation import Allocation, Line, Proof, Tie
from selaras.engines.allocation.checker import Broken, Violation, violations
from selaras.engines.allocation.comparing import Comparison, Pair, Row, Share, Total, compare
from selaras.engines.allocation.errors import (
    AllocationError,
    Constraint,
    Infeasible,
    InvalidProblem,
    NoAnswer,
    UnknownItem,
)
from selaras.engines.allocation.explaining import explain
from selaras.engines.allocation.flipping import Rule, flips
from selaras.engines.allocation.optimal import optimal
from selaras.engines.allocation.outcomes import Binding, Change, Flip, Outcome, Raise, Reason
from selaras.engines.allocation.problem import Ceiling, Floor, Item, Problem
from selaras.engines.allocation.ranked import Ranker, ranked

__all__ = [
    "Allocation",
    "AllocationError",
    "Binding",
    "Broken",
    "Ceiling",
    "Change",
    "Comparison",
    "Constraint",
    "Flip",
    "Floor",
    "Infeasible",
    "InvalidProblem",
    "Item",
    "Line",
    "NoAnswer",
    "Outcome",
    "Pair",
    "Problem",
    "Proof",
    "Raise",
    "Ranker",
    "Reason",
    "Row",
    "Rule",
    "Share",
    "Tie",
    "Total",
    "UnknownItem",
    "Violation",
    "compare",
    "explain",
    "flips",
    "optimal",
    "ranked",
    "violations",
]
