"""How strong a signal arrives: Okumura–Hata over flat land, a knife edge over hills, and the class it makes."""

from selaras.engines.propagation.errors import BeyondModel
from selaras.engines.propagation.hata import Land, free_space_loss, hata_loss
from selaras.engines.propagation.judging import Judged, cross_validated, fitted_limits
from selaras.engines.propagation.knife_edge import edge_loss, terrain_loss
from selaras.engines.propagation.levels import SignalClass, best_level, classes

__all__ = [
    "BeyondModel",
    "Judged",
    "Land",
    "SignalClass",
    "best_level",
    "classes",
    "cross_validated",
    "edge_loss",
    "fitted_limits",
    "free_space_loss",
    "hata_loss",
    "terrain_loss",
]
