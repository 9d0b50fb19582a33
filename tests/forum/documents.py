"""Reading written documents back, as whoever receives them would."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdf

Table = list[list[Any]]


def sheets_of(content: bytes) -> dict[str, Table]:
    """Every sheet of a workbook as rows of values; fails where a cell holds a formula."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for page in book:
        formulas = [cell.coordinate for row in page.iter_rows() for cell in row if cell.data_type == "f"]
        assert not formulas, f"{page.title} holds formulas at {formulas}"
    return {page.title: [list(row) for row in page.iter_rows(values_only=True)] for page in book}


def rows_of_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


class _Text(HTMLParser):
    VOID = frozenset({"meta", "rect", "br", "link", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.told.append(data)


def text_of_html(content: bytes) -> str:
    """The text of a page; fails where its tags do not nest."""
    page = _Text()
    page.feed(content.decode())
    page.close()
    assert page.open == []
    return " ".join(page.told)


def text_of(path: Path) -> str:
    """All that a document says, as one text."""
    content = path.read_bytes()
    match path.suffix:
        case ".pdf":
            told = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
        case ".docx":
            letter = docx.Document(io.BytesIO(content))
            held = [cell.text for table in letter.tables for row in table.rows for cell in row.cells]
            heads = [part.text for section in letter.sections for part in section.header.paragraphs]
            told = [*heads, *(part.text for part in letter.paragraphs), *held]
        case ".xlsx":
            told = [
                str(cell) for rows in sheets_of(content).values() for row in rows for cell in row if cell is not None
            ]
        case ".html":
            told = [text_of_html(content)]
        case ".json":
            told = [json.dumps(json.loads(content), ensure_ascii=False)]
        case _:
            told = [content.decode("utf-8-sig")]
    return " ".join(" ".join(told).split())
