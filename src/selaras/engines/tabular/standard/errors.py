"""What can be wrong with a standard itself. The text is a sentence for the person who wrote it.

TabularError
└── BadStandard        a description that says nothing, or something that no table could keep
    └── BadExpression  a rule over several columns that cannot be read
"""

from __future__ import annotations

from selaras.engines.tabular.errors import TabularError


class BadStandard(TabularError):
    """A description of a dataset that cannot be used; ``str(error)`` names the place and the way out."""


class BadExpression(BadStandard):
    """An expression that cannot be read or that compares what cannot be compared."""
