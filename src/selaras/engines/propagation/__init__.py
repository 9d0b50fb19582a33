"""How strong a signal arrives: Okumura–Hata over flat land, a knife edge over hills, and the class it makes."""

from selaras.engines.propagation.errors import BadTerrain, BeyondModel, PropagationError
from selaras.engines.propagation.hata import Land, free_space_loss, hata_loss
from selaras.engines.propagation.judging import Judged, cross_validated, fitted_limits
from selaras.engines.propagation.knife_edge import edge_loss, terrain_loss
from selaras.engines.propagation.levels import SignalClass, best_level, classes
from selaras.engines.propagation.terrain import Terrain, read_ascii_grid

__all__ = [
    "BadTerrain",
    "BeyondModel",
    "Judged",
    "Land",
    "PropagationError",
    "SignalClass",
    "Terrain",
    "best_level",
    "classes",
    "cross_validated",
    "edge_loss",
    "fitted_limits",
    "free_space_loss",
    "hata_loss",
    "read_ascii_grid",
    "terrain_loss",
]
