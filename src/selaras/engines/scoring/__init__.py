"""Score proposals by weighted criteria, level the assessors, and tell which decisions a shifted weight would flip."""

from selaras.engines.scoring.errors import CriteriaError, MarkError, ScoringError, UnknownError
from selaras.engines.scoring.explanation import explain
from selaras.engines.scoring.model import (
    AUTHORITY,
    COMPLETENESS,
    LOCATION,
    Conflict,
    Criterion,
    Gate,
    GateResult,
    Mark,
    Multiplier,
)
from selaras.engines.scoring.scoring import score
from selaras.engines.scoring.sheet import Apart, Cells, Gap, Leniency, Line, Part, ScoreSheet, reweighed
from selaras.engines.scoring.stability import Fragile, Scenario, StabilityReport, stability
from selaras.engines.scoring.weighing import WHOLE

__all__ = [
    "AUTHORITY",
    "COMPLETENESS",
    "LOCATION",
    "WHOLE",
    "Apart",
    "Cells",
    "Conflict",
    "CriteriaError",
    "Criterion",
    "Fragile",
    "Gap",
    "Gate",
    "GateResult",
    "Leniency",
    "Line",
    "Mark",
    "MarkError",
    "Multiplier",
    "Part",
    "Scenario",
    "ScoreSheet",
    "ScoringError",
    "StabilityReport",
    "UnknownError",
    "explain",
    "reweighed",
    "score",
    "stability",
]
