"""From bare cells to a table: every row gets its part, as data or skipped with a reason."""

from __future__ import annotations

from selaras.engines.tabular.body import BodyReader
from selaras.engines.tabular.header import Header, find_header
from selaras.engines.tabular.table import Cell, Facts, Grid, Row, Skipped, Table, is_blank, text_of


def build_table(grid: Grid, header_row: int = 0) -> Table:
    """Find the header (on `header_row`, where a person named it), give every row its part. Linear in the cells."""
    header = find_header(grid, header_row)
    names = _widened(header.names, grid, header.last + 1)
    rows: list[Row] = []
    skipped: list[Skipped] = []
    for index, (number, cells) in enumerate(grid.rows[: max(header.last + 1, 0)]):
        skipped.append(Skipped(number, cells, _reason_above(index, cells, header)))
    body = BodyReader(grid, header, names)
    for part in body:
        (rows if isinstance(part, Row) else skipped).append(part)  # type: ignore[arg-type]
    skipped.sort(key=lambda row: row.number)
    facts = Facts(
        kind=grid.kind,
        sheet=grid.sheet,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        header_rows=tuple(grid.rows[i][0] for i in range(header.first, header.last + 1)) if header.last >= 0 else (),
        hidden=grid.hidden,
        warnings=grid.warnings,
        line_end=grid.line_end,
    )
    titles = tuple(" ".join(t for t in map(text_of, s.cells) if t) for s in skipped if s.reason == "title")
    return Table(names, tuple(rows), tuple(skipped), facts, titles)


def _reason_above(index: int, cells: tuple[Cell, ...], header: Header) -> str:
    if index >= header.first:
        return "header"
    if all(map(is_blank, cells)):
        return "blank"
    return "directive" if text_of(cells[0]).lower().startswith("sep=") else "title"


def _widened(names: tuple[str, ...], grid: Grid, start: int) -> tuple[str, ...]:
    """Names for the columns that only some rows further down fill, where most rows reach that far."""
    widths: dict[int, int] = {}
    for _, cells in grid.rows[start:]:
        widths[len(cells)] = widths.get(len(cells), 0) + 1
    if not widths:
        return names
    usual = max(widths, key=lambda width: (widths[width], -width))
    has_more = any(not is_blank(cell) for _, cells in grid.rows[start:] for cell in cells[len(names) : usual])
    if usual <= len(names) or not has_more:
        return names
    return names + tuple(f"Kolom {number}" for number in range(len(names) + 1, usual + 1))
