"""Check indicators, targets, unit costs and duties of a draft work plan, with advice from the official catalogue."""

from selaras.engines.indicators.checking import check
from selaras.engines.indicators.model import (
    CatalogueEntry,
    Direction,
    Finding,
    ItemKind,
    Kind,
    PlanItem,
    Severity,
    StrategicTarget,
    Suggestion,
)

__all__ = [
    "CatalogueEntry",
    "Direction",
    "Finding",
    "ItemKind",
    "Kind",
    "PlanItem",
    "Severity",
    "StrategicTarget",
    "Suggestion",
    "check",
]
