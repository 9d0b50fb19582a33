"""Redaction that holds: a file is checked before release, and the released copy really lacks what a person took out.

>>> from selaras.engines import redaction
>>> import io, openpyxl
>>> book = openpyxl.Workbook()
>>> book.active["B2"] = "NIK 33.05.12.520485.0001"
>>> book.create_sheet("Catatan").sheet_state = "hidden"
>>> book.save(file := io.BytesIO())
>>> [(one.kind.name, one.place) for one in redaction.inspect("daftar.xlsx", file.getvalue()).findings]
[('NIK', 'lembar "Sheet" B2'), ('HIDDEN_SHEET', 'lembar "Catatan"')]
>>> copy = redaction.release("daftar.xlsx", file.getvalue())
>>> openpyxl.load_workbook(io.BytesIO(copy.content))["Sheet"]["B2"].value
'NIK [disamarkan]'
"""

from selaras.engines.redaction.errors import (
    DamagedFile,
    EmptyFile,
    NotClean,
    OtherFile,
    ProtectedFile,
    RedactionError,
    TooLarge,
    UnknownFinding,
    WithMacros,
)
from selaras.engines.redaction.findings import PERSONAL, Box, FileKind, Finding, Inspection, Kind, Limits, Mending
from selaras.engines.redaction.releasing import NAME, Done, Released, clean_name, inspect, release

__all__ = [
    "NAME",
    "PERSONAL",
    "Box",
    "DamagedFile",
    "Done",
    "EmptyFile",
    "FileKind",
    "Finding",
    "Inspection",
    "Kind",
    "Limits",
    "Mending",
    "NotClean",
    "OtherFile",
    "ProtectedFile",
    "RedactionError",
    "Released",
    "TooLarge",
    "UnknownFinding",
    "WithMacros",
    "clean_name",
    "inspect",
    "release",
]
