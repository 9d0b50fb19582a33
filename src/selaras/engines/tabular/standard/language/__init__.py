"""A small language for rules over the columns of one row. Nothing in it can reach outside the row.

>>> from selaras.engines.tabular.standard.language import columns_of, parse
>>> columns_of(parse("jika status = 'pindah' maka isi([tanggal pindah]) dan laki + perempuan = total"))
('status', 'tanggal pindah', 'laki', 'perempuan', 'total')
"""

from selaras.engines.tabular.standard.language.compiling import compile_rule
from selaras.engines.tabular.standard.language.parser import parse
from selaras.engines.tabular.standard.language.tree import Node, columns_of

__all__ = ["Node", "columns_of", "compile_rule", "parse"]
