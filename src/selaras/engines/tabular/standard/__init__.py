"""A dataset's standard, and tables checked against it.

>>> import io
>>> from selaras.engines.tabular.standard import check_table, open_source, read_standard
>>> fields = [{"name": name, "type": "integer"} for name in ("laki", "perempuan", "jumlah")]
>>> standard = read_standard({"fields": fields, "sdi:rules": ["laki + perempuan = jumlah"]})
>>> report = check_table(standard, open_source(io.BytesIO(b"laki,perempuan,jumlah\\n10,12,22\\n10,12,23\\n")))
>>> [fault.message for fault in report.listed()]
['Baris 3, kolom laki: seharusnya laki + perempuan = jumlah (laki = 10; perempuan = 12; jumlah = 23). Periksa angka \
atau isian di baris ini.']
"""

from selaras.engines.tabular.standard.annotating import annotated_table
from selaras.engines.tabular.standard.annotating_in_place import annotated_file
from selaras.engines.tabular.standard.blocks import Block, CellStyle, Source
from selaras.engines.tabular.standard.checking import check_table
from selaras.engines.tabular.standard.csv_source import CsvSource
from selaras.engines.tabular.standard.drafting import draft_standard
from selaras.engines.tabular.standard.errors import BadExpression, BadStandard
from selaras.engines.tabular.standard.header_fit import Fit, fit_header
from selaras.engines.tabular.standard.matching import propose_fit
from selaras.engines.tabular.standard.model import (
    CodeSystem,
    Constraints,
    CrossRule,
    ForeignKey,
    Standard,
    StandardField,
)
from selaras.engines.tabular.standard.number_columns import Numerals
from selaras.engines.tabular.standard.opening import open_source
from selaras.engines.tabular.standard.proposing import ColumnProposal, propose_columns, propose_sums
from selaras.engines.tabular.standard.reading import read_standard
from selaras.engines.tabular.standard.references import CodeList
from selaras.engines.tabular.standard.report import Fault, Report
from selaras.engines.tabular.standard.rules import Rule
from selaras.engines.tabular.standard.table_source import TableSource
from selaras.engines.tabular.standard.typed import typed_blocks
from selaras.engines.tabular.standard.writing import as_package, as_schema

__all__ = [
    "BadExpression",
    "BadStandard",
    "Block",
    "CellStyle",
    "CodeList",
    "CodeSystem",
    "ColumnProposal",
    "Constraints",
    "CrossRule",
    "CsvSource",
    "Fault",
    "Fit",
    "ForeignKey",
    "Numerals",
    "Report",
    "Rule",
    "Source",
    "Standard",
    "StandardField",
    "TableSource",
    "annotated_file",
    "annotated_table",
    "as_package",
    "as_schema",
    "check_table",
    "draft_standard",
    "fit_header",
    "open_source",
    "propose_columns",
    "propose_fit",
    "propose_sums",
    "read_standard",
    "typed_blocks",
]
