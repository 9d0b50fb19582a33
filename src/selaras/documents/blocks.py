"""What a letter or a report is made of, block by block: said once, set by Typst and written as DOCX alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from typing import Any

LAYOUTS = resources.files("selaras.documents") / "layouts"
BLOCKS = "blocks.typ"  # the layout that sets them; lay it beside a layout that imports it


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Labels with what they say, one beside the other."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """The first column is text, the others are figures, unless it is `wordy`. `last` tells the last row as a sum."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    last: bool = False
    wordy: bool = False


Block = Heading | Paragraph | Bullets | Facts | Table


def as_data(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """For `blocks.typ`, which tells them apart by `kind`."""
    return [{"kind": type(block).__name__.lower(), **asdict(block)} for block in blocks]


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, last: bool = False, wordy: bool = False) -> Table:
    return Table(tuple(columns), tuple(tuple(row) for row in rows), last, wordy)
