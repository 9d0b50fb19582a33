"""Drawing one form into a workbook: title, grouped header, rows, print set-up. What looks like a formula is text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from selaras.documents.printable import printable

MONEY = "[$-421]#,##0"  # Indonesian signs, whatever the language of the spreadsheet
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
LINE = 12.0  # points that a line of nine-point text takes
INK, PAPER, HEAD = "#0f4c47", "#f3f7f5", "#d9e8e3"


@dataclass(frozen=True)
class Form:
    """A table with its head: `groups` are (label, width) pairs above `columns`; widths are in characters."""

    title: str
    columns: Sequence[str]
    widths: Sequence[int]
    groups: Sequence[tuple[str, int]] = ()
    subtitles: Sequence[str] = ()
    numbered: bool = False  # a row (1) (2) (3) below the header, as the regulation's forms have


@dataclass(frozen=True)
class Section:
    """A row that spans the table and heads those after it."""

    label: str
    total: int | None = None


@dataclass(frozen=True)
class Sheet:
    name: str
    form: Form
    rows: Iterable[Sequence[Any] | Section]
    money: frozenset[int] = field(default_factory=frozenset)  # columns that hold rupiah
    filtered: bool = False  # with a filter on every column


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The workbook's bytes. Dates of creation are left out, so that the same rows give the same file."""
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"created": _EPOCH})
        styles = _styles(book)
        for sheet in sheets:
            _draw(book.add_worksheet(_sheet_name(sheet.name)), sheet, styles)
    return target.getvalue()


def _sheet_name(name: str) -> str:
    return "".join(sign for sign in name if sign not in "[]:*?/\\")[:31]


def _styles(book: Any) -> dict[str, Any]:
    cell = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#b9c9c4", "font_size": 9}
    return {
        "title": book.add_format({"bold": True, "font_size": 13, "font_color": INK}),
        "subtitle": book.add_format({"font_size": 9, "font_color": "#555555"}),
        "head": book.add_format(
            {**cell, "bold": True, "bg_color": HEAD, "align": "center", "valign": "vcenter", "font_color": INK}
        ),
        "number": book.add_format({**cell, "align": "center", "font_color": "#777777"}),
        "text": book.add_format(cell),
        "money": book.add_format({**cell, "num_format": MONEY}),
        "section": book.add_format({**cell, "bold": True, "bg_color": PAPER}),
        "section_money": book.add_format({**cell, "bold": True, "bg_color": PAPER, "num_format": MONEY}),
    }


def _draw(page: Any, sheet: Sheet, styles: dict[str, Any]) -> None:
    form = sheet.form
    at = first = _draw_head(page, form, styles)
    for row in sheet.rows:
        if isinstance(row, Section):
            _draw_section(page, at, row, sheet, styles)
        else:
            page.set_row(at, _height(row, form.widths))
            for column, value in enumerate(row):
                _write(page, at, column, value, styles["money" if column in sheet.money else "text"])
        at += 1
    if sheet.filtered:
        page.autofilter(first - 1, 0, max(at - 1, first), len(form.columns) - 1)
    page.set_landscape()
    page.set_paper(8)  # A3: the forms have up to twelve columns
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.set_footer("&L&8" + form.title.replace("&", "&&") + "&R&8&P / &N")


def _height(row: Sequence[Any], widths: Sequence[int]) -> float:
    """Points for the tallest wrapped cell; without it some programs show the first line only."""
    lines = max(-(-len(str(value)) // max(width, 1)) for value, width in zip(row, widths, strict=True))
    return max(lines, 1) * LINE + 2


def _draw_head(page: Any, form: Form, styles: dict[str, Any]) -> int:
    page.write_string(0, 0, form.title, styles["title"])
    at = 1
    for subtitle in form.subtitles:
        page.write_string(at, 0, subtitle, styles["subtitle"])
        at += 1
    at += 1
    first = at
    if form.groups:
        column = 0
        for label, width in form.groups:
            if label:
                page.merge_range(at, column, at, column + width - 1, label, styles["head"])
            column += width
        _merge_ungrouped(page, at, form, styles)
        at += 1
    page.set_row(at, _height(form.columns, form.widths))
    for column, (label, width) in enumerate(zip(form.columns, form.widths, strict=True)):
        page.set_column(column, column, width)
        if not _ungrouped(form, column):
            page.write_string(at, column, label, styles["head"])
    at += 1
    if form.numbered:
        for column in range(len(form.columns)):
            page.write_string(at, column, f"({column + 1})", styles["number"])
        at += 1
    page.freeze_panes(at, 0)
    page.repeat_rows(first, at - 1)
    return at


def _ungrouped(form: Form, wanted: int) -> bool:
    """Whether a column stands outside every labelled group, so that its head spans both header rows."""
    column = 0
    for label, width in form.groups:
        if column <= wanted < column + width:
            return not label
        column += width
    return False


def _merge_ungrouped(page: Any, at: int, form: Form, styles: dict[str, Any]) -> None:
    for column, label in enumerate(form.columns):
        if _ungrouped(form, column):
            page.merge_range(at, column, at + 1, column, label, styles["head"])


def _draw_section(page: Any, at: int, row: Section, sheet: Sheet, styles: dict[str, Any]) -> None:
    last = len(sheet.form.columns) - 1
    total_at = min(sheet.money, default=last + 1) if row.total is not None else last + 1
    page.merge_range(at, 0, at, total_at - 1, row.label, styles["section"])
    for column in range(total_at, last + 1):
        page.write_blank(at, column, None, styles["section"])
    if row.total is not None and total_at <= last:
        page.write_number(at, total_at, row.total, styles["section_money"])


def _write(page: Any, at: int, column: int, value: Any, style: Any) -> None:
    if value is None or value == "":
        page.write_blank(at, column, None, style)
    elif isinstance(value, int | Decimal):
        page.write_number(at, column, float(value), style)  # exact below 2**53, far above any budget
    else:
        page.write_string(at, column, printable(str(value)), style)
