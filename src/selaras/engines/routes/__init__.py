"""By which routes an intruder could reach core systems, and which fixes cut most risk for the money.

A defender's analysis of what offices registered: it scans nothing and attacks nothing.
"""

from selaras.engines.routes.best import best_routes
from selaras.engines.routes.choke import ChokePoint, choke_points, fewest_to_secure
from selaras.engines.routes.errors import BudgetError, InventoryError, RoutesError
from selaras.engines.routes.fixes import Fix, FixKind
from selaras.engines.routes.hardening import Plan, Planned, Proof, by_severity, harden
from selaras.engines.routes.kinds import KINDS, Direction, Kind, Level, Likelihood
from selaras.engines.routes.model import Connection, Foothold, Graph, Levels, SharedHost, System
from selaras.engines.routes.most_probable import MostProbable, leading_routes, most_probable
from selaras.engines.routes.reach import Reach, Share, opened_by, reach
from selaras.engines.routes.route import Route, Step, chance_at, percent
from selaras.engines.routes.sensitivity import Moved, Sensitivity, sensitivity
from selaras.engines.routes.what_if import Moment, WhatIf, what_if

__all__ = [
    "KINDS",
    "BudgetError",
    "ChokePoint",
    "Connection",
    "Direction",
    "Fix",
    "FixKind",
    "Foothold",
    "Graph",
    "InventoryError",
    "Kind",
    "Level",
    "Levels",
    "Likelihood",
    "Moment",
    "MostProbable",
    "Moved",
    "Plan",
    "Planned",
    "Proof",
    "Reach",
    "Route",
    "RoutesError",
    "Sensitivity",
    "Share",
    "SharedHost",
    "Step",
    "System",
    "WhatIf",
    "best_routes",
    "by_severity",
    "chance_at",
    "choke_points",
    "fewest_to_secure",
    "harden",
    "leading_routes",
    "most_probable",
    "opened_by",
    "percent",
    "reach",
    "sensitivity",
    "what_if",
]
