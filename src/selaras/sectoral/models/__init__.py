"""The tables of the room of sectoral data."""

from selaras.sectoral.models.check import Change, Check, Quality
from selaras.sectoral.models.code_list import Code, CodeList
from selaras.sectoral.models.dataset import Dataset, Standard
from selaras.sectoral.models.draft import Draft
from selaras.sectoral.models.layout import Layout
from selaras.sectoral.models.metadata import Metadata
from selaras.sectoral.models.version import Version

__all__ = [
    "Change",
    "Check",
    "Code",
    "CodeList",
    "Dataset",
    "Draft",
    "Layout",
    "Metadata",
    "Quality",
    "Standard",
    "Version",
]
