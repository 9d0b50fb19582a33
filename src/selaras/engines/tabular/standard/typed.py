"""The rows of a table in the types of its standard, for who keeps, counts or compares them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from selaras.engines.tabular.standard.blocks import Block, Source, column_name
from selaras.engines.tabular.standard.checking import cell_styles
from selaras.engines.tabular.standard.columns import read_column
from selaras.engines.tabular.standard.header_fit import Fit, fit_header
from selaras.engines.tabular.standard.model import Standard
from selaras.engines.tabular.standard.number_columns import Numerals


def typed_blocks(
    standard: Standard, source: Source, numerals: Mapping[str, Numerals], fit: Fit | None = None
) -> Iterator[pl.DataFrame]:
    """Frames with a column a field of the standard that the table has, in the standard's order; null where a cell is
    empty or cannot be read. Blank rows are left out, and so are rows with too few or too many cells.

    `numerals`: the decisions of the `Report` on this same source; `fit` as for its check. Memory
    holds one block; linear in the cells.

    >>> import io
    >>> from selaras.engines.tabular.standard import CsvSource, check_table, read_standard
    >>> standard = read_standard({"fields": [{"name": "desa"}, {"name": "jiwa", "type": "integer"}]})
    >>> source = CsvSource(io.BytesIO(b"jiwa,desa\\n1.250,Srati\\nbanyak,Ayah\\n"), ["jiwa", "desa"])
    >>> [frame.rows() for frame in typed_blocks(standard, source, check_table(standard, source).numerals)]
    [[('Srati', 1250), ('Ayah', None)]]
    """
    places = (fit or fit_header(source.header, standard)).places
    for block in source.blocks(cell_styles(standard, places, numerals, len(source.header))):
        yield pl.DataFrame({name: _values(block, standard, name, place, numerals) for name, place in places.items()})


def _values(block: Block, standard: Standard, name: str, place: int, numerals: Mapping[str, Numerals]) -> pl.Series:
    one, raw = standard.named(name), block.cells[column_name(place)]
    return read_column(raw, one, standard.missing_values_of(one), numerals.get(name, Numerals())).values
