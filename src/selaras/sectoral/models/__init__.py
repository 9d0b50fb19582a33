"""The tables of the room of sectoral data."""

from selaras.sectoral.models.check import Change, Check, Quality
from selaras.sectoral.models.dataset import Dataset, Standard
from selaras.sectoral.models.maturity import Statement
from selaras.sectoral.models.metadata import Metadata
from selaras.sectoral.models.version import Version

__all__ = ["Change", "Check", "Dataset", "Metadata", "Quality", "Standard", "Statement", "Version"]
