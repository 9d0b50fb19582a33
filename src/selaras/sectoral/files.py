"""The room's files, named by their content."""

from __future__ import annotations

from typing import BinaryIO

from selaras.intake import files
from selaras.intake.files import Kept

__all__ = ["Kept", "keep"]


def keep(content: BinaryIO, suffix: str = "") -> Kept:
    """As `intake.files.keep`, in the folder of the room."""
    return files.keep("sectoral", content, suffix)
