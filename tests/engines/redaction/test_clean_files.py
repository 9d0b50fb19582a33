"""Files in which nothing is hidden raise no alarm, and keep what they say."""

from __future__ import annotations

import io

import openpyxl
import pytest
from PIL import Image, ImageChops

from selaras.engines.redaction import inspect, release
from tests.engines.redaction.clean_files import clean_files
from tests.engines.redaction.clean_lookalikes import lookalikes
from tests.engines.redaction.other_tools import need, pdftotext


@pytest.fixture(scope="module")
def clean() -> dict[str, bytes]:
    return {**dict(clean_files()), **dict(lookalikes())}


def test_no_false_alarm(clean: dict[str, bytes]) -> None:
    assert len(clean) >= 65
    alarms = {name: [one.sentence for one in inspect(name, content).findings] for name, content in clean.items()}
    assert {name: said for name, said in alarms.items() if said} == {}


def test_the_text_of_a_clean_pdf_is_still_text(clean: dict[str, bytes]) -> None:
    need("pdftotext")
    pages = {name: content for name, content in clean.items() if name.endswith(".pdf")}
    before = {name: pdftotext(content) for name, content in pages.items()}
    after = {name: pdftotext(release(name, content).content) for name, content in pages.items()}
    assert after == before


def test_the_cells_of_a_clean_workbook_stay(clean: dict[str, bytes]) -> None:
    for name, content in clean.items():
        if name.endswith(".xlsx"):
            assert _cells(release(name, content).content) == _cells(content), name


def _cells(content: bytes) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[cell.value for row in sheet.iter_rows() for cell in row] for sheet in book.worksheets]


def test_a_clean_picture_stays_the_same_to_the_last_point(clean: dict[str, bytes]) -> None:
    for name, content in clean.items():
        if name.endswith((".jpg", ".png", ".webp")):
            before, after = (
                Image.open(io.BytesIO(one)).convert("RGB") for one in (content, release(name, content).content)
            )
            assert ImageChops.difference(before, after).getbbox() is None, name
