"""How strong a signal arrives: Okumura–Hata over flat land, a knife edge over hills, and the class it makes."""

from selaras.engines.propagation.errors import BeyondModel
from selaras.engines.propagation.hata import Land, free_space_loss, hata_loss
from selaras.engines.propagation.knife_edge import edge_loss, terrain_loss
from selaras.engines.propagation.levels import SignalClass, best_level, classes

__all__ = [
    "BeyondModel",
    "Land",
    "SignalClass",
    "best_level",
    "classes",
    "edge_loss",
    "free_space_loss",
    "hata_loss",
    "terrain_loss",
]
