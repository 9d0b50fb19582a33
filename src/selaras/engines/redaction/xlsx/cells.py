"""What the cells of a workbook tell, and those of them that are hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby

from selaras.engines.redaction.findings import COVER, Kind, Mending, Trace
from selaras.engines.redaction.ooxml.package import Element
from selaras.engines.redaction.personal import personal
from selaras.engines.redaction.tables import across, header_word, number_below, personal_below
from selaras.engines.redaction.xlsx.book import (
    Book,
    Cell,
    Sheet,
    column_letters,
    digits_of,
    freeze,
    s,
    set_text,
)
from selaras.engines.redaction.xlsx.looks import Looks, coloured_otherwise
from selaras.engines.redaction.xlsx.shapes import dark_shapes

_MOST_TOLD = 12  # values in an excerpt
_THINNEST = {"ht": 2.0, "width": 0.5}  # points and signs: nothing can be read in less
Cells = dict[Cell, Element]


def sheet_traces(book: Book, sheet: Sheet, looks: Looks) -> Iterator[Trace]:
    """Findings of one sheet."""
    cells = {(row, column): cell for row, line in sheet.rows() for column, cell in sheet.cells(line)}
    if sheet.hidden:
        yield Trace(Kind.HIDDEN_SHEET, sheet.place, _told(book, cells.values()), mend=partial(book.remove_sheet, sheet))
    else:
        yield from _hidden_rows(book, sheet, cells)
        yield from _hidden_columns(book, sheet, cells)
        yield from _unseen(book, sheet, cells, looks)
        yield from _under_shapes(book, sheet, cells)
    yield from _personal(book, sheet)


def _hidden_rows(book: Book, sheet: Sheet, cells: Cells) -> Iterator[Trace]:
    filled = {row for (row, _), cell in cells.items() if book.text(cell).strip()}
    hidden = [row for row, line in sheet.rows() if row in filled and _is_shut(line, "ht")]
    for first, last in _stretches(hidden):
        place = f"{sheet.place} baris {first}" if first == last else f"{sheet.place} baris {first}–{last}"
        yield _hidden(book, sheet, place, {at: cell for at, cell in cells.items() if first <= at[0] <= last})


def _hidden_columns(book: Book, sheet: Sheet, cells: Cells) -> Iterator[Trace]:
    filled = {column for (_, column), cell in cells.items() if book.text(cell).strip()}
    shut = [
        (int(line.get("min", 0)), int(line.get("max", 0)))
        for line in sheet.root.iter(s("col"))
        if _is_shut(line, "width")
    ]
    hidden = [column for column in sorted(filled) if any(first <= column <= last for first, last in shut)]
    for first, last in _stretches(hidden):
        letters = column_letters(first) if first == last else f"{column_letters(first)}–{column_letters(last)}"
        yield _hidden(
            book,
            sheet,
            f"{sheet.place} kolom {letters}",
            {at: cell for at, cell in cells.items() if first <= at[1] <= last},
        )


def _unseen(book: Book, sheet: Sheet, cells: Cells, looks: Looks) -> Iterator[Trace]:
    coloured = coloured_otherwise(book, sheet)
    for (row, column), cell in cells.items():
        text = book.text(cell)
        kind = looks.hidden_as(cell) if text.strip() else None
        if kind is None or any(top <= row <= low and left <= column <= right for top, left, low, right in coloured):
            continue
        yield Trace(kind, _at(sheet, row, column), text, mend=partial(_empty, sheet, {(row, column): cell}))


def _under_shapes(book: Book, sheet: Sheet, cells: Cells) -> Iterator[Trace]:
    for top, left, bottom, right in dark_shapes(book, sheet):
        under = {
            (row, column): cell
            for (row, column), cell in cells.items()
            if top <= row <= bottom and left <= column <= right and book.text(cell).strip()
        }
        if under:
            place = f"{sheet.place} {column_letters(left)}{top}:{column_letters(right)}{bottom}"
            told = _told(book, under.values())
            yield Trace(Kind.UNDER_BOX, place, told, mend=partial(_empty, sheet, under))


def _personal(book: Book, sheet: Sheet) -> Iterator[Trace]:
    words: dict[int, str] = {}
    for row, line in sheet.rows():
        cells = list(sheet.cells(line))
        texts = [book.text(cell) for _, cell in cells]
        for (column, cell), text in zip(cells, texts, strict=True):
            yield from _of_cell(sheet, (row, column), cell, text, words.get(column, ""))
        yield from _over_cells(sheet, row, cells, texts)
        for (column, _), text in zip(cells, texts, strict=True):
            words[column] = header_word(text) or words.get(column, "")


def _of_cell(sheet: Sheet, at: Cell, cell: Element, text: str, word: str) -> Iterator[Trace]:
    place = _at(sheet, *at)
    if cell.get("t") in (None, "n"):
        digits = digits_of(text)
        for one in number_below(word, digits)[:1]:
            yield Trace(one.kind, place, digits, Mending.MASKED, partial(set_text, cell, COVER))
    else:
        for one in personal_below(word, text):
            yield Trace(one.kind, place, one.text, Mending.MASKED, _masker(cell, text, one.text))
    for one in personal(cell.findtext(s("f")) or ""):
        if one.text not in text:
            yield Trace(one.kind, place, one.text, mend=partial(freeze, cell))


def _over_cells(sheet: Sheet, row: int, cells: list[tuple[int, Element]], texts: list[str]) -> Iterator[Trace]:
    for _, run in groupby(enumerate(cells), key=lambda one: one[1][0] - one[0]):
        places = [at for at, _ in run]
        plain = [texts[at] if _may_be_part(cells[at][1], texts[at]) else "" for at in places]
        for first, last in across(plain):
            among = [cells[at] for at in places[first:last]]
            place = f"{_at(sheet, row, among[0][0])}:{column_letters(among[-1][0])}{row}"
            yield Trace(Kind.NIK, place, "".join(plain[first:last]), Mending.MASKED, partial(_cover_all, among))


def _may_be_part(cell: Element, text: str) -> bool:
    """Two numbers side by side are two numbers; two texts of digits may be one number."""
    return cell.get("t") not in (None, "n") or len(text) == 1


def _cover_all(cells: list[tuple[int, Element]]) -> None:
    for at, (_, cell) in enumerate(cells):
        set_text(cell, "" if at else COVER)


def _masker(cell: Element, before: str, told: str) -> Callable[[], None]:
    def mend() -> None:
        now = "".join(one.text or "" for one in cell.iter(s("t"))) if cell.get("t") == "inlineStr" else before
        set_text(cell, now.replace(told, COVER))

    return mend


def _hidden(book: Book, sheet: Sheet, place: str, cells: Cells) -> Trace:
    return Trace(Kind.HIDDEN_CELLS, place, _told(book, cells.values()), mend=partial(_empty, sheet, cells))


def _empty(sheet: Sheet, cells: Cells) -> None:
    for at, cell in cells.items():
        sheet.emptied.add(at)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)


def _told(book: Book, cells: object) -> str:
    texts = [text for cell in cells if (text := book.text(cell).strip())]  # type: ignore[attr-defined]
    return "; ".join(texts[:_MOST_TOLD])


def _is_shut(line: Element, size: str) -> bool:
    told = line.get(size)
    return line.get("hidden") in ("1", "true") or (told is not None and float(told) < _THINNEST[size])


def _stretches(numbers: list[int]) -> Iterator[tuple[int, int]]:
    for _, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]


def _at(sheet: Sheet, row: int, column: int) -> str:
    return f"{sheet.place} {column_letters(column)}{row}"
