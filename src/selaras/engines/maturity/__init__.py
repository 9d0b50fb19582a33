"""The maturity of statistics: levels of indicators weighed up to aspects, domains and one index.

>>> rows = [{"code": "1", "name": "Prinsip", "weight": 1}], [{"code": "101", "name": "Standar", "weight": 1}]
>>> scheme = Scheme.of(*rows, [{"code": "10101", "name": "SDS", "weight": 1}], [{"name": "Kurang", "least": 1}], [1, 5])
>>> maturity_index(scheme, {"10101": 3}).shown
Decimal('3.00')
"""

from selaras.engines.maturity.errors import BadLevel, BadScheme, MaturityError
from selaras.engines.maturity.index import Branch, MaturityIndex, maturity_index, rounded, shares
from selaras.engines.maturity.scheme import Band, Node, Scheme

__all__ = [
    "BadLevel",
    "BadScheme",
    "Band",
    "Branch",
    "MaturityError",
    "MaturityIndex",
    "Node",
    "Scheme",
    "maturity_index",
    "rounded",
    "shares",
]
