"""The tables of the room of sectoral data."""

from selaras.sectoral.models.check import Change, Check, Quality
from selaras.sectoral.models.code_list import Code, CodeList
from selaras.sectoral.models.conflict import Conflict, Look, Side, Word
from selaras.sectoral.models.crosswalk import Crosswalk, CrosswalkRow
from selaras.sectoral.models.dataset import Dataset, Standard
from selaras.sectoral.models.draft import Draft
from selaras.sectoral.models.layout import Layout
from selaras.sectoral.models.maturity import Statement
from selaras.sectoral.models.measure import Measure
from selaras.sectoral.models.metadata import Metadata
from selaras.sectoral.models.version import Version

__all__ = [
    "Change",
    "Check",
    "Code",
    "CodeList",
    "Conflict",
    "Crosswalk",
    "CrosswalkRow",
    "Dataset",
    "Draft",
    "Layout",
    "Look",
    "Measure",
    "Metadata",
    "Quality",
    "Side",
    "Standard",
    "Statement",
    "Version",
    "Word",
]
