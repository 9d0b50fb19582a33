"""Who is reached by which site, and which sites to add so that most people are newly reached."""

from selaras.engines.coverage.choosing import Worth, choose_sites, frontier
from selaras.engines.coverage.errors import CoverageError, InvalidMaterial, NoAnswer, OutOfReach
from selaras.engines.coverage.fairness import Fair, fairest
from selaras.engines.coverage.problem import Problem
from selaras.engines.coverage.reach import within
from selaras.engines.coverage.siting import Siting, Step

__all__ = [
    "CoverageError",
    "Fair",
    "InvalidMaterial",
    "NoAnswer",
    "OutOfReach",
    "Problem",
    "Siting",
    "Step",
    "Worth",
    "choose_sites",
    "fairest",
    "frontier",
    "within",
]
