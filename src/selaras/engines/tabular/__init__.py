"""Tables as offices really send them: read, mapped, understood, checked, and given back with remarks.

>>> from selaras.engines import tabular
>>> result = tabular.check(b"usulan;biaya\\nTalud jalan;1,5 M", "usulan.csv", "proposals")
>>> result.rows[0].values
{'title': 'Talud jalan', 'cost': 1500000000}
"""

from selaras.engines.tabular.annotated import annotated_copy
from selaras.engines.tabular.checking import CheckedRow, CheckedTable, CheckResult, OtherSheet, check
from selaras.engines.tabular.dates import read_date, read_year
from selaras.engines.tabular.describing import describe
from selaras.engines.tabular.description import TYPES, Column, Description, Doubt, Odd, Sheet, cell_address
from selaras.engines.tabular.errors import (
    BROKEN_ARCHIVE,
    DamagedFile,
    DisguisedFile,
    EmptyFile,
    NotATable,
    ProtectedFile,
    TabularError,
    TooLarge,
    UnknownField,
    UnknownHeader,
    UnknownKind,
    UnknownSheet,
)
from selaras.engines.tabular.kind import Kind
from selaras.engines.tabular.kinds import KINDS, kind_named
from selaras.engines.tabular.mapping import (
    ColumnMatch,
    Field,
    Mapping,
    override,
    propose_mapping,
    signature,
    signature_of,
)
from selaras.engines.tabular.marks import Mark
from selaras.engines.tabular.money import read_rupiah
from selaras.engines.tabular.neutral import neutral
from selaras.engines.tabular.numerals import NumberForm, column_number_form, parse_number
from selaras.engines.tabular.places import read_coordinate, read_point, read_rt_rw
from selaras.engines.tabular.reading import TablePlace, read_table, read_tables
from selaras.engines.tabular.readings import Reading, Value
from selaras.engines.tabular.regions import Place, RegionIndex, RegionMatch, region_code, region_key
from selaras.engines.tabular.table import REASONS, Cell, Facts, Limits, Row, Skipped, Table, text_of
from selaras.engines.tabular.values import (
    clean_text,
    read_boolean,
    read_code,
    read_list,
    read_number,
    read_quantity,
    read_text,
    read_value,
)

__all__ = [
    "BROKEN_ARCHIVE",
    "KINDS",
    "REASONS",
    "TYPES",
    "Cell",
    "CheckResult",
    "CheckedRow",
    "CheckedTable",
    "Column",
    "ColumnMatch",
    "DamagedFile",
    "Description",
    "DisguisedFile",
    "Doubt",
    "EmptyFile",
    "Facts",
    "Field",
    "Kind",
    "Limits",
    "Mapping",
    "Mark",
    "NotATable",
    "NumberForm",
    "Odd",
    "OtherSheet",
    "Place",
    "ProtectedFile",
    "Reading",
    "RegionIndex",
    "RegionMatch",
    "Row",
    "Sheet",
    "Skipped",
    "Table",
    "TablePlace",
    "TabularError",
    "TooLarge",
    "UnknownField",
    "UnknownHeader",
    "UnknownKind",
    "UnknownSheet",
    "Value",
    "annotated_copy",
    "cell_address",
    "check",
    "clean_text",
    "column_number_form",
    "describe",
    "kind_named",
    "neutral",
    "override",
    "parse_number",
    "propose_mapping",
    "read_boolean",
    "read_code",
    "read_coordinate",
    "read_date",
    "read_list",
    "read_number",
    "read_point",
    "read_quantity",
    "read_rt_rw",
    "read_rupiah",
    "read_table",
    "read_tables",
    "read_text",
    "read_value",
    "read_year",
    "region_code",
    "region_key",
    "signature",
    "signature_of",
    "text_of",
]
