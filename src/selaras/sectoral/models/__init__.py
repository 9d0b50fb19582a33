"""The tables of the room of sectoral data."""

from selaras.sectoral.models.check import Change, Check, Quality
from selaras.sectoral.models.conflict import Conflict, Look, Side, Word
from selaras.sectoral.models.crosswalk import Crosswalk, CrosswalkRow
from selaras.sectoral.models.dataset import Dataset, Standard
from selaras.sectoral.models.measure import Measure
from selaras.sectoral.models.metadata import Metadata
from selaras.sectoral.models.version import Version

__all__ = [
    "Change",
    "Check",
    "Conflict",
    "Crosswalk",
    "CrosswalkRow",
    "Dataset",
    "Look",
    "Measure",
    "Metadata",
    "Quality",
    "Side",
    "Standard",
    "Version",
    "Word",
]
