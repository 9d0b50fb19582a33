"""The tables of the room of exposure."""

from selaras.exposure.models.assessment import Assessment
from selaras.exposure.models.computation import Computation
from selaras.exposure.models.connection import KIND_WORDS, Connection
from selaras.exposure.models.criteria import Evidence
from selaras.exposure.models.fix import Fix
from selaras.exposure.models.incident import Incident
from selaras.exposure.models.known_list import KnownList, KnownUse
from selaras.exposure.models.scan import Finding, Report, SeenHost
from selaras.exposure.models.system import MOST_WORTH, Host, System

__all__ = [
    "KIND_WORDS",
    "MOST_WORTH",
    "Assessment",
    "Computation",
    "Connection",
    "Evidence",
    "Finding",
    "Fix",
    "Host",
    "Incident",
    "KnownList",
    "KnownUse",
    "Report",
    "SeenHost",
    "System",
]
