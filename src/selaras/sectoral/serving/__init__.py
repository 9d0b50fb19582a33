"""Released tables for many readers: rows, counts and files out of Parquet through DuckDB, never from the database.

    with open_table(version) as table:
        page = table.rows(Ask(q="ayah", sort=(Sort("jumlah", descending=True),), limit=50))

Take the version from `queries.tables_visible_to(person)`: here nobody is asked who may read.
"""

from selaras.sectoral.serving.asking import MOST_ROWS, Ask, Filter, Sort
from selaras.sectoral.serving.exporting import FORMATS, MOST_SHEET_ROWS, csv_file, json_file, workbook
from selaras.sectoral.serving.files import file_of, fits_a_sheet, size_of
from selaras.sectoral.serving.fitting import Column, Kind, Plain
from selaras.sectoral.serving.placing import place_of
from selaras.sectoral.serving.table import ServedTable, open_file, open_table

__all__ = [
    "FORMATS",
    "MOST_ROWS",
    "MOST_SHEET_ROWS",
    "Ask",
    "Column",
    "Filter",
    "Kind",
    "Plain",
    "ServedTable",
    "Sort",
    "csv_file",
    "file_of",
    "fits_a_sheet",
    "json_file",
    "open_file",
    "open_table",
    "place_of",
    "size_of",
    "workbook",
]
