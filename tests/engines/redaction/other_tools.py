"""What programs that are not ours read in a file."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
import pytest

# Groups of exiftool that tell of the file itself: its size, its form, the program that reads it.
_OF_THE_FILE = frozenset({"ExifTool", "System", "File", "ZIP", "JFIF", "RIFF", "ICC_Profile"})
_OF_THE_SHAPE = frozenset(
    {"Orientation", "XResolution", "YResolution", "ResolutionUnit", "YCbCrPositioning", "Language"}
)


def need(tool: str) -> None:
    """Skip the test where a program is missing."""
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed; tests/prepare tells how")


def exiftool(folder: Path) -> dict[str, dict[str, Any]]:
    """The tags of every file in a folder, by its name, without those of the file itself."""
    said = subprocess.run(
        ["exiftool", "-json", "-a", "-G1", "-r", str(folder)], capture_output=True, text=True, check=False
    ).stdout
    return {
        Path(tags["SourceFile"]).name: {key: value for key, value in tags.items() if _tells(key)}
        for tags in json.loads(said)
    }


def _tells(key: str) -> bool:
    group, _, name = key.partition(":")
    return bool(name) and group not in _OF_THE_FILE and name not in _OF_THE_SHAPE


def pdftotext(content: bytes) -> str:
    """The text of a PDF as poppler reads it, hidden text too."""
    read = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    return read.stdout.decode()


def all_text(name: str, content: bytes) -> str:
    """Everything a file says to anyone: as text, as parts of its package, as objects of a PDF."""
    if name.endswith(".pdf"):
        return "\n".join([pdftotext(content), *_objects(content)])
    if name.endswith((".xlsx", ".docx")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [f"{one}: {archive.read(one).decode('utf-8', errors='replace')}" for one in archive.namelist()]
        return "\n".join([*parts, *(_cells(content) if name.endswith(".xlsx") else _paragraphs(content))])
    return content.decode("utf-8", errors="replace")


def _objects(content: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                yield str({key: str(one.get(key)) for key in sorted(one.keys())})
                if one.get("/Subtype") != "/Image":
                    yield one.read_bytes().decode("latin-1")
            else:
                yield repr(one)
        yield repr(pdf.trailer)


def _cells(content: bytes) -> Iterator[str]:
    for values in (True, False):
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=values)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                yield from (str(cell.value) for cell in row if cell.value is not None)


def _paragraphs(content: bytes) -> Iterator[str]:
    yield from (paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
